import { BLOCK_COLUMNS } from '../../../domain/accounts/digital-account.ts';
import type { ColumnName } from '../../../domain/deposit/columns.ts';
import type { AccountLine, Details, StaffLine } from '../../../domain/return/details.ts';

/** The column that a digital account adds to. */
export function columnOfAccount({ block }: AccountLine): ColumnName {
  return BLOCK_COLUMNS[block];
}

/** The column that a line of staff adds to. Pooled staff is internal, and carried for the group. */
export function columnOfStaff({ type }: StaffLine): ColumnName {
  return type === 'externe' ? 'etp_ssi_externes' : 'etp_ssi_internes';
}

/** Every column that the lists of a return give item by item. */
export function columnsDetailed({ accounts, staff, measures }: Details): ReadonlySet<ColumnName> {
  return new Set([
    ...accounts.map(columnOfAccount),
    ...staff.map(columnOfStaff),
    ...(measures.length > 0 ? (['maturite_date'] as const) : []),
  ]);
}
