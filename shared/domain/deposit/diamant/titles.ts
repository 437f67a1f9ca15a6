import type { Issue } from '../../issues/issue.ts';
import { roundMagnitude } from '../../numbers/round-hundredths.ts';
import type { BudgetCheck } from '../../return/entry.ts';
import { rangeOf } from '../line-range.ts';
import type { RawLine } from '../raw-table.ts';
import { isBlank, readSigned, unusable } from '../read-cell.ts';
import { type ExtractColumn, TITLE_COLUMNS } from './columns.ts';

/** Index of each column that the extract has. */
export type ExtractIndices = { get(column: ExtractColumn): number | undefined };

/**
 * The four titles of a row, in cents, whatever their sign: charges are exported negative. Null where one of them is
 * blank, and the row says nothing.
 */
export function readTitles(
  row: RawLine,
  columns: ExtractIndices,
): BudgetCheck | { readonly issues: readonly Issue[] } | null {
  const cells = TITLE_COLUMNS.map((column) => {
    const index = columns.get(column) ?? 0;
    return { cell: row.cell(index), at: row.place(index) };
  });
  const amounts: bigint[] = [];
  const issues: Issue[] = [];
  for (const { cell, at } of cells) {
    if (cell === undefined || isBlank(cell)) return null;
    const fault = unusable(cell);
    const reading = fault ? { ok: false as const, code: fault } : readSigned(cell, roundMagnitude);
    if (reading.ok) amounts.push(reading.value);
    else issues.push({ code: reading.code, at, seen: cell.text });
  }
  const [title1, title2, title3, title4] = amounts;
  if (title1 === undefined || title2 === undefined || title3 === undefined || title4 === undefined)
    return { issues };
  const at = rangeOf(cells[0]?.at ?? {}, cells.at(-1)?.at ?? {});
  return { titles: [title1, title2, title3, title4], at };
}
