import * as fc from 'fast-check';
import { delimitedTable } from '../../../../../shared/domain/deposit/delimited-table.ts';
import { readDeposit } from '../../../../../shared/domain/deposit/read-deposit.ts';
import type { ReadingContext } from '../../../../../shared/domain/deposit/reading.ts';
import { readStaffTable } from '../../../../../shared/domain/deposit/staff/staff-table.ts';
import { bodiesOf } from '../../../../builders/caller.ts';
import { cell, delimited, readingContext, sheetOf, workbookOf } from '../../../../builders/declaration.ts';
import { LONER, MEMBER, STRANGER } from '../../../../builders/directory.ts';

const HEADINGS = ['Fonction', 'Type', 'Quotité', 'Mois', 'Nombre'];
const IN_FILE = ['finess', 'exercice', ...HEADINGS];
const RSSI = ['RSSI', 'interne', '80 %', '12', '1'];

const table = (...records: readonly (readonly string[])[]) => {
  const found = delimitedTable(delimited(...records));
  if (!found) throw new Error('no table');
  return readStaffTable(found);
};
const line = (...cells: readonly string[]) => table(HEADINGS, cells);
const codes = ({ issues }: { issues: readonly { code: string }[] }) => issues.map(({ code }) => code);
const read = (records: readonly (readonly string[])[], context: Partial<ReadingContext> = {}) =>
  readDeposit({ kind: 'delimited', content: delimited(...records) }, readingContext(context));

