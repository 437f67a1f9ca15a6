import { LEGAL_STATUSES } from '../domain/declarant/legal-status.ts';
import type { ReferenceFault, ReferenceFaultCode } from '../domain/declarant/reading/fault.ts';
import { ALERT_CODES } from '../domain/figures/alert-codes.ts';
import { REASONS } from '../domain/figures/figures.ts';
import { RELAXABLE_CODES } from '../domain/rules/relaxation.ts';
import { REGIONS } from '../domain/territory/regions.ts';

type Sentence = (fault: ReferenceFault, facts: Readonly<Record<string, string>>) => string;

/** Most characters of a cell that a sentence repeats. */
const EXCERPT = 60;

function read(seen: string): string {
  if (seen === '') return 'une cellule vide';
  return `« ${seen.length > EXCERPT ? `${seen.slice(0, EXCERPT)}…` : seen} »`;
}

const AN_AMOUNT = 'un nombre à deux décimales au plus, par exemple 1250000.50';

/** What was read, what was expected, what to do; the place is said before. */
const SENTENCES: Readonly<Record<ReferenceFaultCode, Sentence>> = {
  FOLDER_MISSING: () =>
    'ce dossier n’existe pas ou ne peut pas être lu. Indiquez le dossier qui contient declarants.csv.',
  FILE_MISSING: () =>
    'ce fichier est absent. Le référentiel doit au moins contenir declarants.csv : ajoutez-le.',
  FILE_UNREADABLE: ({ seen }) =>
    `le fichier ne peut pas être lu (${seen}). Vérifiez que c’est bien un fichier et que ses droits en permettent la lecture.`,
  FILE_TWICE: ({ seen }) =>
    `ce fichier est déjà dans le dossier ${read(seen)}, et un autre est donné. N’en gardez qu’un.`,
  CSV_QUOTES: ({ seen }) =>
    `guillemets mal fermés à partir de ${read(seen)}. Fermez-les, ou doublez ceux qui font partie du texte.`,
  CSV_TOO_MANY_CELLS: (_, { limit }) =>
    `le fichier dépasse ${limit ?? ''} cellules. Vérifiez qu’il ne contient que les lignes attendues.`,
  HEADER_MISSING: () => 'le fichier est vide. Sa première ligne doit donner le nom des colonnes.',
  COLUMN_MISSING: ({ seen }) => `la colonne ${read(seen)} manque. Ajoutez-la à la ligne d’en-tête.`,
  COLUMN_TWICE: ({ seen }) => `la colonne ${read(seen)} figure deux fois. N’en gardez qu’une.`,
  CELL_BEYOND_HEADER: ({ seen }) =>
    `${read(seen)} se trouve au-delà de la dernière colonne. Un point-virgule est sans doute de trop : mettez le texte qui le contient entre guillemets.`,
  FINESS_BLANK: () => 'le numéro FINESS n’est pas renseigné. Indiquez ses neuf caractères.',
  FINESS_MALFORMED: ({ seen }) =>
    `${read(seen)} n’a pas la forme d’un numéro FINESS (neuf caractères, par exemple 010008407 ou 2A0000014). Corrigez-le.`,
  FINESS_KEY: ({ seen }) =>
    `la clé du numéro FINESS ${read(seen)} est fausse : un caractère est erroné. Reprenez le numéro dans le répertoire FINESS.`,
  DECLARANT_TWICE: ({ seen }, { first }) =>
    `le déclarant ${read(seen)} figure déjà à la ligne ${first ?? ''}. N’en gardez qu’une.`,
  REGION_UNKNOWN: ({ seen }) =>
    `${read(seen)} n’est pas un code de région. Codes admis : ${Object.keys(REGIONS).sort().join(', ')} (avec leur zéro initial).`,
  REGION_OUT_OF_SCOPE: ({ seen }, { territory }) =>
    `${read(seen)} (${territory ?? ''}) est hors du champ de l’instruction, qui ne s’y applique pas. Retirez ce déclarant.`,
  STATUS_UNKNOWN: ({ seen }) =>
    `${read(seen)} n’est pas un statut. Statuts admis : ${Object.keys(LEGAL_STATUSES).join(', ')}.`,
  GROUP_BLANK: () => 'le code du groupement n’est pas renseigné. Indiquez-le.',
  GROUP_WITHOUT_CARRIER: ({ seen }) =>
    `le groupement ${read(seen)} n’a pas de porteur. Donnez le rôle porteur (ou porteur_externe) à l’une de ses lignes.`,
  GROUP_WITH_TWO_CARRIERS: (_, { group }) =>
    `le groupement « ${group ?? ''} » a déjà un porteur. N’en gardez qu’un, les autres étant membre.`,
  ROLE_UNKNOWN: ({ seen }) =>
    `${read(seen)} n’est pas un rôle. Rôles admis : porteur, porteur_externe, membre.`,
  CARRIER_IS_NO_DECLARANT: ({ seen }) =>
    `le porteur ${read(seen)} n’est pas dans declarants.csv. Ajoutez-l’y, ou donnez-lui le rôle porteur_externe s’il n’est pas déclarant.`,
  EXTERNAL_CARRIER_IS_DECLARANT: ({ seen }) =>
    `${read(seen)} est porteur_externe alors qu’il est dans declarants.csv. Donnez-lui le rôle porteur.`,
  CARRIER_OF_TWO_GROUPS: ({ seen }, { other }) =>
    `${read(seen)} porte déjà le groupement « ${other ?? ''} ». Un organisme n’en porte qu’un : corrigez l’un des deux.`,
  MEMBER_TWICE: ({ seen }, { group, first }) =>
    `${read(seen)} figure déjà dans le groupement « ${group ?? ''} » à la ligne ${first ?? ''}. N’en gardez qu’une.`,
  ACTIVITY_UNREADABLE: ({ seen }) =>
    `${read(seen)} n’est pas une activité combinée (un nombre à quatre décimales au plus, ou rien si elle est inconnue). Corrigez-la.`,
  ACTIVITY_NEGATIVE: ({ seen }) =>
    `l’activité combinée ${read(seen)} est négative. Indiquez un nombre positif ou nul, ou rien si elle est inconnue.`,
  CAMPAIGN_UNREADABLE: ({ seen }) =>
    `${read(seen)} n’est pas une campagne : une année de quatre chiffres est attendue, par exemple 2026.`,
  CAMPAIGN_TWICE: ({ seen }, { first }) =>
    `la campagne ${seen} figure déjà à la ligne ${first ?? ''}. N’en gardez qu’une.`,
  DATE_UNREADABLE: ({ seen }) =>
    `${read(seen)} n’est pas une date. Écrivez-la AAAA-MM-JJ ou JJ/MM/AAAA, ou rien pour la date habituelle.`,
  DATES_OUT_OF_ORDER: ({ column, seen }) =>
    `la date de la colonne « ${column ?? ''} » (${seen || 'date habituelle'}) précède celle d’avant. Attendu : ouverture, puis échéance, puis clôture.`,
  RULE_SET_UNKNOWN: ({ seen }) =>
    `le jeu de règles ${read(seen)} n’existe pas. Laissez la cellule vide pour le plus récent.`,
  STATE_UNKNOWN: ({ seen }) =>
    `${read(seen)} n’est pas un état. États admis : calcule, non_calcule, non_repondant.`,
  FIGURE_UNREADABLE: ({ column, seen }) =>
    `${read(seen)} (${column ?? ''}) n’est pas ${AN_AMOUNT}. Reprenez la valeur de figures.csv.`,
  FIGURE_NEGATIVE: ({ column, seen }) =>
    `${read(seen)} (${column ?? ''}) est négatif. Reprenez la valeur de figures.csv.`,
  FIGURES_TWICE: ({ seen }, { first }) =>
    `les chiffres de ${read(seen)} pour cette campagne figurent déjà à la ligne ${first ?? ''}. N’en gardez qu’une.`,
  NOMENCLATURE_UNKNOWN: ({ seen }) =>
    `${read(seen)} n’est pas une nomenclature comptable connue. Indiquez M21, M22 ou PCG.`,
  YEAR_UNREADABLE: ({ seen }) => `${read(seen)} n’est pas une année. Indiquez-la en quatre chiffres.`,
  ACCOUNT_MALFORMED: ({ seen }) =>
    `${read(seen)} n’est pas un numéro de compte. Indiquez-le en deux à douze chiffres.`,
  BLOCK_UNKNOWN: ({ seen }) =>
    `${read(seen)} n’est pas un bloc connu. Indiquez personnel, medical, general, amortissement ou investissement.`,
  MODE_UNKNOWN: ({ seen }) => `${read(seen)} n’est pas un mode connu. Indiquez lecture ou retraitement.`,
  ACCOUNT_TWICE: ({ seen }, { first }) =>
    `le compte ${seen} figure déjà ligne ${first ?? ''} pour cette nomenclature et cette année. Supprimez l’une des deux lignes.`,
  MEASURE_BLANK: () => 'le code de la mesure n’est pas renseigné. Indiquez-le.',
  MEASURE_TWICE: ({ seen }, { first }) =>
    `la mesure ${read(seen)} figure déjà à la ligne ${first ?? ''}. N’en gardez qu’une.`,
  HIGHEST_LEVEL_UNREADABLE: ({ seen }, { limit }) =>
    `${read(seen)} n’est pas un niveau maximal : un nombre entier de 1 à ${limit ?? ''} est attendu. Corrigez-le.`,
  RULE_NOT_RELAXABLE: ({ seen }) =>
    `${read(seen)} n’est pas une règle qui peut être abaissée. Codes admis : ${RELAXABLE_CODES.join(', ')} ; ou ceux des alertes : ${ALERT_CODES.join(', ')}.`,
  RULE_SEVERITY_UNKNOWN: ({ seen }) =>
    `${read(seen)} n’est pas une sévérité. Écrivez avertissement (signalé sans bloquer) ou ignoree (plus signalé du tout).`,
  RULE_SEVERITY_OF_ALERT: ({ seen }) =>
    `${read(seen)} est la sévérité donnée à une alerte, qui ne bloque déjà rien. Écrivez ignoree, ou retirez la ligne.`,
  RULE_DAY_UNREADABLE: ({ seen }) =>
    `${read(seen)} n’est pas une date. Écrivez, AAAA-MM-JJ ou JJ/MM/AAAA, le jour à partir duquel les dépôts en profitent.`,
  RULE_REASON_BLANK: () =>
    'le motif n’est pas renseigné. Écrivez pourquoi la règle est abaissée : la feuille Méthode des classeurs le reprend.',
  RULE_TWICE: ({ seen }, { first }) =>
    `la règle ${read(seen)} est déjà abaissée du même jour à la ligne ${first ?? ''}. N’en gardez qu’une.`,
  SUCCESSION_TO_ITSELF: ({ seen }) =>
    `${read(seen)} ne peut pas se remplacer lui-même. Indiquez le numéro qui le remplace, ou retirez la ligne.`,
  SUCCESSION_TWICE: ({ seen }, { first }) =>
    `l’ancien numéro ${read(seen)} est déjà remplacé à la ligne ${first ?? ''}. Un numéro n’a qu’un successeur : n’en gardez qu’une.`,
  SUCCESSION_CYCLE: ({ seen }) =>
    `de successeur en successeur, ${read(seen)} se remplace lui-même. Vérifiez lequel de ces numéros est l’ancien.`,
  SUCCESSION_DAY_UNREADABLE: ({ seen }) =>
    `${read(seen)} n’est pas une date. Écrivez, AAAA-MM-JJ ou JJ/MM/AAAA, le jour à partir duquel le nouveau numéro répond.`,
  SUCCESSION_DAYS_BACKWARDS: ({ seen }, { successor, next, day }) =>
    `le numéro ${successor ?? ''} aurait remplacé celui-ci le ${seen}, alors qu’il a été remplacé lui-même dès le ${day ?? ''} (ligne ${next ?? ''}). Corrigez l’une des deux dates.`,
  SUCCESSION_OF_A_FILER: ({ seen }) =>
    `l’ancien numéro ${read(seen)} est encore un déclarant ou un porteur externe : deux numéros répondraient pour le même établissement. Retirez-le de declarants.csv ou de groupes.csv, ou retirez cette ligne.`,
  SUCCESSION_OF_A_MEMBER: ({ seen }) =>
    `l’ancien numéro ${read(seen)} est encore membre d’un groupement. Mettez dans groupes.csv le numéro qui le remplace, ou retirez cette ligne.`,
  SUCCESSION_TO_NOBODY: ({ seen }) =>
    `le successeur ${read(seen)} n’est ni un déclarant, ni un porteur externe, et n’est pas remplacé à son tour. Ajoutez-le à declarants.csv, ou ajoutez la ligne qui dit ce qu’il est devenu.`,
  EDITION_OF_ANOTHER_CAMPAIGN: ({ seen }, { expected }) =>
    `ces chiffres sont ceux de la campagne ${seen}, et non ${expected ?? ''}. Donnez le figures.csv d’une édition de la campagne ${expected ?? ''} ; ceux des campagnes d’avant vont dans historique.csv.`,
  REASON_UNKNOWN: ({ seen }) =>
    `${read(seen)} n’est pas une liste de motifs séparés par « | ». Motifs admis : ${REASONS.join(', ')}.`,
  SHARE_UNREADABLE: ({ column, seen }) =>
    `${read(seen)} (${column ?? ''}) n’est pas une part à six décimales au plus, par exemple 0.021875. Reprenez la valeur de figures.csv.`,
};

/** One fault in French: `declarants.csv, ligne 12, colonne region : …`. */
export function referenceFaultSentence(fault: ReferenceFault): string {
  const place = [fault.file];
  if (fault.line !== null) place.push(`ligne ${fault.line}`);
  if (fault.column !== undefined) place.push(`colonne ${fault.column}`);
  return `${place.join(', ')} : ${SENTENCES[fault.code](fault, fault.facts ?? {})}`;
}

/** The faults of a reference set as lines to show: at most `most`, then how many others. */
export function referenceFaultLines(faults: readonly ReferenceFault[], most = 50): readonly string[] {
  const shown = faults.slice(0, most).map(referenceFaultSentence);
  const others = faults.length - shown.length;
  if (others === 0) return shown;
  return [...shown, others === 1 ? '… et une autre anomalie.' : `… et ${others} autres anomalies.`];
}
