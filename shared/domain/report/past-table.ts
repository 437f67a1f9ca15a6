import { sizeOf } from '../aggregates/budget-size.ts';
import type { CampaignYear } from '../campaign/campaign.ts';
import type { Declarant } from '../declarant/reference-set.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { AGGREGATES_HEADER, aggregatesTable } from './aggregates-table.ts';
import { type ComparabilityContext, ruleSetOf } from './comparability.ts';
import { previousSlices, previousSlicesBy } from './previous-slices.ts';

/** Those of aggregates.csv, and the rule set where campagnes.csv says it. */
const PAST_HEADER = [...AGGREGATES_HEADER, 'jeu_de_regles'] as const;

/**
 * Every campaign of historique.csv before the one in hand, oldest first, by the slices of today: what the nation was
 * where nothing was published. Who was expected then is not known: blank. Header first.
 */
export function pastTable(
  declarants: readonly Declarant[],
  context: ComparabilityContext & { readonly rules: RuleSet },
): readonly (readonly string[])[] {
  const { campaign, directory } = context;
  const known = new Set(directory.reference.history.map((past) => past.campaign));
  const years = [...known].filter((year) => year < campaign).sort((a, b) => a - b);
  return [PAST_HEADER, ...years.flatMap((year) => linesOf(year, declarants, context))];
}

function linesOf(
  year: CampaignYear,
  declarants: readonly Declarant[],
  context: ComparabilityContext & { readonly rules: RuleSet },
): readonly (readonly string[])[] {
  const { directory, rules } = context;
  const next = (year + 1) as CampaignYear;
  const found = [
    ...previousSlices(declarants, next, directory),
    ...previousSlicesBy('taille_budget', declarants, next, directory, ({ past }) =>
      sizeOf(past?.totalExpenses ?? null, rules),
    ),
  ].filter(({ n }) => n > 0);
  const expected = AGGREGATES_HEADER.indexOf('attendus');
  const [, ...lines] = aggregatesTable(
    year,
    found.map((slice) => ({ ...slice, expected: 0 })),
  );
  return lines.map((line) => [...line.with(expected, ''), ruleSetOf(year, context) ?? '']);
}
