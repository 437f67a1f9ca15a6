import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

export interface SourceFile {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
}

/** One line of a source that holds what it must not. */
export interface Finding {
  readonly path: string;
  readonly code: string;
}

/** Every TypeScript source under these folders. */
export function sourcesIn(...folders: readonly string[]): readonly SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .sort()
      .map((name) => {
        const file = path.posix.join(folder, name.split(path.sep).join('/'));
        return { path: file, text: readFileSync(path.join(ROOT, file), 'utf8') };
      }),
  );
}

/** The lines of code, comments and the text of quotes apart, that match one of the patterns. */
export function findingsIn(source: SourceFile, patterns: readonly RegExp[]): readonly Finding[] {
  return codeOf(source.text)
    .filter(({ bare }) => patterns.some((pattern) => pattern.test(bare)))
    .map(({ code }) => ({ path: source.path, code }));
}

/** Each line as it is and without comments, quoted text and regular expressions; what a template computes is kept. */
function codeOf(text: string): readonly { readonly code: string; readonly bare: string }[] {
  const uncommented = text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''));
  return uncommented.split('\n').map((line) => {
    const code = line.replace(/(^|\s)\/\/.*$/, '');
    const bare = code
      .replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, "''")
      .replace(/(^|[=(,:?&|!]\s*)\/(?![/*])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/g, '$1RegExp');
    return { code: code.trim(), bare };
  });
}
