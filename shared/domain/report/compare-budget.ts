import { givenSum } from '../figures/compute.ts';
import type { Source } from '../return/entry.ts';
import type { Return } from '../return/fold.ts';
import type { RuleSet } from '../rules/rule-set.ts';

/** The four titles together, as declared and as another system holds them. Cents. */
export interface BudgetComparison {
  readonly known: bigint;
  /** Declared less known; null while a title is missing. */
  readonly gap: bigint | null;
  /** The deposit that says what is known. */
  readonly source: Source;
}

/** Null where no other system says anything of the budget. */
export function compareBudget(
  { values, budgetCheck }: Pick<Return, 'values' | 'budgetCheck'>,
  { expenseTitles }: Pick<RuleSet, 'expenseTitles'>,
): BudgetComparison | null {
  if (!budgetCheck) return null;
  const known = budgetCheck.titles.reduce((sum, title) => sum + title, 0n);
  const declared = givenSum(values, expenseTitles);
  return { known, gap: declared === null ? null : declared - known, source: budgetCheck.source };
}
