import * as fc from 'fast-check';
import { readDeposit } from '../../../../../shared/domain/deposit/read-deposit.ts';
import type { Entry } from '../../../../../shared/domain/return/entry.ts';
import { foldEntries } from '../../../../../shared/domain/return/fold.ts';
import { RULES_2026_1 } from '../../../../../shared/domain/rules/2026-1.ts';
import {
  balanceContext,
  balanceEntry,
  digitalOf,
  readBalanceOf,
  titlesOf,
} from '../../../../builders/balance.ts';
import { bodiesOf } from '../../../../builders/caller.ts';
import { cell, GOOD_ROW, readingContext, sheetOf, workbookOf } from '../../../../builders/declaration.ts';
import { CARRIER, LONER, MEMBER, STRANGER } from '../../../../builders/directory.ts';

const codes = ({ issues }: Pick<Entry, 'issues'>) => issues.map(({ code }) => code);

describe('the budget of a balance', () => {
  it('is its accounts of class 6 by title, and nothing else of it', () => {
    const entry = balanceEntry(
      ['compte', 'solde'],
      ['6411', '600000'],
      ['6022', '200000.10'],
      ['60625', '150000'],
      ['6811', '50000'],
      ['701', '999'],
      ['512', '888'],
    );
    expect(titlesOf(entry)).toEqual([600_000_00n, 200_000_10n, 150_000_00n, 50_000_00n]);
    expect(entry.values).toMatchObject({ emplois_investissement: null, etp_total: null, cloture: null });
    expect(entry.places).toMatchObject({ charges_titre1: { line: 2 }, charges_titre4: { line: 5 } });
  });

  it('replaces the section whole: a title without an account is zero, from the lines of the others', () => {
    const entry = balanceEntry(
      ['compte', 'solde'],
      ['101', '1'],
      ['60625', '1'],
      ['6811', '1'],
      ['60625', '1'],
      ['701', '1'],
    );
    expect(entry.sections).toContain('budget');
    expect(entry.values.charges_titre1).toBe(0n);
    expect(entry.places.charges_titre1).toEqual({ line: 3, lastLine: 5 });
    expect(entry.places.charges_titre3).toEqual({ line: 3, lastLine: 5 });
    expect(entry.places.charges_titre4).toEqual({ line: 4 });
  });

  it('is the same in whatever order its lines stand', () => {
    const line = fc.record({
      account: fc.constantFrom('6411', '64', '641', '6022', '60625', '6284', '6811', '701', '2183', '61'),
      cents: fc.integer({ min: -999_99, max: 999_99 }),
    });
    fc.assert(
      fc.property(
        fc
          .array(line, { minLength: 1, maxLength: 12 })
          .chain((lines) =>
            fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length })),
          ),
        ([straight, shuffled]) => {
          const of = (lines: typeof straight) =>
            balanceEntry(
              ['compte', 'solde', 'part_numerique'],
              ...lines.map(({ account, cents }) => [account, `${cents / 100}`, '0']),
            );
          const [one, other] = [of(straight), of(shuffled)];
          expect(other.values).toEqual(one.values);
          expect(codes(other).sort()).toEqual(codes(one).sort());
        },
      ),
    );
  });
});

