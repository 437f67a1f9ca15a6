import { budgetSize } from '../aggregates/budget-size.ts';
import type { Declarant } from '../declarant/reference-set.ts';
import { formatHundredths } from '../numbers/format-hundredths.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { outcomeOf, type Standing } from './standing.ts';

/** What the snapshot of the nation keeps of each declarant beside its line of figures.csv. */
const OBSERVED_HEADER = [
  'finess',
  'statut',
  'categorie',
  'taille_budget',
  'num_investissement',
  'emplois_investissement',
] as const;

/**
 * One line per declarant, in the order of figures.csv, header first: the slices in which it counts, and both sides of its
 * share of investment, blank where it has none.
 */
export function observedTable(
  declarants: readonly Declarant[],
  standing: Standing,
  rules: RuleSet,
): readonly (readonly string[])[] {
  return [
    OBSERVED_HEADER,
    ...declarants.map(({ finess, status, category }) => {
      const outcome = outcomeOf(standing, finess);
      const investment = outcome.state === 'calcule' ? outcome.figures.investmentShare : null;
      const size = budgetSize(standing.get(finess)?.state ?? null, rules);
      const sides = investment
        ? [investment.numerator, investment.denominator].map(formatHundredths)
        : ['', ''];
      return [finess, status, category, size, ...sides];
    }),
  ];
}
