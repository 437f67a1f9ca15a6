import { NATION, type Perimeter } from '../../../../shared/domain/access/perimeter.ts';
import type { ReferenceSet } from '../../../../shared/domain/declarant/reference-set.ts';
import { AMOUNT_COLUMNS, COLUMN_NAMES, COLUMNS } from '../../../../shared/domain/deposit/columns.ts';
import { readDeposit } from '../../../../shared/domain/deposit/read-deposit.ts';
import type { Finess } from '../../../../shared/domain/finess/finess.ts';
import { foldEntries } from '../../../../shared/domain/return/fold.ts';
import { RULES_2026_1 } from '../../../../shared/domain/rules/2026-1.ts';
import { declarations, GOOD_ROW, type RowText, readingContext } from '../../../builders/declaration.ts';
import {
  CARRIER,
  directory,
  EXTERNAL,
  LONER,
  MEMBER,
  OUTSIDER,
  STRANGER,
} from '../../../builders/directory.ts';
import { day, sourceOf } from '../../../builders/entry.ts';

/** The codes raised by the good row with these cells changed, and whether it was taken. */
function judge(
  changes: RowText,
  {
    depositedOn = '2026-07-15',
    perimeter = NATION,
    reference = {},
  }: { depositedOn?: string; perimeter?: Perimeter; reference?: Partial<ReferenceSet> } = {},
) {
  const source = sourceOf('fact-1', { day: day(depositedOn) });
  const row = declarations({ ...GOOD_ROW, ...changes });
  const context = readingContext({ source, perimeter, directory: directory(reference) });
  const reading = readDeposit({ kind: 'delimited', content: row }, context);
  const { judgements } = foldEntries(reading.entries, RULES_2026_1);
  const issues = [...reading.issues, ...reading.orphans.flatMap((row) => row.issues)];
  const all = [...issues, ...judgements.flatMap((judgement) => judgement.issues)];
  return { taken: judgements.some(({ taken }) => taken), codes: all.map(({ code }) => code), issues: all };
}
const bodies = (...finess: [Finess, ...Finess[]]): Perimeter => ({ kind: 'bodies', finess });
const REGION_93: Perimeter = { kind: 'region', region: '93' };
const taken = { taken: true, codes: [] };
const refused = (...codes: readonly string[]) => ({ taken: false, codes });

it('takes the good row without a word', () => {
  expect(judge({})).toMatchObject(taken);
});

