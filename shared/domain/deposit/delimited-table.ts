import type { Place } from '../issues/issue.ts';
import { writeReference } from './cell-reference.ts';
import type { RawLine, RawTable } from './raw-table.ts';
import { shownName } from './shown-name.ts';
import type { Cell, DelimitedContent } from './table.ts';

interface DelimitedLine extends RawLine {
  readonly cells: readonly string[];
}

/**
 * The records of a CSV as a table: places are lines as an editor counts them and the headings of the file; null when there
 * is none. Its lines share their functions: a balance has 100,000, and two of its own for each would outweigh its cells.
 */
export function delimitedTable(content: DelimitedContent): RawTable | null {
  const [header, ...rows] = content.records;
  if (!header) return null;
  function cell(this: DelimitedLine, index: number): Cell | undefined {
    return textCell(this.cells[index]);
  }
  const headings = header.cells;
  function place(this: DelimitedLine, index: number): Place {
    return { line: this.line, column: shownName(headings[index]?.trim() ?? '') || letters(index) };
  }
  const lineOf = ({ line, cells }: DelimitedContent['records'][number]): DelimitedLine => ({
    line,
    cells,
    cell,
    last: cells.findLastIndex((text) => text.trim() !== ''),
    place,
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
