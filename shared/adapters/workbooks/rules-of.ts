import type { RegionalReport } from '../../domain/report/regional-report.ts';
import type { RuleSet } from '../../domain/rules/rule-set.ts';
import { ruleSet } from '../../domain/rules/rule-sets.ts';
import { relaxed } from '../../domain/rules/severity.ts';

/** The rules of a report, with those that its reference set turned down. @throws Error for a set that the project does not have. */
export function rulesOf({
  ruleSet: id,
  relaxations,
}: Pick<RegionalReport, 'ruleSet' | 'relaxations'>): RuleSet {
  const rules = ruleSet(id);
  if (!rules) throw new Error(`no rule set ${id}`);
  return relaxed(rules, relaxations);
}