describe('the amount of an account', () => {
  const amount = (headings: readonly string[], ...cells: readonly string[]) =>
    titlesOf(balanceEntry(['compte', ...headings], ['6311', ...cells]))[0];

  it.each([
    [['Solde débiteur', 'Solde créditeur'], ['10,50', '0,25'], 10_25n],
    [['Soldes débiteurs', 'Soldes créditeurs'], ['10', ''], 10_00n],
    [['Débit', 'Crédit'], ['100', '40'], 60_00n],
    [['Total débit', 'Total crédit'], ['100', ''], 100_00n],
    [['Mouvements débit', 'Mouvements crédit'], ['3', '1'], 2_00n],
    [['MONTANT'], ['1 234,56 €'], 1_234_56n],
    [['Solde'], ['7'], 7_00n],
  ])('is read under %j', (headings, cells, expected) => {
    expect(amount(headings, ...cells)).toBe(expected);
  });

  it('is its balance before its debits less its credits, those before its movements, then one signed amount', () => {
    const all = [
      ['Solde débiteur', '1'],
      ['Solde créditeur', '0'],
      ['Total débit', '20'],
      ['Total crédit', '0'],
      ['Mouvements débit', '300'],
      ['Mouvements crédit', '0'],
      ['Solde', '4000'],
    ] as const;
    const from = (first: number) => {
      const columns = all.slice(first).toReversed();
      return amount(
        columns.map(([heading]) => heading),
        ...columns.map(([, text]) => text),
      );
    };
    expect([0, 2, 4, 6].map(from)).toEqual([1_00n, 20_00n, 300_00n, 4_000_00n]);
    // Half of a form says nothing.
    expect([1, 3, 5].map(from)).toEqual([20_00n, 300_00n, 4_000_00n]);
  });

  it('nets reversals: a debit or a credit below zero', () => {
    expect(amount(['débit', 'crédit'], '100', '-5')).toBe(105_00n);
    const reversed = balanceEntry(['compte', 'débit', 'crédit'], ['6311', '100', '0'], ['6311', '-30', '0']);
    expect(titlesOf(reversed)[0]).toBe(70_00n);
    expect(codes(reversed)).toEqual([]);
  });

  it('is zero where it is blank', () => {
    expect(
      titlesOf(balanceEntry(['compte', 'débit', 'crédit'], ['6311', '', ''], ['6332', '1', '']))[0],
    ).toBe(1_00n);
  });

  it('is refused where it cannot be read, once, at its cell', () => {
    const { issues } = balanceEntry(
      ['compte', 'débit', 'crédit'],
      ['6311', 'x', '1'],
      ['6311', '1', '1,234'],
      ['6311', '1', '1'],
    );
    expect(issues).toEqual([
      { code: 'NUMBER_UNREADABLE', at: { line: 2, column: 'débit' }, seen: 'x' },
      { code: 'NUMBER_TOO_PRECISE', at: { line: 3, column: 'crédit' }, seen: '1,234' },
    ]);
  });

  it('is refused where a column beside the one that says it cannot be read and is needed', () => {
    const { issues } = balanceEntry(
      ['compte', 'solde débiteur', 'solde créditeur', 'débit', 'part_numerique'],
      ['2183', '1', '', 'x', ''],
      ['6311', '1', '', '1', '-1'],
    );
    expect(issues.map(({ code, at }) => [code, at.column])).toEqual([
      ['NUMBER_UNREADABLE', 'débit'],
      ['NUMBER_NEGATIVE', 'part_numerique'],
    ]);
  });
});

describe('a title below zero', () => {
  it('is refused, with its name and the lines that it comes from', () => {
    const entry = balanceEntry(['compte', 'solde'], ['6311', '-10'], ['60625', '1'], ['6332', '9,99']);
    expect(entry.issues).toEqual([
      {
        code: 'TITLE_NEGATIVE',
        at: { line: 2, lastLine: 4 },
        seen: '-0.01',
        facts: { title: 'Titre 1 – Charges de personnel' },
      },
    ]);
    expect(codes(balanceEntry(['compte', 'solde'], ['6311', '-10'], ['6332', '10']))).toEqual([]);
  });
});

