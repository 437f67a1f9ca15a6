import type { Measure } from '../../domain/maturity/measure.ts';

/** Beside each line of a mesures.csv that we write. */
export const MEASURES_NOTE =
  'questionnaire fictif, pour la démonstration : à remplacer par celui de la campagne';

type Listed = readonly [code: string, theme: string, label: string, highest: number];

/** Ordinary measures of security, in our words: no published questionnaire is copied. */
const LISTED: readonly Listed[] = [
  ['GOUV-1', 'Gouvernance', 'Un responsable de la sécurité est nommé et rend compte à la direction', 4],
  ['GOUV-2', 'Gouvernance', 'Un plan d’action est suivi au moins une fois par trimestre', 4],
  ['INV-1', 'Inventaire', 'Les postes, serveurs et équipements biomédicaux connectés sont inventoriés', 4],
  ['ACC-1', 'Accès', 'Les accès à distance demandent un second facteur', 3],
  ['ACC-2', 'Accès', 'Les comptes à privilèges sont séparés et revus', 4],
  ['SAUV-1', 'Sauvegardes', 'Une copie des sauvegardes est hors ligne', 3],
  ['SAUV-2', 'Sauvegardes', 'Une restauration complète est essayée chaque année', 4],
  ['DET-1', 'Détection', 'Les postes et serveurs sont surveillés, et les alertes traitées', 4],
  ['CRISE-1', 'Crise', 'Un exercice de crise réunit chaque année les décideurs', 4],
  ['CONT-1', 'Continuité', 'Les services de soins disposent de procédures dégradées à jour', 4],
];

export const FICTIONAL_MEASURES: readonly Measure[] = LISTED.map(([code, theme, label, highest]) => ({
  code,
  theme,
  label,
  highest,
}));
