import type { Ratio } from '../numbers/ratio.ts';

/** Why nothing is computed, in the order in which reasons are listed. rules.md, « When a declarant's figures are computed ». */
export const REASONS = [
  'comptes-non-clos',
  'maturite-absente',
  'champs-manquants',
  'budget-nul',
  'mutualisation-non-close',
  'cle-mutualisation-absente',
] as const;
export type Reason = (typeof REASONS)[number];

/** What a declarant receives of one pool. Cents and hundredths of an FTE. */
export interface PoolShare {
  readonly group: string;
  readonly charges: bigint;
  readonly ssiFte: bigint;
}

/** Amounts in cents, FTE in hundredths, ratios exact. rules.md, « Figures ». */
export interface Figures {
  readonly totalExpenses: bigint;
  readonly ownDigital: bigint;
  readonly carriedDigital: bigint;
  readonly contributions: bigint;
  readonly allocatedDigital: bigint;
  readonly retainedDigital: bigint;
  readonly digitalShare: Ratio;
  /** Null unless both sides are given and the whole is above zero. */
  readonly investmentShare: Ratio | null;
  readonly ownSsiFte: bigint;
  readonly carriedSsiFte: bigint;
  readonly allocatedSsiFte: bigint;
  readonly retainedSsiFte: bigint;
  /** Shown beside, never added; null when not given. */
  readonly externalSsiFte: bigint | null;
  readonly shares: readonly PoolShare[];
}

export type Outcome =
  | { readonly state: 'non_repondant' }
  | { readonly state: 'non_calcule'; readonly reasons: readonly Reason[] }
  | { readonly state: 'calcule'; readonly figures: Figures };