describe('a line', () => {
  it('is no account without a digit: a warning, and the others count', () => {
    const entry = balanceEntry(
      ['compte', 'libellé', 'solde'],
      ['', 'Charges', ''],
      ['TOTAL', '', '9'],
      ['6311', '', '1'],
    );
    expect(entry.issues).toEqual([
      { code: 'LINE_NOT_AN_ACCOUNT', at: { line: 2, column: 'compte' }, seen: 'Charges' },
      { code: 'LINE_NOT_AN_ACCOUNT', at: { line: 3, column: 'compte' }, seen: 'TOTAL' },
    ]);
    expect(titlesOf(entry)[0]).toBe(1_00n);
    expect(foldEntries([entry], RULES_2026_1).answered).toBe(true);
  });

  it('is refused where it holds no expense: a balance sheet would set the budget to zero', () => {
    const entry = balanceEntry(['compte', 'solde'], ['2183', '1'], ['512', '1']);
    expect(entry.issues).toEqual([
      { code: 'BALANCE_WITHOUT_EXPENSES', at: { line: 2, lastLine: 3 }, seen: '' },
    ]);
    expect(foldEntries([entry], RULES_2026_1).answered).toBe(false);
  });

  it.each(['6', 'Classe 6', 'Total 64', 'Sous-total 641', 'TOTAL CLASSE 6'])(
    'passes over the line of a class or of a total: %j',
    (heading) => {
      const entry = balanceEntry(['compte', 'solde'], [heading, '9'], ['6311', '1']);
      expect(entry.issues).toEqual([
        { code: 'LINE_NOT_AN_ACCOUNT', at: { line: 2, column: 'compte' }, seen: heading },
      ]);
      expect(titlesOf(entry)[0]).toBe(1_00n);
    },
  );

  it.each(['6411000000000', '64A1', '6O26'])('is refused whose account is %j', (account) => {
    const entry = balanceEntry(['compte', 'solde'], [account, '1'], ['6311', '1']);
    expect(entry.issues).toEqual([
      { code: 'ACCOUNT_MALFORMED', at: { line: 2, column: 'compte' }, seen: account },
    ]);
    expect(foldEntries([entry], RULES_2026_1).answered).toBe(false);
  });

  it('has its account with dots, spaces and zeros at its end as exports write them', () => {
    const entry = balanceEntry(['compte', 'solde'], ['64.11', '1'], ['6152 61 0000', '1']);
    expect(entry.issues).toMatchObject([{ code: 'DIGITAL_PART_MISSING' }]);
    expect(titlesOf(entry)).toEqual([1_00n, 0n, 1_00n, 0n]);
  });
});

describe('the chart of a balance', () => {
  const chart = (finess: typeof CARRIER, ...rows: readonly (readonly string[])[]) => {
    const { entries } = readBalanceOf(
      [
        ['exercice', 'finess', 'nomenclature', 'compte', 'solde'],
        ...rows.map((row) => ['2025', finess, ...row]),
      ],
      { perimeter: readingContext().perimeter },
    );
    return entries[0];
  };

  it('is that of its line, else of the status of the body', () => {
    // 6022 is medical in both; 6066 is « fournitures médicales » in M21 alone.
    const of = (finess: typeof CARRIER, nomenclature: string) => {
      const entry = chart(finess, [nomenclature, '6066', '1']);
      return entry && titlesOf(entry).findIndex((sum) => sum !== null && sum > 0n) + 1;
    };
    expect([of(CARRIER, ''), of(LONER, ''), of(CARRIER, 'PCG'), of(LONER, 'm21')]).toEqual([2, 3, 3, 2]);
  });

  it('is refused when it is no chart', () => {
    expect(chart(CARRIER, ['M14', '6411', '1'])?.issues).toEqual([
      { code: 'NOMENCLATURE_UNKNOWN', at: { line: 2, column: 'nomenclature' }, seen: 'M14' },
    ]);
  });

  it('leaves the digital section as it was where the reference set lists none of its accounts', () => {
    const entry = chart(CARRIER, ['M22', '6411', '1'], ['M21', '615261', '1']);
    expect(entry).toMatchObject({
      sections: ['budget'],
      issues: [
        {
          code: 'ACCOUNTS_UNKNOWN',
          at: {},
          seen: 'M22',
          facts: { nomenclature: 'M22', exercice: '2025' },
        },
      ],
    });
    expect(entry && digitalOf(entry)).toEqual([null, null, null, null, null]);
    expect(entry).not.toHaveProperty('details');
  });
});

