import type { Finess } from '../finess/finess.ts';
import type { RegionCode } from '../territory/regions.ts';
import type { Figures, Reason } from './figures.ts';

/** Figures as an edition published them: amounts in cents, FTE in hundredths, ratios of six decimals. */
export type PublishedFigures = Omit<Figures, 'shares'>;

export type PublishedOutcome =
  | { readonly state: 'non_repondant' }
  | { readonly state: 'non_calcule'; readonly reasons: readonly Reason[] }
  | { readonly state: 'calcule'; readonly figures: PublishedFigures };

/** One line of the figures.csv of an earlier edition of this campaign. */
export interface EditionFigures {
  readonly finess: Finess;
  /** In which it was then. */
  readonly region: RegionCode;
  readonly outcome: PublishedOutcome;
}
