import type { Entry } from '../../../../../shared/domain/return/entry.ts';
import { foldEntries } from '../../../../../shared/domain/return/fold.ts';
import { RULES_2026_1 } from '../../../../../shared/domain/rules/2026-1.ts';
import { balanceEntry, digitalAccount, digitalOf, readBalanceOf } from '../../../../builders/balance.ts';
import { directory } from '../../../../builders/directory.ts';

const codes = ({ issues }: Pick<Entry, 'issues'>) => issues.map(({ code }) => code);

describe('the digital expenses of a balance', () => {
  const HEADINGS = ['compte', 'libellé', 'débit', 'crédit', 'part numérique'];

  it('are the whole of an account that is read, and the part given of one that is restated', () => {
    const entry = balanceEntry(
      HEADINGS,
      ['6411', '', '1000', '', '100,10'],
      ['6419', 'Remboursements', '', '10', ''],
      ['615261', '', '50', '', ''],
      ['628400', '', '7', '2', ''],
      ['6288', '', '9', '', ''],
      ['6811', '', '0', '', ''],
      ['2183', '', '500', '120', ''],
    );
    expect(entry.issues).toEqual([]);
    expect(entry.sections).toEqual(['budget', 'numerique']);
    // Of an asset, what was acquired in the year: its debits.
    expect(digitalOf(entry)).toEqual([100_10n, 0n, 55_00n, 0n, 500_00n]);
    expect(entry.places.num_general).toEqual({ line: 2, lastLine: 8 });
  });

  it('are listed by line of comptes.csv, in the order of the accounts, with the lines that they come from', () => {
    const entry = balanceEntry(
      HEADINGS,
      ['6413', '', '10', '', '1'],
      ['615261', 'Maintenance', '50', '', ''],
      ['6411', '', '20', '', '2'],
    );
    expect(entry.details?.accounts).toEqual([
      {
        nomenclature: 'M21',
        account: '615261',
        label: 'Compte 615261',
        block: 'general',
        amount: 50_00n,
        digital: 50_00n,
        at: { line: 3 },
      },
      {
        nomenclature: 'M21',
        account: '64',
        label: 'Compte 64',
        block: 'personnel',
        amount: 30_00n,
        digital: 3_00n,
        at: { line: 2, lastLine: 4 },
      },
    ]);
    expect(entry.values.num_investissement).toBeNull();
  });

  it('take the movements of an asset where a total stands beside: it may hold what stood before', () => {
    const headings = ['compte', 'total débit', 'total crédit', 'mouvements débit', 'mouvements crédit'];
    expect(digitalOf(balanceEntry(headings, ['2183', '9000', '0', '500', '0']))[4]).toBe(500_00n);
    expect(digitalOf(balanceEntry(headings.slice(0, 3), ['2183', '9000', '0']))[4]).toBe(9_000_00n);
  });

  it('say nothing of an asset of which the balance alone is there', () => {
    const entry = balanceEntry(['compte', 'solde'], ['2183', '9000'], ['615261', '1']);
    expect(digitalOf(entry)).toEqual([0n, 0n, 1_00n, 0n, null]);
    expect(entry.details?.accounts?.map(({ account }) => account)).toEqual(['615261']);
  });

  it('are left as they were while a part is asked for', () => {
    const entry = balanceEntry(
      HEADINGS,
      ['6411', 'Personnel', '1000', '', ''],
      ['6811', '', '5', '', ''],
      ['615261', '', '50', '', ''],
      ['6412', '', '1', '', '0'],
    );
    const at = (line: number) => ({ line, column: 'part numérique' });
    expect(entry.issues).toEqual([
      { code: 'DIGITAL_PART_MISSING', at: at(2), seen: '', facts: { account: '6411', label: 'Personnel' } },
      { code: 'DIGITAL_PART_MISSING', at: at(3), seen: '', facts: { account: '6811', label: 'Compte 6811' } },
    ]);
    expect(entry.sections).toEqual(['budget']);
    expect(digitalOf(entry)).toEqual([null, null, null, null, null]);
    expect(entry).not.toHaveProperty('details');
    expect(foldEntries([entry], RULES_2026_1).answered).toBe(true);
  });

  it('ask for the part at the account where no column gives any', () => {
    const { issues } = balanceEntry(['compte', 'solde'], ['6411', '1']);
    expect(issues).toMatchObject([{ code: 'DIGITAL_PART_MISSING', at: { line: 2, column: 'compte' } }]);
  });

  it('ask for none of an account below zero, and refuse any', () => {
    expect(codes(balanceEntry(HEADINGS, ['6411', '', '9', '', '0'], ['6419', '', '', '5', '0']))).toEqual([]);
    expect(codes(balanceEntry(HEADINGS, ['6411', '', '9', '', '0'], ['6419', '', '', '5', '0,01']))).toEqual([
      'DIGITAL_PART_OVER_AMOUNT',
    ]);
  });

  it('are refused where a part is over its account, by one cent', () => {
    expect(codes(balanceEntry(HEADINGS, ['6411', '', '10', '', '10']))).toEqual([]);
    const entry = balanceEntry(HEADINGS, ['6411', '', '10', '', '10,01']);
    expect(entry.issues).toEqual([
      {
        code: 'DIGITAL_PART_OVER_AMOUNT',
        at: { line: 2, column: 'part numérique' },
        seen: '10.01',
        facts: { account: '6411', amount: '10.00' },
      },
    ]);
    expect(foldEntries([entry], RULES_2026_1).answered).toBe(false);
  });

  it('do not hold a part given to an account that is not listed, and say so', () => {
    const entry = balanceEntry(HEADINGS, ['6288', '', '10', '', '4'], ['6287', '', '10', '', '0']);
    expect(entry.issues).toEqual([
      {
        code: 'DIGITAL_PART_OF_NO_ACCOUNT',
        at: { line: 2, column: 'part numérique' },
        seen: '4.00',
        facts: { account: '6288' },
      },
    ]);
    expect(digitalOf(entry)).toEqual([0n, 0n, 0n, 0n, null]);
  });

  it('do not hold a part given to an account of another class, and say so', () => {
    const entry = balanceEntry(HEADINGS, ['7084', '', '10', '', '4'], ['606', '', '10', '', '0']);
    expect(entry.issues).toMatchObject([{ code: 'DIGITAL_PART_OF_NO_ACCOUNT', at: { line: 2 } }]);
  });

  it('refuse no part of an account that is read whole, which counts whole', () => {
    const entry = balanceEntry(HEADINGS, ['615261', '', '10', '', '11']);
    expect(entry.issues).toEqual([]);
    expect(digitalOf(entry)[2]).toBe(10_00n);
  });

  it('go by the latest millésime that is not after the financial year', () => {
    const accounts = [
      digitalAccount('6284', 'general', 'lecture', { year: 2024 }),
      digitalAccount('6518', 'general', 'lecture', { year: 2025 }),
      digitalAccount('615261', 'general', 'lecture', { year: 2026 }),
    ];
    const { entries } = readBalanceOf(
      [
        ['exercice', 'compte', 'solde'],
        ['2025', '6284', '1'],
        ['2025', '6518', '10'],
        ['2025', '615261', '100'],
      ],
      { directory: directory({ accounts }) },
    );
    expect(entries[0]?.values.num_general).toBe(10_00n);
  });
});
