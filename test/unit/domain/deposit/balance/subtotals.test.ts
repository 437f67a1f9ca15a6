import * as fc from 'fast-check';
import { balanceEntry, titlesOf } from '../../../../builders/balance.ts';

interface Line {
  readonly budget: string;
  readonly account: string;
  readonly euros: number;
}

/** Lines, from 2, told to be subtotals. */
function told(...lines: readonly Line[]): readonly number[] {
  const rows = lines.map(({ budget, account, euros }) => [budget, account, `${euros}`]);
  const { issues } = balanceEntry(['budget', 'compte', 'solde'], ...rows);
  return issues.flatMap(({ code, at }) => (code === 'ACCOUNT_SUBTOTAL' ? [at.line ?? 0] : []));
}
const ofAccounts = (...lines: readonly (readonly [account: string, euros: number])[]) =>
  told(...lines.map(([account, euros]) => ({ budget: '', account, euros })));

describe('subtotals', () => {
  it('are told, in the order of the file, and do not count', () => {
    const rows = [
      ['64', '3'],
      ['6411', '1'],
      ['641', '1'],
      ['648', '2'],
      ['60625', '5'],
    ];
    const entry = balanceEntry(['compte', 'solde'], ...rows);
    expect(titlesOf(entry)).toEqual([3_00n, 0n, 5_00n, 0n]);
    expect(entry.issues.filter(({ code }) => code === 'ACCOUNT_SUBTOTAL')).toEqual([
      { code: 'ACCOUNT_SUBTOTAL', at: { line: 2, column: 'compte' }, seen: '64' },
      { code: 'ACCOUNT_SUBTOTAL', at: { line: 4, column: 'compte' }, seen: '641' },
    ]);
  });

  it('are the sum of what stands directly under them, to the cent', () => {
    expect(ofAccounts(['60', 3], ['601', 1], ['602', 2])).toEqual([2]);
    expect(ofAccounts(['60', 3.01], ['601', 1], ['602', 2])).toEqual([]);
    // An account that holds an amount of its own beside its subdivisions.
    expect(ofAccounts(['60', 5], ['601', 3], ['6011', 3])).toEqual([3]);
    expect(ofAccounts(['60', 6], ['601', 3], ['6011', 3])).toEqual([3]);
  });

  it('need something under them, and an amount', () => {
    expect(ofAccounts(['60', 3], ['61', 3])).toEqual([]);
    expect(ofAccounts(['60', 0], ['601', 1], ['602', -1])).toEqual([]);
    expect(ofAccounts(['60', 3])).toEqual([]);
  });

  it('may stand on several lines, and be below zero', () => {
    expect(ofAccounts(['60', 1], ['601', 3], ['60', 2])).toEqual([2, 4]);
    expect(ofAccounts(['60', -3], ['601', -3])).toEqual([2]);
  });

  it('ask for no digital part', () => {
    const entry = balanceEntry(['compte', 'solde', 'part_numerique'], ['64', '3', ''], ['6411', '3', '1']);
    expect(entry.issues.map(({ code }) => code)).toEqual(['ACCOUNT_SUBTOTAL']);
  });

  it('are those of their own budget', () => {
    const lines = [
      { budget: 'H', account: '60', euros: 3 },
      { budget: 'E', account: '601', euros: 3 },
      { budget: 'E', account: '60', euros: 3 },
      { budget: '', account: '60625', euros: 3 },
    ];
    expect(told(...lines)).toEqual([2, 4]);
    expect(told(...lines.slice(0, 2))).toEqual([]);
  });

  it('are those of their own chart', () => {
    const rows = [
      ['M21', '60', '3'],
      ['PCG', '601', '3'],
      ['M21', '601', '3'],
    ];
    const headings = ['nomenclature', 'compte', 'solde'];
    const lines = (given: typeof rows) =>
      balanceEntry(headings, ...given).issues.flatMap(({ code, at }) =>
        code === 'ACCOUNT_SUBTOTAL' ? [at.line] : [],
      );
    expect(lines(rows)).toEqual([2]);
    expect(lines(rows.slice(0, 2))).toEqual([]);
  });

  it('are told of what a balance counts: of classes 6 and 2, and of no other', () => {
    expect(ofAccounts(['70', 3], ['701', 3], ['51', 3], ['512', 3], ['21', 3], ['218', 3])).toEqual([6]);
  });

  it('are what comparing each account with every other finds', () => {
    const line = fc.record({
      budget: fc.constantFrom('H', 'E'),
      account: fc
        .string({ unit: fc.constantFrom('0', '1'), minLength: 1, maxLength: 4 })
        .map((rest) => `6${rest}`),
      euros: fc.integer({ min: -1, max: 2 }),
    });
    let found = 0;
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        const expected = bySquare(lines);
        expect(told(...lines)).toEqual(expected);
        found += expected.length;
      }),
      { numRuns: 500 },
    );
    expect(found).toBeGreaterThan(100);
  });
});

function bySquare(lines: readonly Line[]): readonly number[] {
  return lines.flatMap(({ budget, account }, index) => {
    const ours = lines.filter((one) => one.budget === budget);
    const amount = (of: string) =>
      ours.filter((one) => one.account === of).reduce((sum, { euros }) => sum + euros, 0);
    const under = [...new Set(ours.map((one) => one.account))].filter(
      (one) => one !== account && one.startsWith(account),
    );
    const directly = under.filter((one) => !under.some((other) => other !== one && one.startsWith(other)));
    const sum = directly.reduce((total, one) => total + amount(one), 0);
    return under.length > 0 && amount(account) !== 0 && amount(account) === sum ? [index + 2] : [];
  });
}