describe('a table of staff', () => {
  it('gives each line, exact, with its place', () => {
    expect(table(HEADINGS, RSSI, ['Analyste', 'Mutualisé', '0,5', '6,5', '2']).staff).toEqual([
      {
        function: 'RSSI',
        type: 'interne',
        quota: 8_000n,
        months: 1_200n,
        count: 100n,
        at: { line: 2 },
      },
      {
        function: 'Analyste',
        type: 'mutualise',
        quota: 5_000n,
        months: 650n,
        count: 200n,
        at: { line: 3 },
      },
    ]);
  });

  it('sums quota × months of twelve × number by type, those carried for the group within the internal', () => {
    const { internal, external, pooled, issues } = table(
      HEADINGS,
      RSSI,
      ['Analyste', 'mutualisée', '50', '6', '2'],
      ['SOC', 'externes', '1', '3', '1'],
      ['Pentest', 'Externe', '100 %', '1', '0,5'],
    );
    expect(issues).toEqual([]);
    // 0.80 + 0.50; 0.25 + 0.041666…; 0.50
    expect({ internal, external, pooled }).toEqual({ internal: 130n, external: 29n, pooled: 50n });
  });

  it('rounds the sum once, half up: three thirds of a hundredth are one', () => {
    // Each line is 1/300 of an FTE.
    const third = ['Astreinte', 'interne', '4 %', '1', '1'];
    expect(table(HEADINGS, third).internal).toBe(0n);
    expect(table(HEADINGS, third, third).internal).toBe(1n);
    expect(table(HEADINGS, third, third, third).internal).toBe(1n);
    expect(table(HEADINGS, ['x', 'interne', '6 %', '1', '1']).internal).toBe(1n);
    expect(table(HEADINGS, ['x', 'interne', '5,99 %', '1', '1']).internal).toBe(0n);
  });

  it('is one person a line where it has no column for their number, and incomplete where the cell is blank', () => {
    expect(table(HEADINGS.slice(0, 4), RSSI.slice(0, 4)).internal).toBe(80n);
    expect(line('RSSI', 'interne', '80 %', '12', '')).toMatchObject({
      staff: [],
      issues: [
        { code: 'STAFF_LINE_INCOMPLETE', at: { line: 2, column: 'Nombre' }, facts: { column: 'Nombre' } },
      ],
    });
  });

  it('has no line where every cell is blank, or the function alone is filled', () => {
    expect(table(HEADINGS, ['RSSI', '', ' ', '', ''], ['', '', '', '', ''])).toEqual({
      staff: [],
      internal: 0n,
      external: 0n,
      pooled: 0n,
      issues: [],
    });
  });

  it('says each cell that is missing from a line', () => {
    const { issues, staff } = line('', 'interne', '', '', '2');
    expect(issues.map(({ code, facts }) => [code, facts])).toEqual([
      ['STAFF_LINE_INCOMPLETE', { column: 'Fonction' }],
      ['STAFF_LINE_INCOMPLETE', { column: 'Quotité' }],
      ['STAFF_LINE_INCOMPLETE', { column: 'Mois' }],
    ]);
    expect(staff).toEqual([]);
  });

  it.each([
    ['STAFF_TYPE_UNKNOWN', 1, ['prestataire', 'internet', 'interne externe']],
    ['QUOTA_OUT_OF_RANGE', 2, ['100,01', '101 %', '-5', '-0,1']],
    ['MONTHS_OUT_OF_RANGE', 3, ['12,01', '13', '-1']],
    ['NUMBER_NEGATIVE', 4, ['-1']],
    ['NUMBER_UNREADABLE', 2, ['mi-temps']],
    ['NUMBER_UNREADABLE', 3, ['année']],
    ['NUMBER_UNREADABLE', 4, ['deux']],
    ['NUMBER_TOO_PRECISE', 3, ['6,123']],
  ])('refuses %s in column %s: %s', (code, index, texts) => {
    for (const text of texts) {
      const { issues, staff } = line(...RSSI.with(index, text));
      expect(issues).toEqual([{ code, at: { line: 2, column: HEADINGS[index] }, seen: text }]);
      expect(staff).toEqual([]);
    }
  });

  it('takes the ends of the ranges', () => {
    expect(codes(line('RSSI', 'interne', '100 %', '12', '0'))).toEqual([]);
    expect(codes(line('RSSI', 'interne', '0', '0', '1'))).toEqual([]);
  });

  it('needs its headings only where it has a line', () => {
    expect(codes(table(['Fonction', 'Type', 'Mois'], ['RSSI', 'interne', '12']))).toEqual(['COLUMN_MISSING']);
    expect(codes(table(['Fonction', 'Type', 'Mois'], ['RSSI', '', '']))).toEqual([]);
  });

  it('is whole: every sum is that of its lines whatever their order', () => {
    const person = fc.record({
      type: fc.constantFrom('interne', 'externe', 'mutualise'),
      quota: fc.integer({ min: 0, max: 100 }),
      months: fc.integer({ min: 0, max: 12 }),
      count: fc.integer({ min: 0, max: 30 }),
    });
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 8 }), (people) => {
        const rows = people.map((one) => ['x', one.type, `${one.quota} %`, `${one.months}`, `${one.count}`]);
        const straight = table(HEADINGS, ...rows);
        const back = table(HEADINGS, ...rows.toReversed());
        const total = people.reduce((sum, one) => sum + one.quota * one.months * one.count, 0);
        const sums = ({ internal, external, pooled }: typeof straight) => [internal, external, pooled];
        expect(sums(back)).toEqual(sums(straight));
        // Twelve hundredths of a hundredth to an FTE; each of two sums is within a half of its own.
        expect(Math.abs(Number(straight.internal + straight.external) * 12 - total)).toBeLessThanOrEqual(12);
        expect(straight.pooled <= straight.internal).toBe(true);
      }),
    );
  });
});

