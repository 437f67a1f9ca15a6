import type { Indicator } from '../../domain/aggregates/aggregate.ts';

/** As both workbooks name them; the same words head the columns of the lists. */
export const INDICATOR_LABELS: Readonly<Record<Indicator, string>> = {
  part_numerique: 'Part du budget dédiée au numérique',
  part_investissement: "Part de l'investissement",
  etp_ssi_retenus: 'ETP SSI retenus',
};

/** Headings of every table of indicators, of a region or of the nation. */
export const INDICATOR_HEADINGS = {
  indicator: 'Indicateur',
  expected: 'Attendus',
  n: 'Calculés',
  coverage: 'Couverture',
  numerator: 'Numérateur',
  denominator: 'Dénominateur',
  value: 'Valeur',
  median: 'Médiane',
  q1: 'Premier quartile',
  q3: 'Troisième quartile',
} as const;
