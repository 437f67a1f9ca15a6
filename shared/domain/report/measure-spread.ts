import { type CampaignYear, firstDayOf } from '../campaign/campaign.ts';
import { type Measure, measureKey } from '../maturity/measure.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { Standing } from './standing.ts';

/** How the levels of one measure are spread over the nation, without a name. */
export interface MeasureSpread {
  readonly measure: Measure;
  /** How many answered each level, from 0 to the highest. Null where too few did: a spread of fewer points at somebody. */
  readonly counts: readonly number[] | null;
  /** How many said that it does not apply; null as `counts`. */
  readonly notApplicable: number | null;
}

/**
 * Each measure of the questionnaire, in its order, over the assessments that count for the campaign (dated from
 * 1 January N), figures or not. Action 2 of the instruction; contracts.md: no establishment's maturity is named.
 */
export function measureSpreads(
  measures: readonly Measure[],
  standing: Standing,
  campaign: CampaignYear,
  { smallestShownSlice }: Pick<RuleSet, 'smallestShownSlice'>,
): readonly MeasureSpread[] {
  const counted = [...standing.values()].filter(({ state }) => {
    const date = state.values.maturite_date;
    return date !== null && date >= firstDayOf(campaign);
  });
  const answers = Map.groupBy(
    counted.flatMap(({ state }) => state.details.measures),
    ({ measure }) => measureKey(measure),
  );
  return measures.map((measure) => {
    const given = answers.get(measureKey(measure.code)) ?? [];
    const levels = given.flatMap(({ level }) => level ?? []);
    if (levels.length < smallestShownSlice) return { measure, counts: null, notApplicable: null };
    const counts = Array.from(
      { length: measure.highest + 1 },
      (_, level) => levels.filter((one) => one === level).length,
    );
    return { measure, counts, notApplicable: given.length - levels.length };
  });
}
