import type { DigitalAccount } from '../../../../../shared/domain/accounts/digital-account.ts';
import { readAccountTable } from '../../../../../shared/domain/deposit/balance/account-table.ts';
import { delimitedTable } from '../../../../../shared/domain/deposit/delimited-table.ts';
import { DIGITAL_ACCOUNTS, digitalAccount } from '../../../../builders/balance.ts';
import { delimited } from '../../../../builders/declaration.ts';

const HEADINGS = [
  'Nomenclature',
  'Compte',
  'Libellé',
  'Bloc',
  'Mode',
  'Montant du compte',
  'Part numérique',
] as const;
type Heading = (typeof HEADINGS)[number];
type Row = Partial<Record<Heading, string>>;

function tableOf(rows: readonly Row[], headings: readonly Heading[] = HEADINGS) {
  const table = delimitedTable(
    delimited(headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ''))),
  );
  if (!table) throw new Error('no table');
  return table;
}

function read(rows: readonly Row[], accounts: readonly DigitalAccount[] = DIGITAL_ACCOUNTS) {
  return readAccountTable(tableOf(rows), { nomenclature: 'M21', accounts, financialYear: 2025 });
}

const row = (account: string, amount: string, part: string, over: Row = {}): Row => ({
  Compte: account,
  'Montant du compte': amount,
  'Part numérique': part,
  ...over,
});

const codes = ({ issues }: { issues: readonly { code: string }[] }) => issues.map(({ code }) => code);

describe('the table of digital accounts', () => {
  it('gives the total of each block and the lines that it comes from', () => {
    const { accounts, totals, issues } = read([
      row('6411', '1000', '100'),
      row('6413', '500', '50,50'),
      row('615261', '7', ''),
      row('6284', '3', ''),
      row('2183', '', '40'),
    ]);
    expect(issues).toEqual([]);
    expect(totals).toEqual({
      personnel: 150_50n,
      medical: 0n,
      general: 10_00n,
      amortissement: 0n,
      investissement: 40_00n,
    });
    expect(
      accounts.map(({ account, block, amount, digital, at }) => [account, block, amount, digital, at]),
    ).toEqual([
      ['2183', 'investissement', 40_00n, 40_00n, { line: 6 }],
      ['615261', 'general', 7_00n, 7_00n, { line: 4 }],
      ['6284', 'general', 3_00n, 3_00n, { line: 5 }],
      ['64', 'personnel', 1_500_00n, 150_50n, { line: 2, lastLine: 3 }],
    ]);
  });

  it('says nothing while no amount is given, whatever the accounts listed and the headings', () => {
    const nothing = { accounts: [], totals: null, issues: [] };
    expect(read([row('6411', '', ''), row('615261', ' ', '', { Libellé: 'Maintenance' })])).toEqual(nothing);
    const without = tableOf([row('6411', '', '')], ['Compte', 'Montant du compte']);
    expect(readAccountTable(without, { nomenclature: 'M21', accounts: [], financialYear: 2025 })).toEqual(
      nothing,
    );
  });

  it('takes a part without an amount for the whole account', () => {
    const { accounts, totals, issues } = read([row('6411', '', '100')]);
    expect(issues).toEqual([]);
    expect(totals?.personnel).toBe(100_00n);
    expect(accounts).toMatchObject([{ account: '64', amount: 100_00n, digital: 100_00n }]);
  });

  it('has no total while a part is asked for', () => {
    const { totals, issues } = read([row('6411', '1000', ''), row('615261', '1', '')]);
    expect(issues).toMatchObject([
      { code: 'DIGITAL_PART_MISSING', at: { line: 2, column: 'Part numérique' }, facts: { account: '6411' } },
    ]);
    expect(totals).toBeNull();
  });

  it('is wrong at its cells, and holds no part of an account that is not listed', () => {
    expect(
      codes(
        read([
          row('6411', '10', '10,01'),
          row('6288', '10', '1'),
          row('Total', '20', '11'),
          row('6411', 'x', '1'),
          row('64A', '1', '1'),
          row('6411', '1', '1', { Nomenclature: 'M14' }),
        ]),
      ),
    ).toEqual([
      'LINE_NOT_AN_ACCOUNT',
      'NUMBER_UNREADABLE',
      'ACCOUNT_MALFORMED',
      'NOMENCLATURE_UNKNOWN',
      'DIGITAL_PART_OF_NO_ACCOUNT',
      'DIGITAL_PART_OVER_AMOUNT',
    ]);
  });

  it('goes by the chart of each line, and by the latest millésime of it', () => {
    const accounts = [
      ...DIGITAL_ACCOUNTS,
      digitalAccount('6284', 'medical', 'lecture', { year: 2026 }),
      digitalAccount('61', 'general', 'lecture', { nomenclature: 'PCG', year: 2023 }),
    ];
    const { totals, issues } = read(
      [
        row('6156', '5', '', { Nomenclature: 'PCG' }),
        row('6284', '3', ''),
        row('6111', '9', '', { Nomenclature: 'PCG' }),
      ],
      accounts,
    );
    expect(issues).toEqual([]);
    expect(totals).toMatchObject({ general: 8_00n, medical: 0n });
  });

  it('needs its headings where it has a line', () => {
    const { issues, totals } = readAccountTable(
      tableOf([row('6411', '1', '')], ['Compte', 'Montant du compte']),
      {
        nomenclature: 'M21',
        accounts: DIGITAL_ACCOUNTS,
        financialYear: 2025,
      },
    );
    expect(issues).toMatchObject([{ code: 'COLUMN_MISSING', facts: { column: 'part_numerique' } }]);
    expect(totals).toBeNull();
  });
});

describe('a line of a chart of which the reference set lists nothing', () => {
  const block = (account: string, over: Row = {}) =>
    read([row(account, '', '1', over)], []).accounts.map((one) => one.block);

  it('is of the block that it says, else of that of its title', () => {
    expect(block('6411')).toEqual(['personnel']);
    expect(block('6066')).toEqual(['medical']);
    expect(block('6284')).toEqual(['general']);
    expect(block('6811')).toEqual(['amortissement']);
    expect(block('205')).toEqual(['investissement']);
    expect(block('6284', { Bloc: 'Médical' })).toEqual(['medical']);
    expect(block('701')).toEqual([]);
    expect(codes(read([row('701', '', '1')], []))).toEqual(['DIGITAL_PART_OF_NO_ACCOUNT']);
  });

  it('is restated unless it says that it is read whole', () => {
    expect(read([row('6284', '9', '1')], []).totals?.general).toBe(1_00n);
    expect(codes(read([row('6284', '9', '')], []))).toEqual(['DIGITAL_PART_MISSING']);
    expect(read([row('6284', '9', '', { Mode: 'Lecture' })], []).totals?.general).toBe(9_00n);
  });

  it('is one with the others of its account', () => {
    const { accounts } = read([row('6284', '9', '1'), row('6284', '9', '2', { Libellé: 'x' })], []);
    expect(accounts).toMatchObject([{ account: '6284', amount: 18_00n, digital: 3_00n }]);
  });

  it('leaves those of another chart to its list', () => {
    const accounts = [digitalAccount('6156', 'general', 'lecture', { nomenclature: 'PCG' })];
    const { totals } = read([row('6156', '5', '', { Nomenclature: 'PCG' }), row('6411', '9', '2')], accounts);
    expect(totals).toMatchObject({ general: 5_00n, personnel: 2_00n });
  });
});
