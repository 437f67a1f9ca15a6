import { aggregate } from '../../../../shared/domain/aggregates/aggregate.ts';
import { defaultCampaign } from '../../../../shared/domain/campaign/campaign.ts';
import { directoryOf } from '../../../../shared/domain/declarant/directory.ts';
import type { ReferenceSet } from '../../../../shared/domain/declarant/reference-set.ts';
import { computeFigures } from '../../../../shared/domain/figures/compute.ts';
import { type Finess, withKey } from '../../../../shared/domain/finess/finess.ts';
import { outcomeOf, type Standing } from '../../../../shared/domain/report/standing.ts';
import { trendOf } from '../../../../shared/domain/report/trend.ts';
import { RULES_2026_1 as RULES } from '../../../../shared/domain/rules/2026-1.ts';
import {
  LONER,
  MEMBER,
  NEIGHBOUR,
  pastFigures,
  referenceSet,
  STRANGER,
} from '../../../builders/directory.ts';
import { CAMPAIGN, day, year } from '../../../builders/entry.ts';
import { returnOf } from '../../../builders/return.ts';

const A = withKey('77000001');
const of = (finess: Finess, campaign: string, totalExpenses: bigint, retainedDigital: bigint) =>
  pastFigures(finess, { campaign: year(campaign), totalExpenses, retainedDigital, retainedSsiFte: 150n });

/** The nation in 2026: the loner alone has figures, of 1,000,000.00 € with 20,000.00 € digital and 2.50 FTE. */
function trend(over: Partial<ReferenceSet> = {}, answers: readonly Finess[] = [LONER]) {
  const directory = directoryOf(referenceSet({ groups: [], ...over }));
  const standing: Standing = new Map(
    answers.map((finess) => {
      const own = returnOf();
      const outcome = computeFigures({ campaign: CAMPAIGN, finess, own, carries: false, pools: [] }, RULES);
      return [finess, { state: own, outcome }];
    }),
  );
  const { declarants } = directory.reference;
  const observations = declarants.map((declarant) => ({
    declarant,
    outcome: outcomeOf(standing, declarant.finess),
  }));
  const total = aggregate(observations).filter(({ axis }) => axis === 'nation');
  return trendOf(declarants, total, standing, { campaign: CAMPAIGN, directory, rules: RULES });
}

describe('the trend of a slice', () => {
  it('sums the figures of today’s declarants campaign by campaign, oldest first, the one in hand last', () => {
    const history = [
      of(MEMBER, '2025', 200n, 3n),
      of(LONER, '2025', 100n, 2n),
      of(LONER, '2023', 50n, 1n),
      of(STRANGER, '2025', 10_000n, 9_000n),
      of(STRANGER, '2022', 10_000n, 9_000n),
      of(LONER, '2027', 10_000n, 9_000n),
    ];
    expect(trend({ history })).toEqual([
      {
        campaign: 2023,
        n: 1,
        expected: null,
        retainedDigital: 1n,
        totalExpenses: 50n,
        digitalShare: { numerator: 1n, denominator: 50n },
        retainedSsiFte: 150n,
        ruleSet: null,
        breaks: [],
      },
      {
        campaign: 2025,
        n: 2,
        expected: null,
        retainedDigital: 5n,
        totalExpenses: 300n,
        digitalShare: { numerator: 5n, denominator: 300n },
        retainedSsiFte: 300n,
        ruleSet: null,
        breaks: [],
      },
      {
        campaign: 2026,
        n: 1,
        expected: 4,
        retainedDigital: 2_000_000n,
        totalExpenses: 100_000_000n,
        digitalShare: { numerator: 2_000_000n, denominator: 100_000_000n },
        retainedSsiFte: 250n,
        ruleSet: '2026-1',
        breaks: [],
      },
    ]);
  });

  it('counts the figures of a number under the one that replaced it, and marks where it took over', () => {
    const history = [of(A, '2024', 10n, 1n), of(A, '2025', 20n, 2n), of(LONER, '2025', 30n, 3n)];
    const successions = [{ former: A, successor: LONER, from: day('2026-02-01') }];
    const points = trend({ history, successions });
    expect(
      points.map(({ campaign, n, totalExpenses, breaks }) => [campaign, n, totalExpenses, breaks]),
    ).toEqual([
      [2024, 1, 10n, []],
      [2025, 1, 50n, ['succession']],
      [2026, 1, 100_000_000n, ['fusion']],
    ]);
  });

  it('marks no break of the campaign in hand for a declarant that has no figures yet', () => {
    const history = [of(A, '2025', 20n, 2n)];
    const successions = [{ former: A, successor: LONER, from: day('2026-02-01') }];
    expect(trend({ history, successions }, []).at(-1)?.breaks).toEqual([]);
    expect(trend({ history, successions }, [LONER]).at(-1)?.breaks).toEqual(['succession']);
  });

  it('names the rule set of each campaign, and marks where it changes, in the order of the breaks', () => {
    const history = [of(A, '2024', 1n, 1n), of(A, '2025', 1n, 1n)];
    const successions = [{ former: A, successor: LONER, from: day('2026-02-01') }];
    const campaigns = [defaultCampaign(year('2024'), '2024-1'), defaultCampaign(year('2025'), '2025-1')];
    expect(
      trend({ history, successions, campaigns }).map(({ ruleSet, breaks }) => [ruleSet, breaks]),
    ).toEqual([
      ['2024-1', []],
      ['2025-1', ['regles']],
      ['2026-1', ['succession', 'regles']],
    ]);
  });

  it('is the campaign in hand alone where nothing came before, blank where nothing has come', () => {
    expect(trend({}, [])).toEqual([
      {
        campaign: 2026,
        n: 0,
        expected: 4,
        retainedDigital: null,
        totalExpenses: null,
        digitalShare: null,
        retainedSsiFte: null,
        ruleSet: '2026-1',
        breaks: [],
      },
    ]);
  });

  it('gives no share of expenses that were zero', () => {
    const [first] = trend({ history: [of(NEIGHBOUR, '2025', 0n, 0n)] });
    expect(first).toMatchObject({ n: 1, totalExpenses: 0n, digitalShare: null });
  });
});
