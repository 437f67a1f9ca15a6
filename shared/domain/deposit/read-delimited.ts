import { type RawLine, readTable } from './read-table.ts';
import { type Reading, type ReadingContext, unreadable } from './reading.ts';
import type { Cell, DelimitedContent } from './table.ts';

/** A CSV of declarations: places are lines as an editor counts them and the headings of the file. */
export function readDelimited(content: DelimitedContent, context: ReadingContext): Reading {
  const [header, ...rows] = content.records;
  if (!header) return unreadable('unknown', [{ code: 'FILE_EMPTY', at: {}, seen: '' }]);
  const lineOf = ({ line, cells }: DelimitedContent['records'][number]): RawLine => ({
    line,
    cell: (index) => textCell(cells[index]),
    last: cells.findLastIndex((text) => text.trim() !== ''),
    place: (index) => ({ line, column: header.cells[index]?.trim() || `colonne ${index + 1}` }),
  });
  return readTable({ header: lineOf(header), rows: rows.map(lineOf) }, context);
}

/** A shorter row is filled with blanks. */
function textCell(text: string | undefined): Cell | undefined {
  return text === undefined ? undefined : { kind: 'text', text };
}
