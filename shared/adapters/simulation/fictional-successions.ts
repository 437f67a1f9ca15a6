import { writeDay } from '../../domain/calendar/day.ts';
import type { CampaignYear } from '../../domain/campaign/campaign.ts';
import { byText } from '../../domain/declarant/reading/by-text.ts';
import type { Declarant } from '../../domain/declarant/reference-set.ts';
import type { Succession } from '../../domain/declarant/successions.ts';
import { outsiderFiness } from './population.ts';

/** After those of the members of groups that are no declarants. */
const FIRST_FORMER = 11;

/**
 * A merger of two bodies on 1 January of the campaign, and a body that took another number six months before: the
 * declarants a third and two thirds down the list.
 */
export function fictionalSuccessions(
  campaign: CampaignYear,
  declarants: readonly Declarant[],
): readonly Succession[] {
  const merged = declarants[Math.floor(declarants.length / 3)];
  const renumbered = declarants[Math.floor((2 * declarants.length) / 3)];
  const replaced = (declarant: Declarant, number: number, year: number, month: number): Succession => ({
    former: outsiderFiness(declarant.department, declarant.region, FIRST_FORMER + number),
    successor: declarant.finess,
    from: writeDay(year, month, 1),
  });
  return [
    ...(merged ? [replaced(merged, 0, campaign, 1), replaced(merged, 1, campaign, 1)] : []),
    ...(renumbered ? [replaced(renumbered, 2, campaign - 1, 7)] : []),
  ].sort(byText(({ former }) => former));
}
