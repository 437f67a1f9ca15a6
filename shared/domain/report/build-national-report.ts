import { aggregate } from '../aggregates/aggregate.ts';
import { aggregateBySize } from '../aggregates/aggregate-by-size.ts';
import { budgetSize } from '../aggregates/budget-size.ts';
import type { EditionContext } from './build-regional-report.ts';
import { changesByRegion } from './changes-by-region.ts';
import { measureSpreads } from './measure-spread.ts';
import type { NationalReport } from './national-report.ts';
import { previousSlices } from './previous-slices.ts';
import { lastDepositOf, outcomeOf, type Standing } from './standing.ts';
import { trendOf } from './trend.ts';

/** What the national workbook shows: slices only. @param standing every declarant that has a return. */
export function buildNationalReport(standing: Standing, context: EditionContext): NationalReport {
  const { campaign, generation, sources, manifest, directory, rules } = context;
  const { declarants } = directory.reference;
  const observations = declarants.map((declarant) => ({
    declarant,
    outcome: outcomeOf(standing, declarant.finess),
    size: budgetSize(standing.get(declarant.finess)?.state ?? null, rules),
  }));
  const aggregates = aggregate(observations);
  return {
    campaign,
    ruleSet: rules.id,
    relaxations: rules.relaxations,
    generation,
    sources,
    manifest,
    lastDeposit: lastDepositOf([...standing.values()].map(({ state }) => state)),
    aggregates,
    sizes: aggregateBySize(observations),
    previousSlices: previousSlices(declarants, campaign, directory),
    trend: trendOf(
      declarants,
      aggregates.filter(({ axis }) => axis === 'nation'),
      standing,
      context,
    ),
    maturity: measureSpreads(directory.reference.measures, standing, campaign, rules),
    changes: changesByRegion(standing, directory),
    progress: directory.regions().map((region) => {
      const states = directory.inRegion(region).map(({ finess }) => outcomeOf(standing, finess).state);
      const count = (state: string) => states.filter((s) => s === state).length;
      return {
        region,
        expected: states.length,
        computed: count('calcule'),
        notComputed: count('non_calcule'),
        silent: count('non_repondant'),
      };
    }),
  };
}
