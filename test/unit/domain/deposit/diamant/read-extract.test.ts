import { readDeposit } from '../../../../../shared/domain/deposit/read-deposit.ts';
import type { ReadingContext } from '../../../../../shared/domain/deposit/reading.ts';
import { foldEntries } from '../../../../../shared/domain/return/fold.ts';
import { LATEST_RULE_SET } from '../../../../../shared/domain/rules/rule-sets.ts';
import { giveVerdict } from '../../../../../shared/domain/verdict/give-verdict.ts';
import { frenchWording } from '../../../../../shared/messages/fr.ts';
import { bodiesOf, regionOf } from '../../../../builders/caller.ts';
import { cell, delimited, readingContext, sheetOf, workbookOf } from '../../../../builders/declaration.ts';
import { CARRIER, EXTERNAL, LONER, MEMBER, NEIGHBOUR, STRANGER } from '../../../../builders/directory.ts';
import { sourceOf } from '../../../../builders/entry.ts';

/** As a release writes them; others write them with double spaces, in capitals or without accents. */
const HEADINGS = [
  'Finess EJ',
  'Finess ET',
  'Année',
  "Nombre d'ETP PM",
  'Dépenses Titre I Budget global',
  'Dépenses Titre II Budget global',
  'Dépenses Titre III Budget global',
  'Dépenses Titre IV Budget global',
  'Recettes Titre I Budget global',
  'Dépenses Titre I Budget H',
];
const TITLES = ['-38315470.489920005', '-7262125.2101999987', '-0.1', '2.1120000000000003E-2'];
const row = (ej: string, et: string, year = '2025', titles: readonly string[] = TITLES) => [
  ej,
  et,
  year,
  '69.5',
  ...titles,
  '39297655.289999999',
  '-1',
];

const read = (records: readonly (readonly string[])[], context: Partial<ReadingContext> = {}) =>
  readDeposit({ kind: 'delimited', content: delimited(HEADINGS, ...records) }, readingContext(context));

