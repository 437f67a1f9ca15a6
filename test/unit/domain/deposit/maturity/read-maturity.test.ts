import { delimitedTable } from '../../../../../shared/domain/deposit/delimited-table.ts';
import { readMeasureTable } from '../../../../../shared/domain/deposit/maturity/measure-table.ts';
import { readDeposit } from '../../../../../shared/domain/deposit/read-deposit.ts';
import type { ReadingContext } from '../../../../../shared/domain/deposit/reading.ts';
import type { Measure } from '../../../../../shared/domain/maturity/measure.ts';
import { bodiesOf } from '../../../../builders/caller.ts';
import { cell, delimited, readingContext, sheetOf, workbookOf } from '../../../../builders/declaration.ts';
import { directory, LONER, MEMBER, STRANGER } from '../../../../builders/directory.ts';
import { day, sourceOf } from '../../../../builders/entry.ts';

const QUESTIONNAIRE: readonly Measure[] = [
  { code: 'GOUV-1', theme: 'Gouvernance', label: 'Un responsable SSI est nommé', highest: 4 },
  { code: 'EXPL-1', theme: 'Exploitation', label: 'Les sauvegardes sont testées', highest: 3 },
];
const HEADINGS = ['Mesure', 'Niveau', 'Non applicable', 'Commentaire'];
const GOUV = ['GOUV-1', '3', '', ''];
const EXPL = ['EXPL-1', '0', '', 'En cours'];

const tableOf = (records: readonly (readonly string[])[], measures: readonly Measure[]) => {
  const found = delimitedTable(delimited(...records));
  if (!found) throw new Error('no table');
  return readMeasureTable(found, measures);
};
const table = (...lines: readonly (readonly string[])[]) => tableOf([HEADINGS, ...lines], QUESTIONNAIRE);
const free = (...lines: readonly (readonly string[])[]) => tableOf([HEADINGS, ...lines], []);
const codes = ({ issues }: { issues: readonly { code: string }[] }) => issues.map(({ code }) => code);

