import type { RuleSet } from '../../domain/rules/rule-set.ts';
import { ruleSet } from '../../domain/rules/rule-sets.ts';

/** @throws Error when a report names a rule set that the project does not have. */
export function rulesOf(id: string): RuleSet {
  const rules = ruleSet(id);
  if (!rules) throw new Error(`no rule set ${id}`);
  return rules;
}