describe('an extract of the accounts', () => {
  it('gives the four titles of each declarant, positive, half up to the cent, and no value', () => {
    const { kind, issues, orphans, entries } = read([row(CARRIER, '')]);
    expect({ kind, issues, orphans }).toEqual({ kind: 'diamant', issues: [], orphans: [] });
    expect(entries).toMatchObject([
      {
        finess: CARRIER,
        line: 2,
        sections: [],
        places: {},
        issues: [],
        check: { titles: [3_831_547_049n, 726_212_521n, 10n, 2n], at: { line: 2 } },
      },
    ]);
    expect(Object.values(entries[0]?.values ?? {}).filter((value) => value !== null)).toEqual([]);
  });

  it('is known whatever the accents, the case, the double spaces and the order of its headings', () => {
    const drifted = [
      'DEPENSES  TITRE  IV  BUDGET GLOBAL',
      'depenses titre iii budget global',
      'Dépenses Titre II Budget  global',
      'Dépenses Titre I Budget Global',
      'ANNEE',
      'FINESS ET',
      'Finess  EJ',
    ];
    const content = delimited(drifted, ['-4', '-3', '-2', '-1', '2025', '', CARRIER]);
    const { kind, issues, entries } = readDeposit({ kind: 'delimited', content }, readingContext());
    expect({ kind, issues }).toEqual({ kind: 'diamant', issues: [] });
    expect(entries[0]?.check?.titles).toEqual([100n, 200n, 300n, 400n]);
  });

  it('is none without one of its titles', () => {
    const content = delimited(
      HEADINGS.filter((heading) => heading !== 'Dépenses Titre III Budget global'),
      [],
    );
    expect(readDeposit({ kind: 'delimited', content }, readingContext()).kind).not.toBe('diamant');
  });

  it('is read from a sheet, at its cells', () => {
    const rows = [
      HEADINGS,
      row(CARRIER, '').map((text, index) => (index === 2 || index > 3 ? cell(text, 'number') : text)),
    ];
    const content = workbookOf(sheetOf(rows, { name: 'QUO_SAN', firstRow: 2 }));
    const { entries } = readDeposit({ kind: 'workbook', content }, readingContext());
    expect(entries[0]?.check).toEqual({
      titles: [3_831_547_049n, 726_212_521n, 10n, 2n],
      at: { sheet: 'QUO_SAN', cell: 'E3:H3' },
    });
  });

  it('is of the legal entity where no establishment is named, and of the establishment otherwise', () => {
    const { entries } = read([
      row(CARRIER, STRANGER),
      row(STRANGER, LONER),
      row(STRANGER, ''),
      row(MEMBER, ''),
    ]);
    expect(entries.map(({ finess, line }) => [finess, line])).toEqual([
      [LONER, 3],
      [MEMBER, 5],
    ]);
  });

  it('passes over other years, strangers, and rows of which a title is blank', () => {
    const { entries, orphans, issues } = read([
      row(CARRIER, '', '2024'),
      row('pas un FINESS', ''),
      row(MEMBER, '', '2025', TITLES.with(2, '')),
      row(LONER, ''),
    ]);
    expect(entries.map(({ finess }) => finess)).toEqual([LONER]);
    expect({ orphans, issues }).toEqual({ orphans: [], issues: [] });
  });

  it('passes over what the deposit may not speak of', () => {
    const rows = [row(CARRIER, ''), row(NEIGHBOUR, ''), row(LONER, '')];
    const bodies = (context: Partial<ReadingContext>) =>
      read(rows, context).entries.map(({ finess }) => finess);
    expect(bodies({ perimeter: regionOf('84') })).toEqual([CARRIER, LONER]);
    expect(bodies({ perimeter: bodiesOf(LONER) })).toEqual([LONER]);
    expect(bodies({})).toEqual([CARRIER, NEIGHBOUR, LONER]);
  });

  it('passes over who declares nothing: an external carrier', () => {
    expect(read([row(EXTERNAL, ''), row(LONER, '')]).entries.map(({ finess }) => finess)).toEqual([LONER]);
    expect(read([row(EXTERNAL, '')], { perimeter: bodiesOf(EXTERNAL) }).issues).toMatchObject([
      { code: 'NO_DECLARANT_IN_EXTRACT' },
    ]);
  });

  it('drops a row that says the same again', () => {
    const same = TITLES.with(0, '38315470.49');
    const { entries } = read([row(CARRIER, ''), row(CARRIER, ''), row(CARRIER, '', '2025', same)]);
    expect(entries).toMatchObject([{ line: 2, issues: [] }]);
  });

  it('doubts a row that says otherwise, and the last counts', () => {
    const { entries } = read([
      row(CARRIER, ''),
      row(LONER, ''),
      row(CARRIER, '', '2025', ['1', '2', '3', '4']),
    ]);
    expect(entries).toMatchObject([
      { finess: LONER },
      {
        finess: CARRIER,
        line: 4,
        check: { titles: [100n, 200n, 300n, 400n] },
        issues: [{ code: 'EXTRACT_ROW_TWICE', at: { line: 4 }, seen: CARRIER, facts: { first: 'ligne 2' } }],
      },
    ]);
  });

  it('refuses the row whose title is no number', () => {
    const { entries, orphans, issues } = read([row(CARRIER, '', '2025', TITLES.with(1, '#N/A'))]);
    expect({ entries, issues }).toEqual({ entries: [], issues: [] });
    expect(orphans).toEqual([
      {
        line: 2,
        issues: [
          {
            code: 'NUMBER_UNREADABLE',
            at: { line: 2, column: 'Dépenses Titre II Budget global' },
            seen: '#N/A',
          },
        ],
      },
    ]);
  });

  it('is refused without a row of the year, whose years it names', () => {
    expect(
      read([row(CARRIER, '', '2024'), row(CARRIER, '', '2019'), row(CARRIER, '', '2024')]),
    ).toMatchObject({
      kind: 'diamant',
      entries: [],
      issues: [{ code: 'NO_ROW_OF_YEAR', facts: { exercice: '2025', found: '2019, 2024' } }],
    });
    expect(read([]).issues).toMatchObject([{ code: 'NO_ROW' }]);
  });

  it('is refused where no row is of a declarant', () => {
    for (const records of [[row(STRANGER, '')], [row(CARRIER, '', '2025', TITLES.with(0, ''))]])
      expect(read(records)).toMatchObject({ entries: [], issues: [{ code: 'NO_DECLARANT_IN_EXTRACT' }] });
    expect(read([row(CARRIER, '')], { perimeter: bodiesOf(LONER) }).issues).toMatchObject([
      { code: 'NO_DECLARANT_IN_EXTRACT' },
    ]);
  });
});

describe('the verdict of an extract', () => {
  const verdict = (records: readonly (readonly string[])[]) => {
    const reading = read(records);
    const judgements = reading.entries.flatMap((entry) => foldEntries([entry], LATEST_RULE_SET).judgements);
    return giveVerdict(sourceOf(), reading, judgements, LATEST_RULE_SET, frenchWording);
  };

  it('counts the rows that check something as accepted', () => {
    expect(verdict([row(CARRIER, ''), row(STRANGER, ''), row(LONER, '')])).toMatchObject({
      kind: 'diamant',
      status: 'accepted',
      rows: { read: 2, accepted: 2, refused: 0 },
      sections: [],
    });
    expect(verdict([row(CARRIER, ''), row(CARRIER, '', '2025', ['1', '2', '3', '4'])]).status).toBe(
      'accepted-with-warnings',
    );
  });

  it('is a refusal with its reason where nothing is checked', () => {
    expect(verdict([row(STRANGER, '')])).toMatchObject({
      status: 'rejected',
      issues: [{ code: 'NO_DECLARANT_IN_EXTRACT' }],
    });
  });
});
