import type { CampaignYear } from '../campaign/campaign.ts';
import type { Directory } from '../declarant/directory.ts';
import { type Alert, alertsOf } from '../figures/alerts.ts';
import type { Finess } from '../finess/finess.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { breaksOn } from './comparability.ts';
import { outcomeOf, type Standing } from './standing.ts';

export interface AlertContext {
  readonly campaign: CampaignYear;
  readonly directory: Directory;
  readonly rules: RuleSet;
}

/**
 * Every doubt on a declarant's figures as its return and those of its pools stand; none where it has no figures.
 *
 * @param standing at least the declarant and what `alertsStandOn` names.
 */
export function alertsOn(
  finess: Finess,
  standing: Standing,
  { campaign, directory, rules }: AlertContext,
): readonly Alert[] {
  const outcome = outcomeOf(standing, finess);
  const state = standing.get(finess)?.state;
  const values = declaredBy(standing, finess);
  if (outcome.state !== 'calcule' || !values || !state?.lastTaken) return [];
  const previous = directory.past(finess, campaign - 1);
  const declared = (body: Finess) => declaredBy(standing, body);
  const { budgetCheck, lastTaken } = state;
  const { day } = lastTaken;
  const figures = outcome.figures;
  const breaks = breaksOn(finess, { campaign, directory, rules });
  const input = { finess, day, figures, values, previous, breaks, declared, directory, budgetCheck };
  return alertsOf(input, rules);
}

/** The other bodies on whose returns a declarant's alerts stand: its carriers, and the members of the pool it carries. */
export function alertsStandOn(finess: Finess, directory: Directory): readonly Finess[] {
  const carriers = directory.groupsOf(finess).map(({ carrier }) => carrier);
  const all = new Set([...carriers, ...directory.dependants(finess)]);
  all.delete(finess);
  return [...all];
}

function declaredBy(standing: Standing, finess: Finess) {
  const state = standing.get(finess)?.state;
  return state?.answered ? state.values : null;
}
