/** What each line of a manifest is of (`fait …`, `ecriture … ligne … …`), and the hash before it, in its order. */
export type ManifestLines = ReadonlyMap<string, string>;

/** A hash, or the version of the code; two spaces; what it is of. */
const LINE = /^([0-9a-f]{64}|\d+\.\d+\.\d+) {2}(\S.*)$/;

/** The lines of manifest.txt; null of any other text. Line endings may be those of Windows: some tools rewrite them. */
export function readManifest(text: string): ManifestLines | null {
  const lines = new Map<string, string>();
  for (const line of text.replace(/\r?\n$/, '').split(/\r?\n/)) {
    const [, hash, of] = LINE.exec(line) ?? [];
    if (hash === undefined || of === undefined || lines.has(of)) return null;
    lines.set(of, hash);
  }
  return lines;
}

/** What the line of a fact is of. */
export function factLine(fact: string): string {
  return `fait ${fact}`;
}

/** What the line of a journal entry is of. */
export function entryLine(fact: string, line: number, finess: string): string {
  return `ecriture ${fact} ligne ${line} ${finess}`;
}
