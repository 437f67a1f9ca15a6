import type { RowCode } from '../../domain/issues/codes.ts';
import type { Template } from './sentence.ts';

const HELP = "Reprenez le numéro à neuf caractères de l'établissement dans le répertoire FINESS.";
const EXAMPLE = '010008407';

/** Of who a line speaks of. */
export const IDENTITY_SENTENCES = {
  FINESS_BLANK: () => ({
    expected: 'un numéro FINESS',
    says: `le numéro FINESS n'est pas renseigné. ${HELP}`,
    example: EXAMPLE,
  }),
  FINESS_MALFORMED: (seen) => ({
    expected: 'un numéro FINESS de neuf caractères',
    says: `« ${seen} » n'a pas la forme d'un numéro FINESS. ${HELP}`,
    example: EXAMPLE,
  }),
  FINESS_KEY: (seen) => ({
    expected: 'un numéro FINESS dont la clé est exacte',
    says: `la clé du numéro FINESS « ${seen} » est fausse : il y a sans doute une faute de frappe. ${HELP}`,
    example: EXAMPLE,
  }),
  FINESS_UNKNOWN: (seen) => ({
    expected: 'un déclarant de la campagne',
    says: `« ${seen} » n'est pas attendu dans cette campagne. Un établissement public déclare sous le numéro de son entité juridique, un établissement privé sous son numéro géographique ; en cas de doute, interrogez votre ARS.`,
  }),
  FINESS_REPLACED: (seen, { successor = '', since = '' }) => ({
    expected: 'le numéro qui a remplacé celui-ci',
    says: `« ${seen} » a été remplacé par ${successor} depuis le ${since}. Déclarez sous le nouveau numéro ; en cas de doute, interrogez votre ARS.`,
    example: successor,
  }),
  FINESS_OUT_OF_SCOPE: (seen) => ({
    expected: "un établissement pour lequel l'auteur du dépôt peut déposer",
    says: `l'auteur de ce dépôt ne peut pas déposer pour « ${seen} ». Retirez cette ligne du fichier ; si elle doit être déposée, adressez-vous à cet établissement, à votre ARS ou à l'administrateur de la collecte pour en obtenir le droit.`,
  }),
} as const satisfies Partial<Record<RowCode, Template>>;
