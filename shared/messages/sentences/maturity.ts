import type { RowCode } from '../../domain/issues/codes.ts';
import { isBlank, type Template } from './sentence.ts';

/** Of the maturity questionnaire. */
export const MATURITY_SENTENCES = {
  MEASURE_UNKNOWN: (seen) => ({
    expected: 'une mesure du questionnaire',
    says: isBlank(seen)
      ? "le code de la mesure n'est pas renseigné : la ligne n'a pas été lue. Saisissez-le."
      : `la mesure « ${seen} » n'est pas dans le questionnaire de la campagne : la ligne n'a pas été lue. Vérifiez son code.`,
  }),
  MEASURE_TWICE: (seen, { first = '' }) => ({
    expected: 'une réponse par mesure',
    says: `la mesure « ${seen} » a déjà une réponse (${first}). Supprimez celle qui est de trop.`,
  }),
  MEASURE_UNANSWERED: (seen) => ({
    expected: 'un niveau, ou « non applicable »',
    says: `la mesure « ${seen} » n'a pas de réponse. Indiquez un niveau, ou qu'elle ne s'applique pas.`,
  }),
  LEVEL_OUT_OF_RANGE: (seen, { highest = '' }) => ({
    expected: highest === '' ? 'un nombre entier' : `un nombre entier de 0 à ${highest}`,
    says: `« ${seen} » n'est pas un niveau de la mesure${highest === '' ? '' : ` (de 0 à ${highest})`}. Saisissez un nombre entier de son échelle.`,
    example: highest || '2',
  }),
  LEVEL_AND_NOT_APPLICABLE: (seen) => ({
    expected: 'un niveau, ou « non applicable », pas les deux',
    says: `un niveau (« ${seen} ») est donné à une mesure dite non applicable. Effacez l'un des deux.`,
  }),
  ASSESSMENT_DATES_DISAGREE: (seen, { first = '' }) => ({
    expected: first,
    says: `la date d'auto-évaluation « ${seen} » diffère de celle des lignes précédentes (${first}). Corrigez-la : une seule date vaut pour tout le questionnaire.`,
    example: first,
  }),
} as const satisfies Partial<Record<RowCode, Template>>;
