import { UNDECLARED_BUDGET } from '../domain/aggregates/budget-size.ts';
import type { RuleSet } from '../domain/rules/rule-set.ts';

/** « Moins de 20 M€ », « De 20 à 70 M€ », « 500 M€ et plus », « Budget non déclaré »; a code that is no class's as it is. */
export function budgetSizeInWords(code: string, { budgetClasses }: Pick<RuleSet, 'budgetClasses'>): string {
  if (code === UNDECLARED_BUDGET) return 'Budget non déclaré';
  const index = budgetClasses.findIndex((one) => one.code === code);
  const found = budgetClasses[index];
  if (!found) return code;
  const from = budgetClasses[index - 1]?.below ?? null;
  if (from === null)
    return found.below === null ? 'Tous les budgets' : `Moins de ${millions(found.below)} M€`;
  return found.below === null
    ? `${millions(from)} M€ et plus`
    : `De ${millions(from)} à ${millions(found.below)} M€`;
}

/** Of an amount in cents: the bounds are whole millions. */
function millions(cents: bigint): string {
  return (cents / 100_000_000n).toString();
}
