import type { Day } from '../calendar/day.ts';
import type { AlertCode } from '../figures/alert-codes.ts';
import type { IssueCode, Severity } from '../issues/codes.ts';
import type { Relaxation } from './relaxation.ts';
import type { RuleSet } from './rule-set.ts';

/** The severity of an issue for a deposit of that day; null when the rule is off. The last relaxation in force decides. */
export function severityOf(code: IssueCode, day: Day, { severities, relaxations }: RuleSet): Severity | null {
  const found = relaxations.findLast((one) => one.code === code && one.from <= day);
  if (!found) return severities[code];
  return found.to === 'off' ? null : found.to;
}

/** Whether a doubt is raised at all on figures whose last deposit taken is of that day. Our rule: a doubt has no day of its own. */
export function isRaised(code: AlertCode, day: Day, { relaxations }: RuleSet): boolean {
  return !relaxations.some((one) => one.code === code && one.from <= day);
}

/** The rules of a reference set that turns some down, in the order of their days. */
export function relaxed(rules: RuleSet, relaxations: readonly Relaxation[]): RuleSet {
  return { ...rules, relaxations };
}
