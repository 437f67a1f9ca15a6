import { writeReference } from './cell-reference.ts';
import type { RawLine, RawTable } from './raw-table.ts';
import { shownName } from './shown-name.ts';
import type { Cell, DelimitedContent } from './table.ts';

/** The records of a CSV as a table: places are lines as an editor counts them and the headings of the file; null when there is none. */
export function delimitedTable(content: DelimitedContent): RawTable | null {
  const [header, ...rows] = content.records;
  if (!header) return null;
  const lineOf = ({ line, cells }: DelimitedContent['records'][number]): RawLine => ({
    line,
    cell: (index) => textCell(cells[index]),
    last: cells.findLastIndex((text) => text.trim() !== ''),
    place: (index) => ({ line, column: shownName(header.cells[index]?.trim() ?? '') || letters(index) }),
  });
  return { header: lineOf(header), rows: rows.map(lineOf) };
}

/** A shorter row is filled with blanks. */
function textCell(text: string | undefined): Cell | undefined {
  return text === undefined ? undefined : { kind: 'text', text };
}

/** A column without a heading, as a spreadsheet shows it: `C`. */
function letters(index: number): string {
  return writeReference({ column: index, row: 1 }).slice(0, -1);
}
