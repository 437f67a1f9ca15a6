import { BLOCK_COLUMNS } from '../accounts/digital-account.ts';
import type { NumberColumn } from '../deposit/columns.ts';
import type { AccountLine, Details, StaffLine } from '../return/details.ts';

/** One line of the lists of a return that a declared value is the sum of. */
export type ColumnDetail =
  | { readonly kind: 'account'; readonly line: AccountLine }
  | { readonly kind: 'staff'; readonly line: StaffLine };

/** The digital accounts, or the lines of staff, under a declared value; none where it was typed as it is. */
export function columnDetails(column: NumberColumn, { accounts, staff }: Details): readonly ColumnDetail[] {
  return [
    ...accounts
      .filter(({ block }) => BLOCK_COLUMNS[block] === column)
      .map((line) => ({ kind: 'account', line }) as const),
    ...staff.filter(({ type }) => counts(type, column)).map((line) => ({ kind: 'staff', line }) as const),
  ];
}

/** Pooled staff is internal, and carried for the group. */
function counts(type: StaffLine['type'], column: NumberColumn): boolean {
  switch (column) {
    case 'etp_ssi_externes':
      return type === 'externe';
    case 'etp_ssi_internes':
      return type !== 'externe';
    case 'mutualise_etp_ssi':
      return type === 'mutualise';
    default:
      return false;
  }
}
