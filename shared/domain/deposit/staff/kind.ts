import type { TableKind } from '../table-kind.ts';
import { STAFF_COLUMNS, staffColumn } from './columns.ts';
import { readStaff } from './read.ts';

/** Fewer would take any table of a « statut » and a « taux » for one of staff. */
const FEWEST_COLUMNS = STAFF_COLUMNS.length - 1;

/** An HR extract: people by function, with their share of working time and their months. */
export const STAFF: TableKind = {
  kind: 'etp',
  knows: (heading) => staffColumn(heading) !== null,
  recognises: (headings) => {
    const known = new Set(headings.map(staffColumn));
    return STAFF_COLUMNS.filter((column) => known.has(column)).length >= FEWEST_COLUMNS;
  },
  read: readStaff,
};