describe('a table of measures', () => {
  it('gives the level of each, or that it does not apply, with its comment and place', () => {
    expect(table(GOUV, ['EXPL-1', '', 'oui', ' Sans objet ici '])).toEqual({
      measures: [
        { measure: 'GOUV-1', level: 3, comment: '', at: { line: 2 } },
        { measure: 'EXPL-1', level: null, comment: 'Sans objet ici', at: { line: 3 } },
      ],
      issues: [],
    });
  });

  it('takes a code whatever its case and outer spaces, and keeps that of the questionnaire', () => {
    const { measures, issues } = table([' gouv-1 ', '4', '', ''], EXPL);
    expect(measures.map(({ measure }) => measure)).toEqual(['GOUV-1', 'EXPL-1']);
    expect(issues).toEqual([]);
  });

  it.each(['oui', 'Oui', 'X', 'vrai', 'VRAI'])('takes « %s » for not applicable', (text) => {
    expect(table(['GOUV-1', '', text, ''], EXPL).measures[0]?.level).toBeNull();
  });

  it.each(['NA', 'N/A', 'Non applicable', 'sans objet'])('takes « %s » in the place of a level', (text) => {
    const { measures, issues } = table(['GOUV-1', text, '', ''], EXPL);
    expect({ level: measures[0]?.level, issues }).toEqual({ level: null, issues: [] });
  });

  it('takes « non » for nothing said', () => {
    expect(table(['GOUV-1', '2', 'non', ''], EXPL).measures[0]?.level).toBe(2);
    expect(codes(table(['GOUV-1', '', 'Non', ''], EXPL))).toEqual(['MEASURE_UNANSWERED']);
  });

  it('takes the ends of the scale, whatever the decimals shown', () => {
    for (const text of ['0', '4', '4,00', '4.0'])
      expect(table(['GOUV-1', text, '', ''], EXPL)).toMatchObject({ issues: [] });
  });

  it.each(['5', '-1', '2,5', 'trois', '1 à 2'])('refuses the level « %s » of a scale of 0 to 4', (text) => {
    const { measures, issues } = table(['GOUV-1', text, '', ''], EXPL);
    expect(issues).toEqual([
      { code: 'LEVEL_OUT_OF_RANGE', at: { line: 2, column: 'Niveau' }, seen: text, facts: { highest: '4' } },
    ]);
    expect(measures).toHaveLength(1);
  });

  it('refuses a level of what does not apply, an unknown choice and a comment that is too long', () => {
    expect(table(['GOUV-1', '2', 'oui', ''], EXPL).issues).toEqual([
      { code: 'LEVEL_AND_NOT_APPLICABLE', at: { line: 2, column: 'Niveau' }, seen: '2' },
    ]);
    expect(table(['GOUV-1', '2', 'peut-être', ''], EXPL).issues).toMatchObject([
      { code: 'CHOICE_UNKNOWN', at: { column: 'Non applicable' }, facts: { choices: 'oui, non' } },
    ]);
    expect(codes(table(['GOUV-1', '2', '', 'x'.repeat(2_000)], EXPL))).toEqual([]);
    expect(table(['GOUV-1', '2', '', 'x'.repeat(2_001)], EXPL).issues).toMatchObject([
      { code: 'TEXT_TOO_LONG', at: { column: 'Commentaire' }, facts: { limit: '2000' } },
    ]);
  });

  it('does not take a measure that is not of the questionnaire, and says so', () => {
    const { measures, issues } = table(GOUV, EXPL, ['PSSI-9', '9', 'peut-être', ''], ['', '2', '', '']);
    expect(issues).toEqual([
      { code: 'MEASURE_UNKNOWN', at: { line: 4, column: 'Mesure' }, seen: 'PSSI-9' },
      { code: 'MEASURE_UNKNOWN', at: { line: 5, column: 'Mesure' }, seen: '' },
    ]);
    expect(measures).toHaveLength(2);
  });

  it('refuses two answers to a measure', () => {
    expect(table(GOUV, EXPL, ['Gouv-1', '2', '', '']).issues).toEqual([
      {
        code: 'MEASURE_TWICE',
        at: { line: 4, column: 'Mesure' },
        seen: 'Gouv-1',
        facts: { first: 'ligne 2' },
      },
    ]);
  });

  it('names the measures without an answer: at their cell, or at the headings where they have no line', () => {
    const { measures, issues } = table(['GOUV-1', '', '', 'à voir']);
    expect(measures).toEqual([]);
    expect(issues).toEqual([
      { code: 'MEASURE_UNANSWERED', at: { line: 2, column: 'Niveau' }, seen: 'GOUV-1' },
      { code: 'MEASURE_UNANSWERED', at: { line: 1, column: 'Mesure' }, seen: 'EXPL-1' },
    ]);
  });

  it('is free where there is no questionnaire: any code, any whole number from 0', () => {
    expect(free(['1.2', '17', '', ''], ['A', 'NA', '', ''])).toMatchObject({
      measures: [
        { measure: '1.2', level: 17 },
        { measure: 'A', level: null },
      ],
      issues: [],
    });
    expect(
      free(['A', '-1', '', ''], ['B', '', '', ''], ['', '1', '', ''], ['A', '1', '', '']).issues,
    ).toMatchObject([
      { code: 'LEVEL_OUT_OF_RANGE', facts: { highest: '' } },
      { code: 'MEASURE_UNANSWERED', seen: 'B' },
      { code: 'MEASURE_UNKNOWN', seen: '' },
      { code: 'MEASURE_TWICE', seen: 'A' },
    ]);
  });

  it('needs its headings only where it has a line', () => {
    const headings = ['mesure', 'commentaire'];
    expect(codes(tableOf([headings, ['GOUV-1', '']], QUESTIONNAIRE))).toEqual(['COLUMN_MISSING']);
    expect(codes(tableOf([headings, ['', '']], QUESTIONNAIRE))).toEqual([]);
  });
});

const IN_FILE = ['finess', 'campagne', 'date_evaluation', ...HEADINGS];
const read = (records: readonly (readonly string[])[], context: Partial<ReadingContext> = {}) =>
  readDeposit(
    { kind: 'delimited', content: delimited(...records) },
    readingContext({ directory: directory({ measures: QUESTIONNAIRE }), ...context }),
  );