describe('several budgets', () => {
  it('are added, and said; the principal one may be blank', () => {
    const headings = ['Budget', 'compte', 'solde'];
    const entry = balanceEntry(
      headings,
      ['', '60625', '1'],
      ['h', '60625', '2'],
      ['E', '60625', '4'],
      ['J1', '602', '8'],
    );
    expect(titlesOf(entry)[2]).toBe(15_00n);
    expect(entry.issues).toEqual([
      { code: 'BUDGETS_TOGETHER', at: { line: 1, column: 'Budget' }, seen: 'E, H, J1' },
    ]);
    expect(codes(balanceEntry(headings, ['', '60625', '1'], ['H', '60625', '2']))).toEqual([]);
    expect(codes(balanceEntry(headings, ['', '60625', '1'], ['E', '60625', '2']))).toEqual([
      'BUDGETS_TOGETHER',
    ]);
  });
});

describe('a balance', () => {
  it('is one entry for each body, in the order of their first lines', () => {
    const { kind, issues, entries, orphans } = readBalanceOf(
      [
        ['FINESS', 'Année', 'N° de compte', 'Montant'],
        [MEMBER, '2025', '60625', '1'],
        [CARRIER, '2025', '60625', '2'],
        [MEMBER, '2025', '60625', '4'],
        [STRANGER, '2025', '60625', '8'],
        [LONER, '2024', '6022', '16'],
      ],
      { perimeter: readingContext().perimeter },
    );
    expect({ kind, issues }).toEqual({ kind: 'balance', issues: [] });
    expect(entries.map((entry) => [entry.finess, entry.line, titlesOf(entry)[2]])).toEqual([
      [MEMBER, 2, 5_00n],
      [CARRIER, 3, 2_00n],
      [LONER, 6, 0n],
    ]);
    expect(entries.map(codes)).toEqual([[], [], ['FINANCIAL_YEAR_MISMATCH']]);
    expect(orphans).toMatchObject([{ line: 5, issues: [{ code: 'FINESS_UNKNOWN' }] }]);
  });

  it('of a private body is read with its own accounts', () => {
    const { entries } = readBalanceOf(
      [
        ['exercice', 'compte', 'solde'],
        ['2025', '6156', '3'],
      ],
      { perimeter: bodiesOf(LONER) },
    );
    expect(entries).toMatchObject([{ finess: LONER, issues: [], values: { num_general: 3_00n } }]);
  });

  it('doubts its year where it gives none', () => {
    const { issues } = readBalanceOf([
      ['compte', 'solde'],
      ['60625', '1'],
    ]);
    expect(issues).toMatchObject([{ code: 'YEAR_NOT_GIVEN' }]);
  });

  it('is read as an accounting export gives it, with its opening, movements, totals and balances', () => {
    const headings =
      'Compte général;Intitulé du compte;Report débit;Report crédit;Mouvements débit;Mouvements crédit;Total débit;Total crédit;Solde débiteur;Solde créditeur';
    const { kind, issues, entries } = readBalanceOf([
      headings.split(';'),
      '6152610000;Maintenance informatique;0;0;120,00;20,00;120,00;20,00;100,00;'.split(';'),
      '2183000000;Matériel informatique;9000;0;500;0;9500;0;9500;'.split(';'),
    ]);
    expect(kind).toBe('balance');
    expect(issues.map(({ code, seen }) => [code, seen])).toEqual([
      ['COLUMN_UNKNOWN', 'Report débit'],
      ['COLUMN_UNKNOWN', 'Report crédit'],
      ['YEAR_NOT_GIVEN', ''],
    ]);
    expect(entries).toMatchObject([
      { issues: [], values: { charges_titre3: 100_00n, num_general: 100_00n, num_investissement: 500_00n } },
    ]);
  });

  it('is refused where a column stands twice', () => {
    const reading = readBalanceOf([
      ['compte', 'solde', 'N° compte', 'solde'],
      ['60625', '1', '', '1'],
    ]);
    expect(reading).toMatchObject({ kind: 'balance', entries: [] });
    expect(reading.issues.map(({ code, seen }) => [code, seen])).toEqual([
      ['COLUMN_UNKNOWN', 'N° compte'],
      ['COLUMN_TWICE', 'solde'],
    ]);
  });

  it('is found in a workbook under its title, its values where their cells stand', () => {
    const rows = [
      ['Balance générale 2025'],
      [],
      ['Exercice', 'Compte', 'Libellé', 'Solde'],
      [cell('2025', 'number'), cell('60625', 'number'), 'Fournitures', cell('1.5', 'number')],
      [cell('2025', 'number'), cell('60626', 'number'), '', cell('oups', 'error')],
      [cell('2025', 'number'), cell('6411', 'number'), '', cell('=A1', 'formula-without-value')],
      [cell('2025', 'number'), cell('606', 'number'), '', cell('2', 'number')],
    ];
    const content = workbookOf(sheetOf(rows, { name: 'Balance' }));
    const { kind, entries } = readDeposit({ kind: 'workbook', content }, balanceContext());
    expect(kind).toBe('balance');
    expect(entries[0]?.places.charges_titre3).toEqual({ sheet: 'Balance', cell: 'D4:D7' });
    expect(entries[0]?.issues.map(({ code, at }) => [code, at.cell])).toEqual([
      ['CELL_IN_ERROR', 'D5'],
      ['FORMULA_WITHOUT_VALUE', 'D6'],
    ]);
  });

  it('has in a sheet the cells of both amounts of a single account, and of the part that was read of it', () => {
    const rows = [
      ['Exercice', 'Dont numérique', 'Compte', 'Débit', 'Crédit'],
      [cell('2025', 'number'), '', cell('60211', 'number'), cell('10', 'number'), cell('1', 'number')],
      ['', cell('2', 'number'), cell('6411', 'number'), cell('20', 'number'), ''],
      ['', '', cell('615261', 'number'), cell('5', 'number'), ''],
    ];
    const content = workbookOf(sheetOf(rows, { name: 'Balance' }));
    const { entries } = readDeposit({ kind: 'workbook', content }, balanceContext());
    expect(entries[0]?.places).toMatchObject({
      charges_titre2: { cell: 'D2:E2' },
      // No account is of this title.
      charges_titre4: { cell: 'C2:E4' },
      num_general: { cell: 'B2:E4' },
    });
    expect(entries[0]?.details?.accounts?.map(({ account, at }) => [account, at.cell])).toEqual([
      ['615261', 'D4:E4'],
      ['64', 'B3:E3'],
    ]);
  });

  it('is never taken for a declaration, nor a declaration for one', () => {
    const headings = Object.keys(GOOD_ROW);
    expect(readBalanceOf([headings, headings.map(() => '1')]).kind).toBe('declaration');
    expect(readBalanceOf([[...headings, 'montant'], []]).kind).toBe('declaration');
    expect(readBalanceOf([['finess', 'campagne', 'compte', 'montant'], []]).kind).toBe('balance');
  });

  it('is judged whole, however many of its lines are wrong', () => {
    const headings = { line: 1, cells: ['compte', 'solde', 'part_numerique'] };
    const records = Array.from({ length: 150_000 }, (_, index) => ({
      line: index + 2,
      cells: [`64${100_000 + index}`, '1', ''],
    }));
    const { entries } = readDeposit(
      { kind: 'delimited', content: { records: [headings, ...records] } },
      balanceContext(),
    );
    expect(entries[0]?.issues).toHaveLength(150_000);
  });
});
