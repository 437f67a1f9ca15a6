import { directoryOf } from '../../../../shared/domain/declarant/directory.ts';
import { computeFigures } from '../../../../shared/domain/figures/compute.ts';
import type { EditionFigures, PublishedOutcome } from '../../../../shared/domain/figures/edition-figures.ts';
import type { Figures, Outcome } from '../../../../shared/domain/figures/figures.ts';
import type { Finess } from '../../../../shared/domain/finess/finess.ts';
import { changesByRegion } from '../../../../shared/domain/report/changes-by-region.ts';
import { changesSince } from '../../../../shared/domain/report/changes-since.ts';
import type { Standing } from '../../../../shared/domain/report/standing.ts';
import { RULES_2026_1 as RULES } from '../../../../shared/domain/rules/2026-1.ts';
import type { RegionCode } from '../../../../shared/domain/territory/regions.ts';
import { CHANGE_LABELS, OUTCOME_LABELS } from '../../../../shared/messages/changes.ts';
import { CARRIER, LONER, MEMBER, NEIGHBOUR, referenceSet, STRANGER } from '../../../builders/directory.ts';
import { CAMPAIGN } from '../../../builders/entry.ts';
import { returnOf } from '../../../builders/return.ts';

/** 1,000,000.00 € of expenses, 20,000.00 € of them digital, 2.50 FTE. */
const COMPUTED = figuresOf();

function figuresOf(values: Parameters<typeof returnOf>[0] = {}): Figures {
  const own = returnOf(values);
  const outcome = computeFigures(
    { campaign: CAMPAIGN, finess: LONER, own, carries: false, pools: [] },
    RULES,
  );
  if (outcome.state !== 'calcule') throw new Error('no figures');
  return outcome.figures;
}

const computed = (figures: Figures = COMPUTED): Outcome => ({ state: 'calcule', figures });
const SILENT: Outcome = { state: 'non_repondant' };
const line = (finess: Finess, outcome: PublishedOutcome, region: RegionCode = '84'): EditionFigures => ({
  finess,
  region,
  outcome,
});
const waiting = (...reasons: Extract<Outcome, { state: 'non_calcule' }>['reasons']): Outcome => ({
  state: 'non_calcule',
  reasons,
});

/** The declarants of region 84 are the carrier, the member and the loner; the neighbour is in 93. */
const SAME = [
  line(CARRIER, SILENT),
  line(MEMBER, SILENT),
  line(LONER, SILENT),
  line(NEIGHBOUR, SILENT, '93'),
];

function standingOf(outcomes: readonly (readonly [Finess, Outcome])[]): Standing {
  return new Map(outcomes.map(([finess, outcome]) => [finess, { state: returnOf(), outcome }]));
}

function changes(
  edition: readonly EditionFigures[] | null,
  outcomes: readonly (readonly [Finess, Outcome])[] = [],
  region: RegionCode = '84',
) {
  const directory = directoryOf(referenceSet({ referenceEdition: edition }));
  return changesSince(region, standingOf(outcomes), directory);
}

const replaced = (finess: Finess, outcome: PublishedOutcome) => [
  ...SAME.filter((other) => other.finess !== finess),
  line(finess, outcome),
];

