import { readDeposit } from '../../../../shared/domain/deposit/read-deposit.ts';
import type { WorkbookContent } from '../../../../shared/domain/deposit/table.ts';
import {
  cell,
  declarations,
  GOOD_ROW,
  readingContext,
  sheetOf,
  templateOf,
  workbookOf,
} from '../../../builders/declaration.ts';
import { LONER, MEMBER, STRANGER } from '../../../builders/directory.ts';

const read = (content: WorkbookContent) => readDeposit({ kind: 'workbook', content }, readingContext());
const { finess, campagne } = GOOD_ROW;

describe('the template workbook', () => {
  it('is known by its names, says what a CSV of the same cells says, and stands at its cells', () => {
    const { kind, entries } = read(templateOf(GOOD_ROW));
    const csv = readDeposit({ kind: 'delimited', content: declarations(GOOD_ROW) }, readingContext());
    expect(kind).toBe('template');
    expect(entries).toMatchObject([
      { finess: LONER, line: 1, issues: [], sections: csv.entries[0]?.sections },
    ]);
    expect(entries[0]?.values).toEqual(csv.entries[0]?.values);
    expect(entries[0]?.places.campagne).toEqual({ sheet: 'Saisie', cell: 'B2' });
  });

  it('is read by its names wherever the cells stand, and names of no column are not looked at', () => {
    const sheets = [
      sheetOf([['', '', cell('12', 'number')]], { name: 'Autre', firstRow: 40 }),
      sheetOf([[finess, campagne]]),
    ];
    const names = new Map([
      ['campagne', { sheet: 'Feuil1', cell: 'B1' }],
      ['finess', { sheet: 'Feuil1', cell: 'A1' }],
      ['charges_titre1', { sheet: 'Autre', cell: 'C40' }],
      ['_xlnm.Print_Area', { sheet: 'Autre', cell: 'A1' }],
      ['num_general', { sheet: 'Absente', cell: 'A1' }],
    ]);
    const { entries } = read({ sheets, names });
    expect(entries[0]).toMatchObject({ issues: [], values: { charges_titre1: 1200n, num_general: null } });
    expect(entries[0]?.sections).toEqual(['budget', 'numerique']);
  });

  it('is refused in a version that is not known, and taken in a known one or without', () => {
    for (const version of ['2026-1', '2026-2']) {
      expect(read(templateOf({ ...GOOD_ROW, modele_version: version })).entries).toHaveLength(1);
    }
    for (const version of ['2031-4', '']) {
      expect(read(templateOf({ ...GOOD_ROW, modele_version: version }))).toMatchObject({
        kind: 'template',
        entries: [],
        issues: [
          {
            code: 'TEMPLATE_VERSION_UNKNOWN',
            at: { sheet: 'Saisie' },
            seen: version,
            facts: { versions: '2026-1, 2026-2' },
          },
        ],
      });
    }
  });

  it('is an orphan when it names no body', () => {
    expect(read(templateOf({ finess: STRANGER, campagne }))).toMatchObject({
      kind: 'template',
      entries: [],
      orphans: [{ line: 1, issues: [{ code: 'FINESS_UNKNOWN', at: { sheet: 'Saisie', cell: 'B1' } }] }],
    });
    expect(read(templateOf({ finess: '', campagne })).orphans).toMatchObject([
      { issues: [{ code: 'FINESS_BLANK' }] },
    ]);
  });
});