describe('an HR extract', () => {
  it('fills the section of FTE of each body, and nothing else of it', () => {
    const { kind, issues, entries } = read([
      IN_FILE,
      [LONER, '2025', ...RSSI],
      [MEMBER, '2025', 'RSSI', 'mutualisé', '1', '12', '1'],
      [LONER, '2025', 'SOC', 'externe', '1', '6', '1'],
    ]);
    expect({ kind, issues }).toEqual({ kind: 'etp', issues: [] });
    expect(entries).toMatchObject([
      {
        finess: LONER,
        line: 2,
        sections: ['etp'],
        issues: [],
        places: { etp_ssi_internes: { line: 2 }, etp_ssi_externes: { line: 4 } },
      },
      { finess: MEMBER, line: 3, sections: ['etp'], issues: [] },
    ]);
    expect(entries.map(({ values }) => [values.etp_ssi_internes, values.etp_ssi_externes])).toEqual([
      [80n, 50n],
      [100n, 0n],
    ]);
    for (const { values } of entries)
      expect(values).toMatchObject({ etp_total: null, mutualise_etp_ssi: null, maturite_date: null });
    expect(entries[0]?.details?.staff?.map((one) => one.function)).toEqual(['RSSI', 'SOC']);
  });

  it('is known by its headings under the names that HR departments give them', () => {
    const headings = ['Poste', 'Statut', 'Quotité de travail', 'Nombre de mois', 'Effectif', 'Année'];
    const { kind, issues, entries } = read([headings, [...RSSI, '2025']], { perimeter: bodiesOf(LONER) });
    expect({ kind, issues }).toEqual({ kind: 'etp', issues: [] });
    expect(entries[0]?.values.etp_ssi_internes).toBe(80n);
  });

  it('keeps « type » for the type where a « statut » stands beside it', () => {
    const { issues, entries } = read([
      [...IN_FILE, 'Statut'],
      [LONER, '2025', ...RSSI, 'titulaire'],
    ]);
    expect(codes({ issues })).toEqual(['COLUMN_UNKNOWN']);
    expect(entries[0]?.issues).toEqual([]);
  });

  it('is read from a sheet of a workbook, a whole post under a percent format and all', () => {
    const rows = [
      ['Effectifs SSI'],
      [],
      ['Finess', 'Exercice', ...HEADINGS],
      [LONER, cell('2025', 'number'), 'RSSI', 'Interne', cell('0.8', 'number'), cell('12', 'number'), '1'],
      [LONER, cell('2025', 'number'), 'DPO', 'interne', cell('1', 'number'), cell('6', 'number'), '1'],
    ];
    const content = workbookOf(sheetOf([['Lisez-moi']]), sheetOf(rows, { name: 'RH' }));
    const { kind, entries } = readDeposit({ kind: 'workbook', content }, readingContext());
    expect(kind).toBe('etp');
    expect(entries).toMatchObject([
      {
        line: 4,
        issues: [],
        values: { etp_ssi_internes: 130n },
        places: { etp_ssi_internes: { sheet: 'RH', cell: 'C4:G5' } },
      },
    ]);
  });

  it('means the one body of the perimeter where it names none, and doubts its year where it gives none', () => {
    const { issues, entries } = read([HEADINGS, RSSI], { perimeter: bodiesOf(LONER) });
    expect(issues).toMatchObject([{ code: 'YEAR_NOT_GIVEN', facts: { exercice: '2025' } }]);
    expect(entries.map(({ finess }) => finess)).toEqual([LONER]);
    expect(read([HEADINGS, RSSI])).toMatchObject({
      entries: [],
      issues: [{ code: 'COLUMN_MISSING', facts: { column: 'finess' } }],
    });
  });

  it('is refused of another year, body by body, and whole for one line that is wrong', () => {
    const { entries, orphans } = read([
      IN_FILE,
      [LONER, '2024', ...RSSI],
      [MEMBER, '2025', ...RSSI],
      [MEMBER, '2025', ...RSSI.with(1, '?')],
      [STRANGER, '2025', ...RSSI],
    ]);
    expect(entries.map(({ finess, issues }) => [finess, ...codes({ issues })])).toEqual([
      [LONER, 'FINANCIAL_YEAR_MISMATCH'],
      [MEMBER, 'STAFF_TYPE_UNKNOWN'],
    ]);
    expect(orphans).toMatchObject([{ line: 5, issues: [{ code: 'FINESS_UNKNOWN' }] }]);
  });

  it('has no row where nothing but functions is filled', () => {
    expect(codes(read([IN_FILE, [LONER, '2025', 'RSSI', '', '', '', '']]))).toEqual(['NO_ROW']);
  });

  it('is refused where one of its columns is missing or stands twice', () => {
    expect(read([IN_FILE.filter((one) => one !== 'Mois'), []])).toMatchObject({
      kind: 'etp',
      entries: [],
      issues: [{ code: 'COLUMN_MISSING', facts: { column: 'mois' } }],
    });
    expect(
      codes(
        read([
          [...IN_FILE, 'Type'],
          [LONER, '2025', ...RSSI],
        ]),
      ),
    ).toEqual(['COLUMN_TWICE']);
  });
});