describe('what changed since the reference edition', () => {
  it('is nothing to be said where none is given, and no line where nothing did', () => {
    expect(changes(null)).toBeNull();
    expect(changes(SAME)).toEqual({ compared: 3, changes: [] });
  });

  it('is a declarant that has figures now, before and after', () => {
    expect(changes(SAME, [[LONER, computed()]])).toEqual({
      compared: 3,
      changes: [
        {
          finess: LONER,
          name: `Établissement ${LONER}`,
          kind: 'modifie',
          before: {
            state: 'non_repondant',
            reasons: [],
            digitalShare: null,
            retainedDigital: null,
            totalExpenses: null,
            retainedSsiFte: null,
          },
          after: {
            state: 'calcule',
            reasons: [],
            digitalShare: { numerator: 2_000_000n, denominator: 100_000_000n },
            retainedDigital: 2_000_000n,
            totalExpenses: 100_000_000n,
            retainedSsiFte: 250n,
          },
          columns: [],
        },
      ],
    });
  });

  it('names the columns of figures.csv that differ', () => {
    const found = changes(replaced(LONER, computed()), [
      [LONER, computed(figuresOf({ num_general: 600_001n }))],
    ]);
    expect(found?.changes.map(({ columns }) => columns)).toEqual([
      ['charges_numeriques_propres', 'charges_numeriques_retenues'],
    ]);
  });

  it('sees the least change of each figure, in words of six decimals for the ratios', () => {
    const columns = (values: Parameters<typeof returnOf>[0]) =>
      changes(replaced(LONER, computed()), [[LONER, computed(figuresOf(values))]])?.changes.flatMap(
        (change) => change.columns,
      );
    expect(columns({ etp_ssi_externes: 0n })).toEqual(['etp_ssi_externes']);
    expect(columns({ num_investissement: 1n, emplois_investissement: 2n })).toEqual(['part_investissement']);
    expect(columns({ etp_ssi_internes: 251n })).toEqual(['etp_ssi_propres', 'etp_ssi_retenus']);
    expect(columns({ num_general: 600_100n })).toContain('part_numerique');
    expect(columns({})).toEqual([]);
  });

  it('equals a share rounded to six decimals with the exact one', () => {
    const exact = figuresOf({ num_general: 600_049n });
    const rounded = { ...exact, digitalShare: { numerator: 20_000n, denominator: 1_000_000n } };
    expect(changes(replaced(LONER, computed(rounded)), [[LONER, computed(exact)]])?.changes).toEqual([]);
  });

  it('is another reason, or another order of state', () => {
    const one = waiting('comptes-non-clos');
    const edition = replaced(LONER, one);
    const kinds = (now: Outcome) =>
      changes(edition, [[LONER, now]])?.changes.map(({ after }) => after?.reasons);
    expect(kinds(one)).toEqual([]);
    expect(kinds(waiting('comptes-non-clos', 'champs-manquants'))).toEqual([
      ['comptes-non-clos', 'champs-manquants'],
    ]);
    expect(kinds(SILENT)).toEqual([[]]);
  });

  it('is a declarant that came, from nowhere or another region, and one that left', () => {
    const edition = [
      line(CARRIER, SILENT),
      line(MEMBER, SILENT),
      line(STRANGER, SILENT),
      line(LONER, SILENT, '93'),
    ];
    const shown = (region: RegionCode) =>
      changes(edition, [], region)?.changes.map(({ finess, name, kind, before, after }) => [
        finess,
        name === null,
        kind,
        before === null,
        after === null,
      ]);
    expect(shown('84')).toEqual([
      [LONER, false, 'arrive', true, false],
      [STRANGER, true, 'parti', false, true],
    ]);
    expect(shown('93')).toEqual([
      [NEIGHBOUR, false, 'arrive', true, false],
      [LONER, false, 'parti', false, true],
    ]);
  });
});

describe('what changed by region', () => {
  it('counts, and sums both editions, without a name', () => {
    const edition = [
      line(CARRIER, computed()),
      line(LONER, computed()),
      line(STRANGER, SILENT),
      line(NEIGHBOUR, SILENT, '93'),
      line(MEMBER, SILENT, '11'),
    ];
    const directory = directoryOf(referenceSet({ referenceEdition: edition }));
    const standing = standingOf([
      [CARRIER, computed()],
      [LONER, computed(figuresOf({ num_general: 700_000n, etp_ssi_internes: 300n }))],
    ]);
    const found = changesByRegion(standing, directory);
    expect(found).toEqual([
      {
        region: '11',
        before: totals(1, 0, 0n, 0n, 0n),
        after: totals(0, 0, 0n, 0n, 0n),
        changed: 0,
        came: 0,
        left: 1,
      },
      {
        region: '84',
        before: totals(3, 2, 4_000_000n, 200_000_000n, 500n),
        after: totals(3, 2, 4_100_000n, 200_000_000n, 550n),
        changed: 1,
        came: 1,
        left: 1,
      },
      {
        region: '93',
        before: totals(1, 0, 0n, 0n, 0n),
        after: totals(1, 0, 0n, 0n, 0n),
        changed: 0,
        came: 0,
        left: 0,
      },
    ]);
    expect(changesByRegion(standing, directoryOf(referenceSet()))).toBeNull();
  });
});

function totals(
  expected: number,
  n: number,
  retainedDigital: bigint,
  totalExpenses: bigint,
  retainedSsiFte: bigint,
) {
  const digitalShare = n > 0 ? { numerator: retainedDigital, denominator: totalExpenses } : null;
  return { expected, n, retainedDigital, totalExpenses, digitalShare, retainedSsiFte };
}

it('has words for every change and every state', () => {
  for (const text of [...Object.values(CHANGE_LABELS), ...Object.values(OUTCOME_LABELS)])
    expect(text).toMatch(/^\p{Lu}/u);
});
