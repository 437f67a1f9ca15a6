import type { PublishedOutcome } from '../domain/figures/edition-figures.ts';
import type { DeclarantChange } from '../domain/report/changes-since.ts';

/** What became of a declarant of a region since the reference edition. */
export const CHANGE_LABELS = {
  arrive: 'Nouveau déclarant',
  parti: 'N’est plus déclarant de la région',
  modifie: 'Modifié',
} as const satisfies Record<DeclarantChange['kind'], string>;

/** Where a declarant stands in an edition. */
export const OUTCOME_LABELS = {
  calcule: 'Calculé',
  non_calcule: 'Non calculé',
  non_repondant: 'Non répondant',
} as const satisfies Record<PublishedOutcome['state'], string>;
