import type { CampaignYear } from '../campaign/campaign.ts';
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
  return breaksBetween(finess, context.campaign - 1, context.campaign, context);
}

/** Between a declarant's figures of two campaigns, the first before the second. None where the first has none. */
export function breaksBetween(
  finess: Finess,
  before: number,
  after: number,
  context: ComparabilityContext,
): readonly ComparabilityBreak[] {
  const { campaign, directory } = context;
  const sources = directory.pastSources(finess, before);
  if (sources.length === 0) return [];
  const since = after === campaign ? [finess] : directory.pastSources(finess, after);
  const [rulesBefore, rulesAfter] = [ruleSetOf(before, context), ruleSetOf(after, context)];
  const otherRules = rulesBefore !== null && rulesAfter !== null && rulesBefore !== rulesAfter;
  return [
    ...numberBreak(finess, before, sources, since, directory),
    ...(otherRules ? ['regles' as const] : []),
  ];
}

/** Of the campaign in hand, that of its figures; of another, what campagnes.csv says, null where it says nothing. */
export function ruleSetOf(year: number, { campaign, directory, rules }: ComparabilityContext): string | null {
  if (year === campaign) return rules.id;
  return directory.reference.campaigns.find((known) => known.year === year)?.ruleSet ?? null;
}

/** @param since the numbers behind the later figures */
function numberBreak(
  finess: Finess,
  before: number,
  sources: readonly Finess[],
  since: readonly Finess[],
  directory: Directory,
): readonly ComparabilityBreak[] {
  if (since.length === 0 || sources.join() === since.join()) return [];
  if (sources.join() === finess) return [];
  const former = directory.formerOf(finess, before as CampaignYear);
  if (former.some((number) => !sources.includes(number))) return ['fusion_partielle'];
  return [sources.length > 1 ? 'fusion' : 'succession'];
}
