import { BALANCE } from './balance/kind.ts';
import { DECLARATION } from './declaration/kind.ts';
import { EXTRACT } from './diamant/kind.ts';
import { MATURITY } from './maturity/kind.ts';
import type { RawLine } from './raw-table.ts';
import { isBlank } from './read-cell.ts';
import { STAFF } from './staff/kind.ts';
import type { TableKind } from './table-kind.ts';

/** Every kind of table; where two know as many of the headings, the first is taken. */
const TABLE_KINDS: readonly TableKind[] = [DECLARATION, BALANCE, STAFF, MATURITY, EXTRACT];

/** Whether a heading is a column of any kind: what tells the separator of a CSV. */
export function isKnownHeading(heading: string): boolean {
  return TABLE_KINDS.some((kind) => kind.knows(heading));
}

/** The kind that recognises a line of headings and knows most of them; null when none does. */
export function kindOf(header: RawLine): TableKind | null {
  const headings = headingsOf(header);
  let best: { readonly kind: TableKind; readonly known: number } | null = null;
  for (const kind of TABLE_KINDS) {
    if (!kind.recognises(headings)) continue;
    const known = headings.filter((heading) => kind.knows(heading)).length;
    if (best === null || known > best.known) best = { kind, known };
  }
  return best?.kind ?? null;
}

function headingsOf(header: RawLine): readonly string[] {
  const headings: string[] = [];
  for (let index = 0; index <= header.last; index++) {
    const cell = header.cell(index);
    if (cell && !isBlank(cell)) headings.push(cell.text);
  }
  return headings;
}
