import { delimitedTable } from '../../../../shared/domain/deposit/delimited-table.ts';
import { headingsBy, readHeadings } from '../../../../shared/domain/deposit/headings.ts';
import type { RawTable } from '../../../../shared/domain/deposit/raw-table.ts';
import { whoseLines } from '../../../../shared/domain/deposit/whose.ts';
import { bodiesOf, regionOf } from '../../../builders/caller.ts';
import { delimited, readingContext } from '../../../builders/declaration.ts';
import { CARRIER, LONER, MEMBER, NEIGHBOUR, STRANGER } from '../../../builders/directory.ts';

const columnOf = headingsBy({ finess: [], exercice: [], campagne: [], valeur: ['montant'] });

function tableOf(...records: readonly (readonly string[])[]): RawTable {
  const table = delimitedTable(delimited(...records));
  if (!table) throw new Error('no table');
  return table;
}

function whose(records: readonly (readonly string[])[], perimeter = readingContext().perimeter) {
  const table = tableOf(...records);
  const { columns } = readHeadings(table, columnOf, []);
  const { issues, bodies, orphans } = whoseLines(table, columns, readingContext({ perimeter }));
  return {
    issues: issues.map(({ code }) => code),
    bodies: bodies.map(({ finess, lines, issues: own }) => ({
      finess,
      lines: lines.map(({ line }) => line),
      codes: own.map(({ code, at }) => [code, at.line]),
    })),
    orphans: orphans.map(({ line, issues: own }) => [line, ...own.map(({ code }) => code)]),
  };
}

describe('the lines of a table', () => {
  it('are those of the bodies that they name, gathered in the order of their first lines', () => {
    expect(
      whose([
        ['exercice', 'FINESS', 'valeur'],
        ['2025', MEMBER, '1'],
        ['2025', LONER, '2'],
        ['2025', MEMBER, '3'],
      ]),
    ).toEqual({
      issues: [],
      bodies: [
        { finess: MEMBER, lines: [2, 4], codes: [] },
        { finess: LONER, lines: [3], codes: [] },
      ],
      orphans: [],
    });
  });

  it('are those of the one body of the perimeter where no column names any', () => {
    const records = [
      ['exercice', 'valeur'],
      ['2025', '1'],
      ['2025', '2'],
    ];
    expect(whose(records, bodiesOf(LONER))).toMatchObject({
      issues: [],
      bodies: [{ finess: LONER, lines: [2, 3] }],
    });
    for (const perimeter of [bodiesOf(CARRIER, LONER), regionOf('84'), readingContext().perimeter])
      expect(whose(records, perimeter)).toEqual({ issues: ['COLUMN_MISSING'], bodies: [], orphans: [] });
  });

  it('are no body’s where the one body of the perimeter is not of the campaign', () => {
    expect(whose([['exercice'], ['2025']], bodiesOf(STRANGER))).toMatchObject({
      bodies: [],
      orphans: [[2, 'FINESS_UNKNOWN']],
    });
  });

  it('are refused one by one where they name nobody, or somebody that the deposit may not speak of', () => {
    expect(
      whose(
        [
          ['exercice', 'finess'],
          ['2025', ''],
          ['2025', 'CHU'],
          ['2025', `${LONER.slice(0, 8)}${(Number(LONER[8]) + 1) % 10}`],
          ['2025', STRANGER],
          ['2025', NEIGHBOUR],
          ['2025', LONER],
        ],
        regionOf('84'),
      ),
    ).toMatchObject({
      bodies: [{ finess: LONER, lines: [7] }],
      orphans: [
        [2, 'FINESS_BLANK'],
        [3, 'FINESS_MALFORMED'],
        [4, 'FINESS_KEY'],
        [5, 'FINESS_UNKNOWN'],
        [6, 'FINESS_OUT_OF_SCOPE'],
      ],
    });
  });

  it('are of N-1 by the financial year, or of N by the campaign, and say so', () => {
    const of = (...records: readonly (readonly string[])[]) =>
      whose(records, bodiesOf(LONER)).bodies[0]?.codes;
    expect(of(['exercice', 'valeur'], ['2025', '1'], ['2026', '1'], ['', '1'])).toEqual([
      ['FINANCIAL_YEAR_MISMATCH', 3],
      ['FINANCIAL_YEAR_MISMATCH', 4],
    ]);
    expect(of(['campagne', 'valeur'], ['2026', '1'], ['2025', '1'])).toEqual([['CAMPAIGN_MISMATCH', 3]]);
    expect(of(['campagne', 'exercice'], ['2026', '2025'])).toEqual([]);
  });

  it('say no year without either column, which is a doubt on the file', () => {
    expect(whose([['finess'], [LONER]])).toMatchObject({ issues: ['YEAR_NOT_GIVEN'], orphans: [] });
  });

  it('are shifted by an unquoted comma when a cell stands beyond the headings', () => {
    expect(
      whose([
        ['campagne', 'finess'],
        ['2026', LONER, '5'],
      ]).bodies[0]?.codes,
    ).toEqual([['CELL_BEYOND_HEADER', 2]]);
  });

  it('are missing where there is none', () => {
    expect(whose([['campagne', 'finess']])).toEqual({ issues: ['NO_ROW'], bodies: [], orphans: [] });
  });
});

describe('the headings of a table', () => {
  const read = (...headings: readonly string[]) => {
    const { columns, issues } = readHeadings(tableOf(headings), columnOf, ['valeur']);
    return { columns: Object.fromEntries(columns), codes: issues.map(({ code, seen }) => [code, seen]) };
  };

  it('may come in any order, under their own names or others, with accents, capitals and punctuation', () => {
    expect(read('Montant :', ' FINESS ')).toEqual({ columns: { valeur: 0, finess: 1 }, codes: [] });
  });

  it('are the column of their own name before any other that could be it', () => {
    expect(read('montant', 'valeur')).toEqual({
      columns: { valeur: 1 },
      codes: [['COLUMN_UNKNOWN', 'montant']],
    });
  });

  it('refuse the same column twice, and a missing one', () => {
    expect(read('montant', 'Montant').codes).toEqual([['COLUMN_TWICE', 'Montant']]);
    expect(read('valeur', 'Valeur').codes).toEqual([['COLUMN_TWICE', 'Valeur']]);
    expect(read('finess', '').codes).toEqual([['COLUMN_MISSING', '']]);
  });
});