describe('refusal 1: whom and what the row is about', () => {
  it.each([
    ['', 'FINESS_BLANK'],
    ['ABC', 'FINESS_MALFORMED'],
    [`${LONER}0`, 'FINESS_MALFORMED'],
    [`${LONER.slice(0, 8)}${(Number(LONER[8]) + 1) % 10}`, 'FINESS_KEY'],
    [STRANGER, 'FINESS_UNKNOWN'],
    [OUTSIDER, 'FINESS_UNKNOWN'],
  ])('refuses the FINESS %j', (finess, code) => {
    expect(judge({ finess })).toMatchObject(refused(code));
  });

  it.each([
    ['another body, from one', bodies(CARRIER), LONER, refused('FINESS_OUT_OF_SCOPE')],
    [
      'an unknown body, from one: in the same words',
      bodies(CARRIER),
      STRANGER,
      refused('FINESS_OUT_OF_SCOPE'),
    ],
    ['its own body, from one', bodies(LONER), LONER, taken],
    ['its own body, from several', bodies(CARRIER, LONER), LONER, taken],
    ['its own body, that is no longer known', bodies(STRANGER), STRANGER, refused('FINESS_UNKNOWN')],
    ['a body of another region', REGION_93, LONER, refused('FINESS_OUT_OF_SCOPE')],
    ['an external carrier, from a region', REGION_93, EXTERNAL, refused('FINESS_OUT_OF_SCOPE')],
    ['an unknown body, from a region', REGION_93, STRANGER, refused('FINESS_UNKNOWN')],
  ])('holds the FINESS against the perimeter of the deposit: %s', (_case, perimeter, finess, expected) => {
    expect(judge({ finess }, { perimeter })).toMatchObject(expected);
  });

  it.each([
    ['from the nation', NATION, refused('FINESS_REPLACED')],
    ['from its own region', { kind: 'region', region: '84' } as const, refused('FINESS_REPLACED')],
    ['from whoever deposits for the successor', bodies(LONER), refused('FINESS_REPLACED')],
    ['from whoever deposits for the old number still', bodies(STRANGER), refused('FINESS_REPLACED')],
    ['from another body: as one that is unknown', bodies(CARRIER), refused('FINESS_OUT_OF_SCOPE')],
  ])('names the last successor of a number that was replaced, %s', (_case, perimeter, expected) => {
    const successions = [
      { former: STRANGER, successor: OUTSIDER, from: day('2024-07-01') },
      { former: OUTSIDER, successor: LONER, from: day('2026-01-01') },
    ];
    const { issues, ...judged } = judge({ finess: STRANGER }, { perimeter, reference: { successions } });
    expect(judged).toEqual(expected);
    if (judged.codes[0] !== 'FINESS_REPLACED') expect(JSON.stringify(issues)).not.toContain(LONER);
    else expect(issues[0]?.facts).toEqual({ successor: LONER, since: '01/01/2026' });
  });

  it('gives every other issue of a row out of scope as well', () => {
    const row = { finess: LONER, campagne: '2025', num_general: 'x' };
    expect(judge(row, { perimeter: bodies(CARRIER) }).codes).toEqual([
      'FINESS_OUT_OF_SCOPE',
      'CAMPAIGN_MISMATCH',
      'NUMBER_UNREADABLE',
    ]);
  });

  it('takes an external carrier, that is no declarant', () => {
    expect(judge({ finess: EXTERNAL })).toMatchObject(taken);
  });

  it('takes a number whose leading zero was eaten', () => {
    expect(judge({ finess: CARRIER.slice(1) })).toMatchObject(taken);
  });

  it.each(['', '2025', '2027', '2026.0', '2026,00', '02026', '26', '2 026', 'campagne 2026', '2.026E3'])(
    'refuses the campaign %j',
    (campagne) => {
      expect(judge({ campagne })).toMatchObject(refused('CAMPAIGN_MISMATCH'));
    },
  );

  it('does not look at the spaces around the campaign', () => {
    expect(judge({ campagne: '\u00a02026 ' })).toMatchObject(taken);
  });
});

describe('refusal 2: numbers and dates', () => {
  const numbers = COLUMN_NAMES.filter((column) => ['amount', 'fte'].includes(COLUMNS[column].type));

  it.each([
    ['1.234,56', 'NUMBER_UNREADABLE'],
    ['n.c.', 'NUMBER_UNREADABLE'],
    ['1.005', 'NUMBER_TOO_PRECISE'],
    ['1E13', 'NUMBER_TOO_LARGE'],
    ['-0.01', 'NUMBER_NEGATIVE'],
  ])('refuses %s in any column of amounts or FTE', (text, code) => {
    expect(numbers).toHaveLength(AMOUNT_COLUMNS.length + 4);
    for (const column of numbers) {
      const { issues, taken: wasTaken } = judge({ finess: CARRIER, [column]: text });
      expect(wasTaken).toBe(false);
      expect(issues).toMatchObject([
        { code, at: { line: 2, column }, seen: text, facts: { label: COLUMNS[column].label } },
      ]);
    }
  });

  it('takes a negative within the tolerance of zero, and a blank, which is no error', () => {
    expect(judge({ num_general: '-0.000001' })).toMatchObject(taken);
    expect(judge({ num_general: '' })).toMatchObject(taken);
    expect(judge({ num_general: ' \u00a0 ' })).toMatchObject(taken);
  });

  it.each([
    ['20 mai 2026', 'DATE_UNREADABLE'],
    ['2026-02-30', 'DATE_IMPOSSIBLE'],
    ['46162', 'DATE_SERIAL'],
  ])('refuses the date %s, and does not say that it is missing', (text, code) => {
    expect(judge({ date_cloture: text })).toMatchObject(refused(code));
    expect(judge({ maturite_date: text })).toMatchObject(refused(code));
  });

  it('gives every error of a row at once', () => {
    expect(
      judge({ campagne: '2025', num_general: 'x', num_medical: '-1', maturite_date: 'y' }),
    ).toMatchObject(refused('CAMPAIGN_MISMATCH', 'NUMBER_NEGATIVE', 'NUMBER_UNREADABLE', 'DATE_UNREADABLE'));
  });
});

