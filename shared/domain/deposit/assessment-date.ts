import { type Day, frenchDay } from '../calendar/day.ts';
import { firstDayOf } from '../campaign/campaign.ts';
import type { Issue } from '../issues/issue.ts';
import type { ReadingContext } from './reading.ts';

/** The day of a maturity self-assessment: not after the deposit; before the campaign it does not count. rules.md, refusal 4. */
export function judgeAssessmentDate(
  assessed: Day,
  where: Pick<Issue, 'at' | 'seen'>,
  { campaign, source }: ReadingContext,
): readonly Issue[] {
  const firstDay = firstDayOf(campaign);
  const facts = { day: frenchDay(source.day), firstDay: frenchDay(firstDay) };
  return [
    ...(assessed > source.day ? [{ code: 'MATURITY_DATE_AFTER_DEPOSIT' as const, ...where, facts }] : []),
    ...(assessed < firstDay ? [{ code: 'MATURITY_DATE_BEFORE_CAMPAIGN' as const, ...where, facts }] : []),
  ];
}
