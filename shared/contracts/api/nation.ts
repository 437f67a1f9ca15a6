import * as z from 'zod';
import { UNDECLARED_BUDGET } from '../../domain/aggregates/budget-size.ts';
import { type Ratio, ratio } from '../../domain/numbers/ratio.ts';
import { LATEST_RULE_SET } from '../../domain/rules/rule-sets.ts';
import { Instant, pageOf, Sha256Text } from './leaves.ts';

/** Which snapshot was read: its number, date and hash. */
const snapshot = { edition: z.int(), publie_le: Instant, sha256: Sha256Text };

/** A line of aggregates.csv or figures.csv: column → text, as there. */
const Line = z.record(z.string(), z.string());

export const AggregatePageBody = pageOf(Line, 'PageAgregats').extend(snapshot).meta({ id: 'Agregats' });
export const FigurePageBody = pageOf(Line, 'PageChiffres').extend(snapshot).meta({ id: 'ListeChiffres' });

/** One indicator over one slice, campaign after campaign: a line of aggregates.csv, and where it comes from. */
const TrendStep = z.object({
  campagne: z.int(),
  /** `historique`: nothing was published; from historique.csv, over the declarants of today. */
  source: z.enum(['edition', 'historique']),
  edition: z.int().nullable(),
  publie_le: Instant.nullable(),
  sha256: Sha256Text.nullable(),
  jeu_de_regles: z.string().nullable(),
  /** The rule set is another than that of the campaign before in the list. */
  rupture: z.boolean(),
  n: z.string(),
  /** Blank of `historique`: who was expected then is not known. */
  attendus: z.string(),
  numerateur: z.string(),
  denominateur: z.string(),
  valeur: z.string(),
  mediane: z.string(),
  q1: z.string(),
  q3: z.string(),
});

export const TrendBody = z
  .object({
    axe: z.string(),
    tranche: z.string(),
    indicateur: z.string(),
    /** Oldest first. */
    campagnes: z.array(TrendStep),
    /** Campaigns asked for of which nothing is known over this slice. */
    sans_donnee: z.array(z.int()),
  })
  .meta({ id: 'Tendance' });

/** Sizes of budget of the latest rule set, and that which is not known. */
export const BUDGET_SIZES = [...LATEST_RULE_SET.budgetClasses.map(({ code }) => code), UNDECLARED_BUDGET];

/** A share as figures.csv writes it, with up to six decimals. */
export const ShareParam = z
  .string()
  .regex(/^\d{1,6}(\.\d{1,6})?$/)
  .transform(shareOf)
  .meta({ description: 'Part du numérique, en décimal avec un point : 0.02 pour 2 %' });

function shareOf(text: string): Ratio {
  const [whole = '', decimals = ''] = text.split('.');
  return ratio(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

export const NATIONAL_FILES = ['classeur', 'chiffres', 'agregats', 'manifeste', 'edition'] as const;
