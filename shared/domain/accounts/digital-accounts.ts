import type { DigitalAccount, Nomenclature } from './digital-account.ts';

/**
 * The digital accounts of a chart for a financial year: those of the latest millésime of comptes.csv that is not after
 * it, by account; blank where there is none.
 */
export function digitalAccountsOf(
  accounts: readonly DigitalAccount[],
  nomenclature: Nomenclature,
  financialYear: number,
): readonly DigitalAccount[] {
  const all = accounts.filter((one) => one.nomenclature === nomenclature && one.year <= financialYear);
  const latest = all.reduce((last, { year }) => Math.max(last, year), 0);
  return all.filter(({ year }) => year === latest);
}

/** Finds the line of comptes.csv that an account falls under: the longest that it begins with; null when there is none. */
export function accountFinder(
  accounts: readonly DigitalAccount[],
): (account: string) => DigitalAccount | null {
  const byAccount = new Map(accounts.map((one) => [one.account, one]));
  return (account) => {
    for (let length = account.length; length > 0; length--) {
      const found = byAccount.get(account.slice(0, length));
      if (found) return found;
    }
    return null;
  };
}
