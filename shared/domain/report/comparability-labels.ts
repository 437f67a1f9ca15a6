import type { ComparabilityBreak } from './comparability.ts';

/** A few words of French per break: to stand beside a figure, and in what a doubt was found on. */
export const BREAK_LABELS = {
  succession: 'Autre numéro FINESS',
  fusion: 'Fusion',
  fusion_partielle: 'Fusion, chiffres partiels',
  regles: 'Autres règles',
} as const satisfies Record<ComparabilityBreak, string>;
