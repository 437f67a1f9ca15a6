import type { TableKind } from '../table-kind.ts';
import { EXTRACT_COLUMNS, extractColumn } from './columns.ts';
import { readExtract } from './read.ts';

/** An extract of the accounts of a region's bodies (DIAMANT, QUO_SAN_FINANCE): it checks what they declare. */
export const EXTRACT: TableKind = {
  kind: 'diamant',
  knows: (heading) => extractColumn(heading) !== null,
  recognises: (headings) => {
    const known = new Set(headings.map(extractColumn));
    return EXTRACT_COLUMNS.every((column) => known.has(column));
  },
  read: readExtract,
};
