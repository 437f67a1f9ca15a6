import { readDeposit } from '../../../../shared/domain/deposit/read-deposit.ts';
import { shownName } from '../../../../shared/domain/deposit/shown-name.ts';
import { declarations, readingContext, sheetOf, workbookOf } from '../../../builders/declaration.ts';
import { CARRIER, directory, LONER } from '../../../builders/directory.ts';

/** The same heading to the reader, who drops punctuation, and a thousand times as long. */
const LONG = `charges_titre1${'-'.repeat(10_000)}`;

describe('a name that a file repeats', () => {
  it('is shown whole up to 120 characters, and cut beyond', () => {
    expect(shownName('a'.repeat(120))).toBe('a'.repeat(120));
    expect(shownName('a'.repeat(121))).toBe(`${'a'.repeat(120)}…`);
  });

  it('is never cut through a character of two code units', () => {
    expect(shownName(`${'a'.repeat(119)}🏥!`)).toBe(`${'a'.repeat(119)}…`);
  });
});

describe('a heading of ten thousand characters', () => {
  it.each([
    ['a CSV', { kind: 'delimited', content: declarations({ finess: LONER, campagne: '2026', [LONG]: 'x' }) }],
    [
      'a sheet',
      {
        kind: 'workbook',
        content: workbookOf(
          sheetOf([
            ['finess', 'campagne', LONG],
            [LONER, '2026', 'x'],
          ]),
        ),
      },
    ],
  ] as const)('is not repeated by the issues and the places of %s', (_, deposit) => {
    const { entries } = readDeposit(deposit, readingContext());
    expect(entries.flatMap(({ issues }) => issues.map(({ code }) => code))).toEqual(['NUMBER_UNREADABLE']);
    expect(
      JSON.stringify(entries, (_key, value) => (typeof value === 'bigint' ? String(value) : value)).length,
    ).toBeLessThan(3_000);
  });
});

it('the label of an account is not repeated whole where its digital part is asked for', () => {
  const line = { finess: CARRIER, exercice: '2025', compte: '6288', libelle: 'a'.repeat(10_000), solde: '9' };
  const accounts = [
    {
      nomenclature: 'M21',
      year: 2024,
      account: '6288',
      label: 'Autres',
      block: 'general',
      mode: 'retraitement',
    },
  ] as const;
  const context = readingContext({ directory: directory({ accounts }) });
  const { entries } = readDeposit({ kind: 'delimited', content: declarations(line) }, context);
  expect(entries.flatMap(({ issues }) => issues)).toMatchObject([
    { code: 'DIGITAL_PART_MISSING', facts: { label: `${'a'.repeat(120)}…` } },
  ]);
});
