import type { TableKind } from '../table-kind.ts';
import { AMOUNT_FORMS, balanceColumn } from './columns.ts';
import { readBalance } from './read.ts';

/** A balance of accounts, M21, M22 or PCG: a line per account with its amount. */
export const BALANCE: TableKind = {
  kind: 'balance',
  knows: (heading) => balanceColumn(heading) !== null,
  recognises: (headings) => {
    const known = new Set(headings.map(balanceColumn));
    return known.has('compte') && AMOUNT_FORMS.some((form) => form.every((column) => known.has(column)));
  },
  read: readBalance,
};
