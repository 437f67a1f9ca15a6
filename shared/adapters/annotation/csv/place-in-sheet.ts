import { writeReference } from '../../../domain/deposit/cell-reference.ts';
import { shownName } from '../../../domain/deposit/shown-name.ts';
import type { DelimitedContent } from '../../../domain/deposit/table.ts';
import type { Place } from '../../../domain/issues/issue.ts';
import { DEPOSIT_SHEET } from '../../../messages/annotation-texts.ts';

/**
 * Where a place of a CSV stands in the workbook that shows it: line n is row n, a column is found by its heading, or by
 * its letter where it has none (delimited-table.ts). Without a column, the first cells of the lines.
 */
export function placeInSheet({ records }: DelimitedContent): (at: Place) => Place {
  const headings = records[0]?.cells.map((text) => shownName(text.trim())) ?? [];
  const letters = new Map<string, string>();
  const letterOf = (column: number) => writeReference({ column, row: 1 }).slice(0, -1);
  for (const [column, heading] of headings.entries()) {
    // Of two alike, the second is the one too many.
    if (heading !== '') letters.set(heading, letterOf(column));
  }
  return (at) => {
    const { line, lastLine = line, column } = at;
    if (line === undefined) return at;
    const letter = column === undefined ? 'A' : (letters.get(column) ?? bareLetter(column) ?? 'A');
    const cell = line === lastLine ? `${letter}${line}` : `${letter}${line}:${letter}${lastLine}`;
    return { sheet: DEPOSIT_SHEET, cell, ...(column === undefined ? {} : { column }) };
  };
}

function bareLetter(column: string): string | null {
  return /^[A-Z]{1,3}$/.test(column) ? column : null;
}