describe('refusal 3: closure', () => {
  it.each(['definitive', 'Définitive', 'DÉFINITIVE', ' provisoire ', 'Provisoire', ''])(
    'takes the closure %j',
    (cloture) => {
      expect(judge({ cloture })).toMatchObject(taken);
    },
  );

  it.each(['oui', 'close', 'definitif', 'definitives', 'definitive.', 'provi-soire', 'non', '0', 'true'])(
    'refuses the closure %j',
    (cloture) => {
      expect(judge({ cloture })).toMatchObject(refused('CLOSURE_UNKNOWN'));
    },
  );

  it('refuses a closure without its date, at the date or where there is no such column at the closure', () => {
    expect(judge({ date_cloture: '' }).issues).toMatchObject([
      { code: 'CLOSURE_WITHOUT_DATE', at: { column: 'date_cloture' } },
    ]);
    expect(judge({ cloture: 'provisoire', date_cloture: '' })).toMatchObject(refused('CLOSURE_WITHOUT_DATE'));
    const row = { finess: LONER, campagne: '2026', cloture: 'definitive' };
    expect(
      readDeposit({ kind: 'delimited', content: declarations(row) }, readingContext()).entries[0]?.issues,
    ).toMatchObject([{ code: 'CLOSURE_WITHOUT_DATE', at: { column: 'cloture' } }]);
  });

  it('takes a date without a closure, and neither', () => {
    expect(judge({ cloture: '' })).toMatchObject(taken);
    expect(judge({ cloture: '', date_cloture: '' })).toMatchObject(taken);
  });
});

describe('refusal 4: dates', () => {
  it('refuses a closing date before 31 December N-1, doubts that day and takes the next', () => {
    expect(judge({ date_cloture: '2025-12-30' })).toMatchObject(refused('CLOSURE_DATE_TOO_EARLY'));
    expect(judge({ date_cloture: '2025-12-31' })).toMatchObject({
      taken: true,
      codes: ['CLOSURE_DATE_YEAR_END'],
    });
    expect(judge({ date_cloture: '2026-01-01' })).toMatchObject(taken);
  });

  it('refuses a closing date after the day of the deposit and takes that day', () => {
    expect(judge({ date_cloture: '2026-06-10' }, { depositedOn: '2026-06-10' })).toMatchObject(taken);
    expect(judge({ date_cloture: '2026-06-11' }, { depositedOn: '2026-06-10' })).toMatchObject(
      refused('CLOSURE_DATE_AFTER_DEPOSIT'),
    );
  });

  it('refuses a maturity date after the day of the deposit and takes that day', () => {
    expect(judge({ maturite_date: '2026-06-10' }, { depositedOn: '2026-06-10' })).toMatchObject(taken);
    expect(judge({ maturite_date: '2026-06-11' }, { depositedOn: '2026-06-10' })).toMatchObject(
      refused('MATURITY_DATE_AFTER_DEPOSIT'),
    );
  });

  it('doubts a maturity date before 1 January N and takes that day', () => {
    expect(judge({ maturite_date: '2025-12-31' })).toMatchObject({
      taken: true,
      codes: ['MATURITY_DATE_BEFORE_CAMPAIGN'],
    });
    expect(judge({ maturite_date: '2026-01-01' })).toMatchObject(taken);
  });

  it('writes the days of its facts as French readers do', () => {
    expect(judge({ date_cloture: '2025-12-30' }).issues[0]?.facts).toEqual({
      day: '15/07/2026',
      yearEnd: '31/12/2025',
    });
    expect(judge({ maturite_date: '2025-12-31' }).issues[0]?.facts).toEqual({
      day: '15/07/2026',
      firstDay: '01/01/2026',
    });
  });
});

