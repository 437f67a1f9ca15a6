import type { Aggregate } from '../aggregates/aggregate.ts';
import type { CampaignYear } from '../campaign/campaign.ts';
import type { Declarant } from '../declarant/reference-set.ts';
import { type Ratio, ratio } from '../numbers/ratio.ts';
import {
  breaksBetween,
  COMPARABILITY_BREAKS,
  type ComparabilityBreak,
  type ComparabilityContext,
  ruleSetOf,
} from './comparability.ts';
import { outcomeOf, type Standing } from './standing.ts';

/** A region or the nation in one campaign: sums over the declarants of today that had figures then. */
export interface TrendPoint {
  readonly campaign: CampaignYear;
  /** How many had figures. */
  readonly n: number;
  /** Of the campaign in hand alone; null of the others: who was expected then is not known. */
  readonly expected: number | null;
  /** Cents; null when n is zero, as all that follows. */
  readonly retainedDigital: bigint | null;
  readonly totalExpenses: bigint | null;
  /** Retained over total. */
  readonly digitalShare: Ratio | null;
  /** Hundredths of an FTE. */
  readonly retainedSsiFte: bigint | null;
  /** Null where campagnes.csv does not say. */
  readonly ruleSet: string | null;
  /** Between the point before and this one, of any declarant that has figures in both; in the order of the breaks. */
  readonly breaks: readonly ComparabilityBreak[];
}

/**
 * Campaign by campaign, oldest first, the one in hand last.
 *
 * @param declarants of the slice
 * @param total the aggregates of the campaign in hand over the whole slice
 */
export function trendOf(
  declarants: readonly Declarant[],
  total: readonly Aggregate[],
  standing: Standing,
  context: ComparabilityContext,
): readonly TrendPoint[] {
  const years = pastCampaigns(declarants, context);
  const past = years.map((year, index) => pastPoint(year, years[index - 1] ?? null, declarants, context));
  return [...past, pointInHand(years.at(-1) ?? null, declarants, total, standing, context)];
}

/** Those before the one in hand, of which one of the declarants has figures. */
function pastCampaigns(
  declarants: readonly Declarant[],
  { campaign, directory }: ComparabilityContext,
): readonly CampaignYear[] {
  const known = new Set(directory.reference.history.map((past) => past.campaign));
  return [...known]
    .filter((year) => year < campaign)
    .filter((year) => declarants.some(({ finess }) => directory.past(finess, year)))
    .sort((a, b) => a - b);
}

function pastPoint(
  year: CampaignYear,
  before: CampaignYear | null,
  declarants: readonly Declarant[],
  context: ComparabilityContext,
): TrendPoint {
  const { directory } = context;
  const figures = declarants.flatMap(({ finess }) => directory.past(finess, year) ?? []);
  const sum = (of: (past: (typeof figures)[number]) => bigint) =>
    figures.reduce((total, past) => total + of(past), 0n);
  const retainedDigital = sum((past) => past.retainedDigital);
  const totalExpenses = sum((past) => past.totalExpenses);
  return {
    campaign: year,
    n: figures.length,
    expected: null,
    retainedDigital,
    totalExpenses,
    digitalShare: totalExpenses > 0n ? ratio(retainedDigital, totalExpenses) : null,
    retainedSsiFte: sum((past) => past.retainedSsiFte),
    ruleSet: ruleSetOf(year, context),
    breaks: breaksOfAll(declarants, before, year, context),
  };
}

function pointInHand(
  before: CampaignYear | null,
  declarants: readonly Declarant[],
  total: readonly Aggregate[],
  standing: Standing,
  context: ComparabilityContext,
): TrendPoint {
  const share = total.find(({ indicator }) => indicator === 'part_numerique');
  const fte = total.find(({ indicator }) => indicator === 'etp_ssi_retenus');
  const computed = declarants.filter(({ finess }) => outcomeOf(standing, finess).state === 'calcule');
  return {
    campaign: context.campaign,
    n: share?.n ?? 0,
    expected: declarants.length,
    retainedDigital: share?.numerator ?? null,
    totalExpenses: share?.denominator ?? null,
    digitalShare: share?.value ?? null,
    retainedSsiFte: fte?.numerator ?? null,
    ruleSet: context.rules.id,
    breaks: breaksOfAll(computed, before, context.campaign, context),
  };
}

function breaksOfAll(
  declarants: readonly Declarant[],
  before: CampaignYear | null,
  after: CampaignYear,
  context: ComparabilityContext,
): readonly ComparabilityBreak[] {
  if (before === null) return [];
  const found = new Set(declarants.flatMap(({ finess }) => breaksBetween(finess, before, after, context)));
  return COMPARABILITY_BREAKS.filter((known) => found.has(known));
}
