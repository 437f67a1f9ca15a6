import { aggregate } from '../aggregates/aggregate.ts';
import type { CampaignYear } from '../campaign/campaign.ts';
import type { Directory } from '../declarant/directory.ts';
import type { Finess } from '../finess/finess.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { RegionCode } from '../territory/regions.ts';
import { alertsOn } from './alerts-on.ts';
import { changesSince } from './changes-since.ts';
import { chaseLine } from './chase-line.ts';
import { breaksOn } from './comparability.ts';
import type { EditionSources } from './edition-sources.ts';
import { justified } from './justified-alerts.ts';
import { poolBlock } from './pool-block.ts';
import { previousSlices } from './previous-slices.ts';
import type { PublishedAggregate } from './published-aggregate.ts';
import type { RegionalReport, ReportRow } from './regional-report.ts';
import { lastDepositOf, outcomeOf, type Standing } from './standing.ts';
import { trendOf } from './trend.ts';

export interface ReportContext {
  readonly campaign: CampaignYear;
  readonly generation: string;
  readonly directory: Directory;
  readonly rules: RuleSet;
}

/** Of a report that is published. */
export interface EditionContext extends ReportContext {
  readonly sources: EditionSources;
  /** SHA-256 of the manifest of the edition. */
  readonly manifest: string;
}

/** Of a region's: what it is compared with. */
export interface RegionalContext extends EditionContext {
  /** The nation's aggregates, of its last edition; none before the first. */
  readonly nation: readonly PublishedAggregate[];
}

/** Every body outside the region whose return a region's report stands on: carriers and fellow members of its pools. */
export function neighboursOf(region: RegionCode, directory: Directory): readonly Finess[] {
  const all = groupsOf(region, directory).flatMap((group) => [
    group.carrier,
    ...group.members.map(({ finess }) => finess),
  ]);
  return [...new Set(all)].filter((finess) => {
    const territory = directory.territory(finess);
    return territory !== null && territory !== region;
  });
}

/**
 * What a region's workbook shows: a pure function of the returns and the reference set.
 *
 * @param standing at least the region's declarants and its neighbours.
 */
export function buildRegionalReport(
  region: RegionCode,
  standing: Standing,
  context: RegionalContext,
): RegionalReport {
  const { campaign, generation, sources, manifest, nation, directory, rules } = context;
  const declarants = directory.inRegion(region);
  const former = formerNumbers(directory);
  const rows = declarants.map(
    (declarant): ReportRow => ({
      declarant,
      groups: directory.groupsOf(declarant.finess).map(({ code }) => code),
      former: former.get(declarant.finess) ?? [],
      state: standing.get(declarant.finess)?.state ?? null,
      outcome: outcomeOf(standing, declarant.finess),
      previous: directory.past(declarant.finess, campaign - 1),
      previousSources: directory.pastSources(declarant.finess, campaign - 1),
      breaks: breaksOn(declarant.finess, context),
    }),
  );
  const groups = groupsOf(region, directory);
  const aggregates = aggregate(rows);
  const neighbours = neighboursOf(region, directory).map((finess) => standing.get(finess)?.state ?? null);
  return {
    region,
    campaign,
    ruleSet: rules.id,
    relaxations: rules.relaxations,
    generation,
    sources,
    manifest,
    lastDeposit: lastDepositOf([...rows.map(({ state }) => state), ...neighbours]),
    rows,
    aggregates: aggregates.filter(
      ({ axis }) => axis === 'region' || axis === 'statut' || axis === 'categorie',
    ),
    nation: nation.filter(({ axis }) => axis === 'nation' || axis === 'statut' || axis === 'categorie'),
    previousSlices: previousSlices(declarants, campaign, directory, ['region', 'statut', 'categorie']),
    trend: trendOf(
      declarants,
      aggregates.filter(({ axis }) => axis === 'region'),
      standing,
      context,
    ),
    changes: changesSince(region, standing, directory),
    measures: directory.reference.measures,
    pools: groups.map((group) => poolBlock(group, region, directory, standing, rules)),
    chase: declarants.flatMap((declarant) => chaseLine(declarant, directory, standing, rules) ?? []),
    alerts: declarants.flatMap(({ finess }) =>
      justified(alertsOn(finess, standing, context), standing.get(finess)?.state ?? null),
    ),
  };
}

/** The numbers that each body replaced, directly or not; by FINESS. */
function formerNumbers({ reference, replaced }: Directory): ReadonlyMap<Finess, readonly Finess[]> {
  const numbers = reference.successions.map(({ former }) => former).sort();
  return Map.groupBy(numbers, (former) => replaced(former)?.heir ?? former);
}

/** Groups that have a member, or their carrier, in the region; by code. */
function groupsOf(region: RegionCode, directory: Directory) {
  return directory.reference.groups.filter(({ carrier, members }) =>
    [carrier, ...members.map(({ finess }) => finess)].some(
      (finess) => directory.declarant(finess)?.region === region,
    ),
  );
}
