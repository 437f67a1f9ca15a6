import { type CampaignYear, previousCampaign } from '../campaign/campaign.ts';
import type { Directory } from '../declarant/directory.ts';
import type { Finess } from '../finess/finess.ts';
import type { RuleSet } from '../rules/rule-set.ts';

/**
 * Why figures of two campaigns may not compare: published under another number, under several since merged, under some
 * of those alone, or computed by other rules. A change of group is not known, and not said.
 */
export const COMPARABILITY_BREAKS = ['succession', 'fusion', 'fusion_partielle', 'regles'] as const;
export type ComparabilityBreak = (typeof COMPARABILITY_BREAKS)[number];

export interface ComparabilityContext {
  /** The one in hand. */
  readonly campaign: CampaignYear;
  readonly directory: Directory;
  readonly rules: Pick<RuleSet, 'id'>;
}

/** Between a declarant's figures of the campaign before and those of the one in hand. None where there are none to compare. */
export function breaksOn(finess: Finess, context: ComparabilityContext): readonly ComparabilityBreak[] {
  return breaksBetween(finess, previousCampaign(context.campaign), context.campaign, context);
}

/** Between a declarant's figures of two campaigns, the first before the second. None where the first has none. */
export function breaksBetween(
  finess: Finess,
  before: CampaignYear,
  after: CampaignYear,
  context: ComparabilityContext,
): readonly ComparabilityBreak[] {
  const { campaign, directory } = context;
  const published = (year: CampaignYear): Published => ({
    year,
    sources: year === campaign ? [finess] : directory.pastSources(finess, year),
  });
  const then = published(before);
  if (then.sources.length === 0) return [];
  const [rulesBefore, rulesAfter] = [ruleSetOf(before, context), ruleSetOf(after, context)];
  const otherRules = rulesBefore !== null && rulesAfter !== null && rulesBefore !== rulesAfter;
  return [
    ...numberBreak(finess, then, published(after), directory),
    ...(otherRules ? (['regles'] as const) : []),
  ];
}

/** A campaign, and the numbers behind a declarant's figures of it. */
interface Published {
  readonly year: CampaignYear;
  readonly sources: readonly Finess[];
}

/** Of the campaign in hand, that of its figures; of another, what campagnes.csv says, null where it says nothing. */
export function ruleSetOf(year: number, { campaign, directory, rules }: ComparabilityContext): string | null {
  if (year === campaign) return rules.id;
  return directory.reference.campaigns.find((known) => known.year === year)?.ruleSet ?? null;
}

function numberBreak(
  finess: Finess,
  before: Published,
  after: Published,
  directory: Directory,
): readonly ComparabilityBreak[] {
  const same = before.sources.join() === after.sources.join();
  if (same || after.sources.length === 0) return [];
  // Its own figures, then those of one that joined it since: that one had none before.
  if (before.sources.join() === finess) return ['fusion_partielle'];
  const isPartial = [before, after].some(
    ({ year, sources }) =>
      sources.some((source) => source !== finess) && directory.unpublishedPast(finess, year).length > 0,
  );
  if (isPartial) return ['fusion_partielle'];
  return [before.sources.length > 1 ? 'fusion' : 'succession'];
}
