import { KEY_COLUMNS } from '../columns.ts';
import { columnOf } from '../match-header.ts';
import type { TableKind } from '../table-kind.ts';
import { readDeclarations } from './read.ts';

/** One row per declarant, several declarants allowed. contracts.md, « declaration ». */
export const DECLARATION: TableKind = {
  kind: 'declaration',
  knows: (heading) => columnOf(heading) !== null,
  recognises: (headings) => {
    const known = headings.map(columnOf).filter((column) => column !== null);
    return known.length > 1 && KEY_COLUMNS.some((column) => known.includes(column));
  },
  read: readDeclarations,
};
