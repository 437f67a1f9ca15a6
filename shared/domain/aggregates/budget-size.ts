import { givenSum } from '../figures/compute.ts';
import type { Return } from '../return/fold.ts';
import type { RuleSet } from '../rules/rule-set.ts';

/** The slice of those whose budget is not known: a title was not declared. Last in code-point order. */
export const UNDECLARED_BUDGET = '9_non_declare';

/**
 * The size of a declarant's budget, by the total of its operating expenses as declared, computed or not; the code of
 * its class, or `UNDECLARED_BUDGET`. Our rule: a slice of the workbook of the nation and of the API.
 */
export function budgetSize(state: Return | null, rules: RuleSet): string {
  return sizeOf(state && givenSum(state.values, rules.expenseTitles), rules);
}

/** The same of a total. Cents; null is unknown. */
export function sizeOf(total: bigint | null, { budgetClasses }: Pick<RuleSet, 'budgetClasses'>): string {
  if (total === null) return UNDECLARED_BUDGET;
  const found = budgetClasses.find(({ below }) => below === null || total < below);
  if (!found) throw new Error('the last class of budgets has a bound');
  return found.code;
}
