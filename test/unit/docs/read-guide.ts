import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a guide holds that the code must agree with. */
export interface Guide {
  /** Lines of each quotation (`> …`) in their order, as they read: neither marks of lists nor of line breaks, single plain spaces. */
  readonly quotations: readonly (readonly string[])[];
  /** Files given whole, by name: fenced blocks whose first line is ` ```csv name.csv `. */
  readonly files: ReadonlyMap<string, string>;
  /** Cells of each table under a comment `<!-- table: name -->`, without its headings. */
  readonly tables: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly text: string;
}

const FILE = /^```csv (\S+)\n([\s\S]*?)^```$/gm;
const TABLE = /^<!-- table: (\S+) -->\n((?:\|.*\n)+)/gm;
const QUOTATION = /(?:^>.*\n)+/gm;

export function readGuide(name: string): Guide {
  const text = readFileSync(join(import.meta.dirname, '../../../docs', name), 'utf8');
  return {
    quotations: [...text.matchAll(QUOTATION)].map(([block]) => plainLines(block.replace(/^>/gm, ''))),
    files: new Map([...text.matchAll(FILE)].map(([, file = '', content = '']) => [file, content])),
    tables: new Map([...text.matchAll(TABLE)].map(([, table = '', rows = '']) => [table, rowsOf(rows)])),
    text,
  };
}

/** Lines as a page shows them: non-breaking spaces as plain ones, blank lines, marks of lists and of line breaks left out. */
export function plainLines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) =>
      line
        .replace(/\s+/gu, ' ')
        .trim()
        .replace(/^- |\\$/g, ''),
    )
    .filter((line) => line !== '');
}

function rowsOf(text: string): readonly (readonly string[])[] {
  const [, , ...rows] = text.trimEnd().split('\n');
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}