describe('a table in a sheet', () => {
  it('is found on any sheet, below a title, and stands at its cells', () => {
    const rows = [
      ['', 'Déclaration 2026'],
      ['', 'FINESS', 'Campagne', 'Charges titre 1'],
      ['', LONER, cell('2026', 'number'), cell('12.5', 'number')],
      ['', MEMBER, '2026', 'x'],
    ];
    const { kind, entries } = read(
      workbookOf(sheetOf([['Lisez-moi']]), sheetOf(rows, { name: 'Données', firstRow: 5 })),
    );
    expect(kind).toBe('declaration');
    expect(entries.map((entry) => [entry.finess, entry.line, entry.values.charges_titre1])).toEqual([
      [LONER, 7, 1250n],
      [MEMBER, 8, null],
    ]);
    expect(entries[1]?.issues).toMatchObject([
      {
        code: 'NUMBER_UNREADABLE',
        at: { sheet: 'Données', cell: 'D8', column: 'Charges titre 1' },
        seen: 'x',
      },
    ]);
  });

  it('may have its headings on the twentieth row that is not blank, and no later', () => {
    const titled = (count: number) =>
      read(
        workbookOf(
          sheetOf([
            ...Array.from({ length: count }, () => ['titre']),
            ['finess', 'campagne'],
            [finess, campagne],
          ]),
        ),
      );
    expect(titled(19).entries).toHaveLength(1);
    expect(titled(20)).toMatchObject({
      kind: 'unknown',
      entries: [],
      issues: [{ code: 'NOT_A_DECLARATION' }],
    });
  });

  it('skips blank rows, and rows of spaces', () => {
    const { entries, orphans } = read(
      workbookOf(sheetOf([['finess', 'campagne'], [''], [' ', ' '], [finess, campagne]])),
    );
    expect(entries.map(({ line }) => line)).toEqual([4]);
    expect(orphans).toEqual([]);
  });

  it('is refused without a row, and without both key columns', () => {
    expect(read(workbookOf(sheetOf([['finess', 'campagne']]))).issues).toMatchObject([
      { code: 'NO_ROW', at: { sheet: 'Feuil1', cell: 'A1' } },
    ]);
    expect(read(workbookOf(sheetOf([['finess', 'cloture']]))).issues).toMatchObject([
      { code: 'COLUMN_MISSING', facts: { column: 'campagne' } },
    ]);
    expect(read(workbookOf(sheetOf([['finess', 'commentaire']]))).issues).toMatchObject([
      { code: 'NOT_A_DECLARATION' },
    ]);
    expect(read(workbookOf()).issues).toMatchObject([{ code: 'NOT_A_DECLARATION' }]);
  });

  it('refuses a row with a cell beyond the last heading', () => {
    const { entries } = read(
      workbookOf(
        sheetOf([
          ['finess', 'campagne'],
          [finess, campagne, '', 'note'],
        ]),
      ),
    );
    expect(entries[0]?.issues).toMatchObject([
      { code: 'CELL_BEYOND_HEADER', at: { cell: 'D2' }, seen: 'note' },
    ]);
  });
});

describe('the cells of a workbook', () => {
  const of = (column: string, content: ReturnType<typeof cell>) => {
    const { entries, orphans } = read(templateOf({ finess, campagne, [column]: content }));
    const row = entries[0] ?? orphans[0];
    return { codes: row?.issues.map(({ code }) => code), values: entries[0]?.values };
  };

  it('hold dates under a date format, with or without a midnight', () => {
    for (const text of ['2026-05-20', '2026-05-20 00:00:00'])
      expect(of('maturite_date', cell(text, 'date'))).toMatchObject({
        codes: [],
        values: { maturite_date: '2026-05-20' },
      });
  });

  it('hold no date in a bare number, nor in a truth', () => {
    expect(of('maturite_date', cell('46162', 'number')).codes).toEqual(['DATE_SERIAL']);
    expect(of('maturite_date', cell('VRAI', 'boolean')).codes).toEqual(['DATE_UNREADABLE']);
  });

  it('hold no number in a date, nor in a truth', () => {
    expect(of('etp_total', cell('2026-05-20', 'date')).codes).toEqual(['NUMBER_UNREADABLE']);
    expect(of('etp_total', cell('VRAI', 'boolean')).codes).toEqual(['NUMBER_UNREADABLE']);
  });

  it('hold the number that the file holds, exactly', () => {
    expect(of('charges_titre1', cell('39297655.289999999', 'number')).values?.charges_titre1).toBe(
      3_929_765_529n,
    );
    expect(of('charges_titre1', cell('1.25E6', 'number')).values?.charges_titre1).toBe(125_000_000n);
  });

  it('say nothing when they show an error or were never calculated, in any column', () => {
    const kinds = [
      ['error', '#REF!', 'CELL_IN_ERROR'],
      ['formula-without-value', 'A1+1', 'FORMULA_WITHOUT_VALUE'],
    ] as const;
    for (const [kind, text, code] of kinds) {
      for (const column of ['charges_titre1', 'maturite_date', 'finess', 'campagne'])
        expect(of(column, cell(text, kind)).codes).toEqual([code]);
      expect(of('cloture', cell(text, kind)).codes).toEqual([code]);
    }
  });

  it('do not say that the closing date is missing when it is in error', () => {
    const { entries } = read(
      templateOf({ finess, campagne, cloture: 'definitive', date_cloture: cell('#N/A', 'error') }),
    );
    expect(entries[0]?.issues.map(({ code }) => code)).toEqual(['CELL_IN_ERROR']);
  });

  it('are not blank when they hold a formula that says nothing', () => {
    expect(of('charges_titre1', cell('', 'formula-without-value')).codes).toEqual([]);
    const sheet = sheetOf([[finess, campagne]]);
    const cells = new Map([...sheet.cells, ['C1', cell(' ', 'formula-without-value')]]);
    const names = new Map(
      ['finess', 'campagne', 'etp_total'].map(
        (name, i) => [name, { sheet: 'Feuil1', cell: `${'ABC'[i]}1` }] as const,
      ),
    );
    expect(read({ sheets: [{ ...sheet, cells }], names }).entries[0]?.issues).toMatchObject([
      { code: 'FORMULA_WITHOUT_VALUE', at: { cell: 'C1' } },
    ]);
  });
});
