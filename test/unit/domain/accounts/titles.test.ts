import * as fc from 'fast-check';
import { NOMENCLATURES } from '../../../../shared/domain/accounts/digital-account.ts';
import { TITLE_ACCOUNTS, TITLE_COLUMNS, titleOf } from '../../../../shared/domain/accounts/titles.ts';

const digits = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength });
const nomenclature = fc.constantFrom(...NOMENCLATURES);
const beginnings = Object.values(TITLE_ACCOUNTS).flatMap(({ accounts }) => Object.values(accounts).flat());

describe('the title of an account', () => {
  it('is one of four for every account of class 6, whatever stands after a beginning that a title names', () => {
    const account = fc.oneof(
      digits(11).map((rest) => `6${rest}`),
      fc.tuple(fc.constantFrom(...beginnings), digits(5)).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(nomenclature, account, (chart, one) =>
        expect(TITLE_COLUMNS).toContain(titleOf(chart, one)),
      ),
    );
  });

  it('is none outside class 6', () => {
    const account = fc.tuple(fc.constantFrom(...'01234578'), digits(11)).map((parts) => parts.join(''));
    fc.assert(fc.property(nomenclature, account, (chart, one) => expect(titleOf(chart, one)).toBeNull()));
  });

  it('is said once: no beginning is of two titles of a chart', () => {
    for (const { accounts } of Object.values(TITLE_ACCOUNTS)) {
      const all = Object.values(accounts).flat();
      expect(new Set(all).size).toBe(all.length);
      for (const account of all) expect(account).toMatch(/^6\d*$/);
    }
  });

  it.each([
    // Décret n° 94-392, annexe II: 621 in group 1, 615611 in group 2, other 61 and 62 in group 3, 68 in group 4.
    ['M21', 'charges_titre1', ['621', '62113', '631', '6331', '64', '6411000', '6419']],
    ['M21', 'charges_titre2', ['6021', '60222', '6066', '6111', '61316', '615161', '615611']],
    ['M21', 'charges_titre3', ['606', '60625', '6122', '61326', '615261', '6284', '635', '6518', '655']],
    ['M21', 'charges_titre4', ['661', '6721', '68', '6811', '695']],
    ['M22', 'charges_titre1', ['621', '6311', '64111']],
    ['M22', 'charges_titre2', ['60211', '6066', '6111']],
    ['M22', 'charges_titre3', ['61351', '61561', '6262', '6284']],
    ['M22', 'charges_titre4', ['6611', '6811']],
    ['PCG', 'charges_titre1', ['621', '6411', '631']],
    ['PCG', 'charges_titre3', ['6135', '6156', '6262', '651']],
    ['PCG', 'charges_titre4', ['661', '671', '6811', '691', '695']],
  ] as const)('of %s is %s for %j', (chart, title, accounts) => {
    for (const account of accounts) expect([account, titleOf(chart, account)]).toEqual([account, title]);
  });
});