describe('refusal 5: a part over its whole', () => {
  it.each([
    ['num_personnel', 'charges_titre1'],
    ['num_medical', 'charges_titre2'],
    ['num_general', 'charges_titre3'],
    ['num_amortissement', 'charges_titre4'],
    ['num_investissement', 'emplois_investissement'],
    ['etp_ssi_internes', 'etp_total'],
    ['mutualise_etp_ssi', 'etp_ssi_internes', 'POOLED_FTE_OVER_INTERNAL'],
  ])(
    'refuses %s over %s by one hundredth, takes it equal, and either side blank',
    (part, whole, code = 'PART_OVER_WHOLE') => {
      const row = { finess: CARRIER, etp_ssi_internes: '', mutualise_charges: '', mutualise_etp_ssi: '' };
      expect(judge({ ...row, [part]: '7.01', [whole]: '7.00' })).toMatchObject(refused(code));
      expect(judge({ ...row, [part]: '7.00', [whole]: '7.00' })).toMatchObject(taken);
      expect(judge({ ...row, [part]: '7.01', [whole]: '' })).toMatchObject(taken);
      expect(judge({ ...row, [part]: '', [whole]: '0' })).toMatchObject(taken);
    },
  );

  const lines = { num_personnel: '10', num_medical: '1', num_general: '6', num_amortissement: '3' };

  it('refuses what is pooled and paid over the four digital lines together, and takes it equal', () => {
    const row = { ...lines, finess: CARRIER, mutualise_charges: '15' };
    expect(judge({ ...row, quote_part_versee: '5.00' })).toMatchObject(taken);
    expect(judge({ ...row, quote_part_versee: '5.01' })).toMatchObject(
      refused('POOLED_AND_PAID_OVER_DIGITAL'),
    );
  });

  it('counts a blank contribution as zero', () => {
    const row = { ...lines, finess: CARRIER, quote_part_versee: '' };
    expect(judge({ ...row, mutualise_charges: '20' })).toMatchObject(taken);
    expect(judge({ ...row, mutualise_charges: '20.01' })).toMatchObject(
      refused('POOLED_AND_PAID_OVER_DIGITAL'),
    );
  });

  it('tests a contribution alone, of a member that pools nothing', () => {
    const row = { ...lines, finess: MEMBER };
    expect(judge({ ...row, quote_part_versee: '20' })).toMatchObject(taken);
    expect(judge({ ...row, quote_part_versee: '20.01' }).issues).toMatchObject([
      {
        code: 'POOLED_AND_PAID_OVER_DIGITAL',
        at: { column: 'quote_part_versee' },
        seen: '20.01',
        facts: { limit: '20.00' },
      },
    ]);
  });

  it('tests nothing while one of the four lines is missing', () => {
    expect(judge({ ...lines, finess: CARRIER, num_medical: '', mutualise_charges: '1000' })).toMatchObject(
      taken,
    );
  });
});

describe('refusal 6: who may pool, who may pay', () => {
  it('refuses a pooled amount or FTE above zero of a body that carries no pool', () => {
    for (const column of ['mutualise_charges', 'mutualise_etp_ssi']) {
      for (const finess of [MEMBER, LONER]) {
        expect(judge({ finess, [column]: '0.01' })).toMatchObject(refused('POOLED_BY_NO_CARRIER'));
        expect(judge({ finess, [column]: '0' })).toMatchObject(taken);
      }
      expect(judge({ finess: CARRIER, [column]: '0.01' })).toMatchObject(taken);
      expect(judge({ finess: EXTERNAL, [column]: '0.01' })).toMatchObject(taken);
    }
  });

  it('refuses a contribution above zero of a body that is a member of no pool', () => {
    for (const finess of [LONER, EXTERNAL]) {
      expect(judge({ finess, quote_part_versee: '0.01' })).toMatchObject(
        refused('CONTRIBUTION_OF_NO_MEMBER'),
      );
      expect(judge({ finess, quote_part_versee: '0' })).toMatchObject(taken);
    }
    for (const finess of [MEMBER, CARRIER])
      expect(judge({ finess, quote_part_versee: '0.01' })).toMatchObject(taken);
  });
});