describe('a maturity questionnaire', () => {
  it('fills the section of maturity of each body, and nothing else of it', () => {
    const { kind, issues, entries } = read([
      IN_FILE,
      [LONER, '2026', '10/03/2026', ...GOUV],
      [MEMBER, '2026', '2026-04-01', ...GOUV],
      [LONER, '2026', '', ...EXPL],
      [MEMBER, '2026', '2026-04-01', ...EXPL],
    ]);
    expect({ kind, issues }).toEqual({ kind: 'maturite', issues: [] });
    expect(entries).toMatchObject([
      {
        finess: LONER,
        line: 2,
        sections: ['maturite'],
        issues: [],
        values: { maturite_date: '2026-03-10', etp_ssi_internes: null, charges_titre1: null },
        places: { maturite_date: { line: 2, column: 'date_evaluation' } },
        details: { measures: [{ measure: 'GOUV-1' }, { measure: 'EXPL-1' }] },
      },
      { finess: MEMBER, line: 3, issues: [], values: { maturite_date: '2026-04-01' } },
    ]);
  });

  it('is read from a sheet of a workbook, its theme and label beside', () => {
    const rows = [
      ['Thème', 'Code', 'Libellé', 'Niveau', 'NA', 'Commentaires', 'Date', 'FINESS'],
      [
        'Gouvernance',
        'GOUV-1',
        'Un responsable',
        cell('3', 'number'),
        '',
        '',
        cell('2026-03-10', 'date'),
        LONER,
      ],
      ['Exploitation', 'EXPL-1', 'Les sauvegardes', '', cell('VRAI', 'boolean'), '', '', LONER],
    ];
    const content = workbookOf(sheetOf(rows, { name: 'Réponses', firstRow: 3 }));
    const { kind, issues, entries } = readDeposit(
      { kind: 'workbook', content },
      readingContext({ directory: directory({ measures: QUESTIONNAIRE }) }),
    );
    expect({ kind, issues }).toEqual({ kind: 'maturite', issues: [] });
    expect(entries).toMatchObject([
      {
        line: 4,
        issues: [],
        values: { maturite_date: '2026-03-10' },
        details: {
          measures: [
            { measure: 'GOUV-1', level: 3, at: { sheet: 'Réponses', cell: 'B4:F4' } },
            { measure: 'EXPL-1', level: null },
          ],
        },
      },
    ]);
  });

  it('means the one body of the perimeter where it names none; its date says the year', () => {
    const records = [IN_FILE.slice(2), ['2026-03-10', ...GOUV], ['', ...EXPL]];
    const { issues, entries } = read(records, { perimeter: bodiesOf(LONER) });
    expect(issues).toEqual([]);
    expect(entries.map(({ finess }) => finess)).toEqual([LONER]);
    expect(codes(read(records))).toEqual(['COLUMN_MISSING']);
  });

  const dated = (...dates: readonly string[]) =>
    read([IN_FILE, ...dates.map((date, index) => [LONER, '2026', date, ...(index === 0 ? GOUV : EXPL)])])
      .entries[0];

  it('has one date for all its lines', () => {
    expect(dated('2026-03-10', '11/03/2026')?.issues).toEqual([
      {
        code: 'ASSESSMENT_DATES_DISAGREE',
        at: { line: 3, column: 'date_evaluation' },
        seen: '11/03/2026',
        facts: { first: '10/03/2026' },
      },
    ]);
    expect(dated('2026-03-10', '10/03/2026')?.issues).toEqual([]);
  });

  it('has a date that can be read', () => {
    expect(dated('', '')?.issues).toEqual([
      { code: 'DATE_UNREADABLE', at: { line: 2, column: 'date_evaluation' }, seen: '' },
    ]);
    expect(dated('mars', '')?.issues).toMatchObject([{ code: 'DATE_UNREADABLE', seen: 'mars' }]);
    expect(dated('46091', '')?.issues).toMatchObject([{ code: 'DATE_SERIAL' }]);
  });

  it('has a date of the campaign, no later than the deposit, said once', () => {
    expect(dated('2026-07-16', '2026-07-16')?.issues).toMatchObject([
      { code: 'MATURITY_DATE_AFTER_DEPOSIT', facts: { day: '15/07/2026', firstDay: '01/01/2026' } },
    ]);
    expect(dated('2026-07-15', '')?.issues).toEqual([]);
    expect(dated('2025-12-31', '2025-12-31')?.issues).toMatchObject([
      { code: 'MATURITY_DATE_BEFORE_CAMPAIGN' },
    ]);
    expect(dated('2026-01-01', '')?.issues).toEqual([]);
    const early = { source: sourceOf('f', { day: day('2026-03-01') }) };
    expect(read([IN_FILE, [LONER, '2026', '2026-03-02', ...GOUV]], early).entries[0]?.issues).toMatchObject([
      { code: 'MATURITY_DATE_AFTER_DEPOSIT' },
      { code: 'MEASURE_UNANSWERED' },
    ]);
  });

  it('is refused of another campaign, and its strangers one by one', () => {
    const { entries, orphans } = read([
      IN_FILE,
      [LONER, '2025', '2026-03-10', ...GOUV],
      [LONER, '2026', '', ...EXPL],
      [STRANGER, '2026', '2026-03-10', ...GOUV],
    ]);
    expect(entries.map(codes)).toEqual([['CAMPAIGN_MISMATCH']]);
    expect(orphans).toMatchObject([{ line: 4, issues: [{ code: 'FINESS_UNKNOWN' }] }]);
  });

  it('is refused without its level or its date', () => {
    for (const [heading, column] of [
      ['date_evaluation', 'maturite_date'],
      ['Niveau', 'niveau'],
    ] as const) {
      expect(read([IN_FILE.filter((one) => one !== heading), []])).toMatchObject({
        kind: 'maturite',
        entries: [],
        issues: [{ code: 'COLUMN_MISSING', facts: { column } }],
      });
    }
  });
});
