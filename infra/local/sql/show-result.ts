import type { QueryResult } from '../../../shared/adapters/duckdb/lake-database.ts';
import { writeCsv } from '../../../shared/adapters/tables/write-csv.ts';

/** A result as a person reads it: columns aligned, numbers to the right, how many lines at the end. */
export function resultText({ columns, rows }: QueryResult): string {
  if (columns.length === 0) return '';
  const lines = [columns.map(({ name }) => name), ...rows.map((row) => row.map((cell) => cell ?? ''))];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => (line[index] ?? '').length)));
  const shown = lines.map((line) =>
    line
      .map((cell, index) => {
        const width = widths[index] ?? 0;
        return columns[index]?.isNumber ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
  const [headings = '', ...body] = shown;
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return `${[headings, rule, ...body].join('\n')}\n${countText(rows.length)}\n`;
}

function countText(lines: number): string {
  return lines > 1 ? `(${lines} lignes)` : `(${lines} ligne)`;
}

/** The same in the form of our other CSV files: `;`, headings first, a null blank. */
export function resultCsv({ columns, rows }: QueryResult): Uint8Array {
  if (columns.length === 0) return new Uint8Array();
  return writeCsv([columns.map(({ name }) => name), ...rows.map((row) => row.map((cell) => cell ?? ''))]);
}
