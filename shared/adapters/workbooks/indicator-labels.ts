import type { Indicator } from '../../domain/aggregates/aggregate.ts';

/** As both workbooks name them; the same words head the columns of the lists. */
export const INDICATOR_LABELS: Readonly<Record<Indicator, string>> = {
  part_numerique: 'Part du budget dédiée au numérique',
  part_investissement: "Part de l'investissement",
  etp_ssi_retenus: 'ETP SSI retenus',
};
