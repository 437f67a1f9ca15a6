import * as fc from 'fast-check';
import type { DigitalAccount, Nomenclature } from '../../../../shared/domain/accounts/digital-account.ts';
import { accountFinder, digitalAccountsOf } from '../../../../shared/domain/accounts/digital-accounts.ts';

const listed = (account: string, over: Partial<DigitalAccount> = {}): DigitalAccount => ({
  nomenclature: 'M21',
  year: 2024,
  account,
  label: '',
  block: 'general',
  mode: 'lecture',
  ...over,
});

describe('the digital accounts of a financial year', () => {
  const accounts = [
    listed('6284', { year: 2023 }),
    listed('615261', { year: 2025 }),
    listed('6284', { year: 2025 }),
    listed('6518', { year: 2026 }),
    listed('6156', { nomenclature: 'PCG', year: 2026 }),
  ];
  const of = (nomenclature: Nomenclature, year: number) =>
    digitalAccountsOf(accounts, nomenclature, year).map((one) => [one.year, one.account]);

  it('are those of the latest millésime that is not after it, that one whole', () => {
    expect(of('M21', 2024)).toEqual([[2023, '6284']]);
    expect(of('M21', 2025)).toEqual([
      [2025, '615261'],
      [2025, '6284'],
    ]);
    expect(of('M21', 2030)).toEqual([[2026, '6518']]);
  });

  it('are none before the first millésime, nor of a chart that is not listed', () => {
    expect(of('M21', 2022)).toEqual([]);
    expect(of('PCG', 2025)).toEqual([]);
    expect(of('M22', 2026)).toEqual([]);
  });

  it('are found in a list of any length', () => {
    const long = Array.from({ length: 200_000 }, (_, index) => listed(String(100_000 + index)));
    expect(digitalAccountsOf(long, 'M21', 2025)).toHaveLength(200_000);
  });
});

describe('the digital account of an account', () => {
  const find = accountFinder([listed('61'), listed('6152'), listed('615261')]);

  it('is the longest that it begins with', () => {
    for (const [account, expected] of [
      ['6152610000', '615261'],
      ['615261', '615261'],
      ['61526', '6152'],
      ['6153', '61'],
      ['61', '61'],
      ['6', undefined],
      ['26152', undefined],
      ['62', undefined],
    ])
      expect([account, find(account ?? '')?.account]).toEqual([account, expected]);
  });

  it('is the longest of those that are beginnings of it, whatever the list', () => {
    const digits = fc.string({ unit: fc.constantFrom('1', '2'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.uniqueArray(digits), digits, (all, account) => {
        const [longest] = all.filter((one) => account.startsWith(one)).sort((a, b) => b.length - a.length);
        expect(accountFinder(all.map((one) => listed(one)))(account)?.account).toBe(longest);
      }),
    );
  });
});
