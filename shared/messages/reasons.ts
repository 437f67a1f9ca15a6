import type { Reason } from '../domain/figures/figures.ts';

/** Why nothing is computed, in words that an establishment can act on. */
export const REASON_SENTENCES: Readonly<Record<Reason, string>> = {
  'comptes-non-clos': "Les comptes de l'exercice ne sont pas déclarés définitivement clos.",
  'maturite-absente': "Aucune auto-évaluation de maturité datée de l'année de la campagne n'est déclarée.",
  'champs-manquants': 'Des montants ou des ETP obligatoires ne sont pas renseignés.',
  'budget-nul': 'Les quatre titres de charges sont renseignés mais leur somme est nulle.',
  'mutualisation-non-close':
    "Le porteur d'un groupement n'a pas encore déclaré sa mutualisation sur comptes clos.",
  'cle-mutualisation-absente':
    "L'activité combinée d'un membre du groupement est inconnue, ou leur somme est nulle.",
};
