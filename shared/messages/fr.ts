import type { IssueCode } from '../domain/issues/codes.ts';
import type { Issue } from '../domain/issues/issue.ts';
import type { Wording } from '../domain/verdict/verdict.ts';
import { placeInWords } from './place.ts';
import { summaryInWords } from './summary.ts';

interface Sentence {
  /** What should have been read. */
  readonly expected: string;
  /** What is wrong, then what to do. The place is put before it. */
  readonly says: string;
  /** What a right value looks like. @default none */
  readonly example?: string;
}

type Facts = Readonly<Record<string, string>>;
type Template = (seen: string, facts: Facts) => Sentence;

const say =
  (expected: string, says: string): Template =>
  () => ({ expected, says });

const AN_XLSX = 'un classeur Excel (.xlsx) ou un fichier CSV';
const DAMAGED =
  'Rouvrez-le dans Excel ou LibreOffice, enregistrez-le à nouveau au format .xlsx et redéposez-le.';
const NUMBER_HELP =
  'Saisissez un nombre simple, par exemple 1234,56, sans texte ni séparateur autre que l’espace.';
const DATE_HELP = 'Saisissez la date sous la forme 20/05/2026 ou 2026-05-20.';
const FINESS_HELP = "Reprenez le numéro à neuf caractères de l'établissement dans le répertoire FINESS.";

/** Bytes, as decimal text, in megabytes. */
function megabytes(bytes: string): string {
  return `${Math.floor(Number(bytes) / 1024 / 1024)} Mo`;
}

/** A whole number as decimal text, by groups of three digits. */
function grouped(number: string): string {
  return number.replace(/\B(?=(\d{3})+$)/g, '\u202f');
}

/** What an inflated workbook has too much of, as its reader counts it: bytes unless it says otherwise. */
function inflated(limit: string, what: string): string {
  if (what === 'characters') return `${grouped(limit)} caractères`;
  return what === 'records' ? `${grouped(limit)} éléments internes` : megabytes(limit);
}

/** What a sheet has too much of, where it is not cells. */
const SHEET_CONTENTS: Readonly<Record<string, string>> = {
  elements: 'éléments internes',
  sharedStrings: 'textes',
};

function isBlank(seen: string): boolean {
  return seen.trim() === '';
}

/** `1234567.80` as French readers write it: `1 234 567,80`. */
function decimal(text: string): string {
  const [whole = '', ...decimals] = text.split('.');
  return [grouped(whole), ...decimals].join(',');
}

/** Code → French sentence, exhaustive by type. A sentence says what was read, what was expected and what to do. */
const SENTENCES: Readonly<Record<IssueCode, Template>> = {
  FILE_EMPTY: say(
    'un fichier qui contient des données',
    'le fichier est vide. Vérifiez le fichier choisi et redéposez-le.',
  ),
  FILE_TOO_LARGE: (_seen, { limit = '' }) => ({
    expected: `au plus ${megabytes(limit)}`,
    says: `le fichier dépasse la taille admise (${megabytes(limit)}). Retirez les feuilles et les images inutiles, ou scindez le fichier, puis redéposez-le.`,
  }),
  FILE_KIND_UNKNOWN: (seen) => ({
    expected: AN_XLSX,
    says: `le fichier n'est ni un classeur Excel ni un fichier CSV${seen ? ` (contenu reconnu : ${seen})` : ''}. Déposez ${AN_XLSX}.`,
  }),
  FILE_IS_LEGACY_XLS: say(
    'un classeur .xlsx',
    "le fichier est à l'ancien format Excel (.xls). Dans Excel : « Fichier », « Enregistrer sous », « Classeur Excel (.xlsx) », puis redéposez-le.",
  ),
  FILE_IS_ENCRYPTED: say(
    'un classeur sans mot de passe',
    "le fichier est protégé par un mot de passe et n'a pas pu être ouvert. Retirez le mot de passe (« Fichier », « Informations », « Protéger le classeur ») et redéposez-le.",
  ),
  FILE_IS_BINARY_XLSB: say(
    'un classeur .xlsx',
    'le fichier est un classeur Excel binaire (.xlsb). Enregistrez-le au format « Classeur Excel (.xlsx) » et redéposez-le.',
  ),
  FILE_IS_OPENDOCUMENT: say(
    'un classeur .xlsx',
    'le fichier est un classeur OpenDocument (.ods). Dans LibreOffice : « Enregistrer sous », format « Excel 2007-365 (.xlsx) », puis redéposez-le.',
  ),
  FILE_HAS_MACROS: say(
    'un classeur sans macro',
    'le classeur contient des macros, qui ne sont pas admises. Enregistrez-le au format « Classeur Excel (.xlsx) », sans macro, et redéposez-le.',
  ),
  ZIP_DAMAGED: say('un classeur complet', `le classeur est endommagé ou incomplet. ${DAMAGED}`),
  ZIP_TOO_MANY_ENTRIES: (_seen, { limit = '' }) => ({
    expected: `au plus ${grouped(limit)} éléments`,
    says: `le classeur contient plus de ${grouped(limit)} éléments internes. Copiez les données dans le classeur modèle et redéposez-le.`,
  }),
  ZIP_TOO_LARGE: (_seen, { limit = '', what = '' }) => ({
    expected: `au plus ${inflated(limit, what)} une fois décompressé`,
    says: `le classeur dépasse ${inflated(limit, what)} une fois décompressé. Copiez les données dans le classeur modèle et redéposez-le.`,
  }),
  ZIP_RATIO: say(
    'un classeur normalement compressé',
    'le classeur est compressé de façon anormale et a été écarté par sécurité. Copiez les données dans le classeur modèle et redéposez-le.',
  ),
  ZIP_SIZE_LIES: say(
    'des tailles internes exactes',
    `le classeur annonce des tailles internes fausses et a été écarté par sécurité. ${DAMAGED}`,
  ),
  ZIP_ENTRY_TWICE: (seen) => ({
    expected: 'des éléments internes uniques',
    says: `le classeur contient deux fois le même élément interne${seen ? ` (${seen})` : ''}. ${DAMAGED}`,
  }),
  WORKBOOK_PART_MISSING: (_seen, { part = '' }) => ({
    expected: 'un classeur Excel complet',
    says: `le fichier n'est pas un classeur Excel complet${part ? ` (élément absent : ${part})` : ''}. ${DAMAGED}`,
  }),
  XML_DAMAGED: (_seen, { part = '' }) => ({
    expected: 'un classeur Excel lisible',
    says: `le contenu du classeur est illisible${part ? ` (${part})` : ''}. ${DAMAGED}`,
  }),
  XML_DOCTYPE: say(
    'un classeur produit par un tableur',
    'le classeur contient une déclaration interdite (DOCTYPE) et a été écarté par sécurité. Copiez les données dans le classeur modèle et redéposez-le.',
  ),
  XML_TOO_DEEP: say(
    'un classeur produit par un tableur',
    `le contenu du classeur est anormalement imbriqué et a été écarté par sécurité. ${DAMAGED}`,
  ),
  SHEET_TOO_MANY_CELLS: (_seen, { limit = '', what = '' }) => ({
    expected: `au plus ${grouped(limit)} ${SHEET_CONTENTS[what] ?? 'cellules remplies'}`,
    says: `le classeur contient plus de ${grouped(limit)} ${SHEET_CONTENTS[what] ?? 'cellules remplies'}. Retirez les feuilles qui ne servent pas à la déclaration et redéposez-le.`,
  }),
  SHEET_BAD_REFERENCE: (seen) => ({
    expected: "une cellule d'une feuille Excel",
    says: `le classeur désigne une cellule qui ne peut pas exister${seen ? ` (${seen})` : ''}. ${DAMAGED}`,
  }),
  TEXT_NOT_DELIMITED: say(AN_XLSX, `le texte n'est pas un fichier CSV lisible. Déposez ${AN_XLSX}.`),
  CSV_QUOTES: (seen) => ({
    expected: 'des guillemets fermés',
    says: `un guillemet ouvert n'est pas refermé, ou est mal placé${seen ? ` (après : ${seen.trim()})` : ''}. Exportez à nouveau le fichier depuis votre tableur, ou corrigez le guillemet à cet endroit.`,
  }),
  CSV_TOO_MANY_CELLS: (_seen, { limit = '' }) => ({
    expected: `au plus ${grouped(limit)} cellules`,
    says: `le fichier contient plus de ${grouped(limit)} cellules. Scindez-le en plusieurs fichiers et déposez chacun d'eux.`,
  }),
  NOT_A_DECLARATION: say(
    'le classeur modèle, ou un tableau avec les colonnes « finess » et « campagne »',
    "aucune colonne de déclaration n'a été reconnue. Vérifiez qu'il s'agit du bon fichier ; utilisez le classeur modèle, ou un tableau dont la première ligne porte les intitulés « finess » et « campagne ».",
  ),
  TEMPLATE_VERSION_UNKNOWN: (seen, { versions = '' }) => ({
    expected: `une version connue du modèle (${versions})`,
    says: isBlank(seen)
      ? 'la version du classeur modèle a été effacée. Téléchargez le modèle en vigueur et reportez-y vos données.'
      : `la version « ${seen} » du classeur modèle n'est pas connue. Téléchargez le modèle en vigueur et reportez-y vos données.`,
  }),
  COLUMN_MISSING: (_seen, { column = '' }) => ({
    expected: `une colonne « ${column} »`,
    says: `la colonne « ${column} » est absente de la ligne d'intitulés. Ajoutez-la : sans elle, ${
      column === 'finess' || column === 'campagne'
        ? 'aucune ligne ne peut être rattachée à un établissement'
        : 'le tableau ne peut pas être lu'
    }.`,
  }),
  COLUMN_TWICE: (seen) => ({
    expected: 'une seule colonne de ce nom',
    says: `la colonne « ${seen} » figure deux fois. Supprimez celle qui est de trop et redéposez le fichier.`,
  }),
  COLUMN_UNKNOWN: (seen) => ({
    expected: 'un intitulé du modèle',
    says: `la colonne « ${seen} » n'est pas connue ; elle n'a pas été lue. Si elle porte une donnée attendue, reprenez l'intitulé du modèle.`,
  }),
  FILE_INFECTED: say(
    'un fichier sain',
    "l'analyse antivirus a trouvé un contenu malveillant dans le fichier, qui n'a donc pas été lu. Vérifiez le poste d'où il vient, puis déposez un fichier sain.",
  ),
  FILE_UNSCANNABLE: say(
    'un fichier que l’analyse antivirus peut ouvrir',
    "l'analyse antivirus ne peut pas ouvrir le fichier, qui n'a donc pas été lu. Retirez son mot de passe s'il en a un, puis redéposez-le.",
  ),
  FILE_ERASED: (_seen, { reason = '' }) => ({
    expected: 'un dépôt conservé',
    says: `ce dépôt a été effacé et ne compte plus${reason ? ` (motif : « ${reason} »)` : ''}. Si une déclaration reste attendue, déposez un nouveau fichier.`,
  }),
  SHEET_IGNORED: (seen, { read = '' }) => ({
    expected: 'un seul tableau par classeur',
    says: `la feuille « ${seen} » contient aussi un tableau de données, qui n'a pas été lu : seule la feuille « ${read} » l'a été. Déposez l'autre dans un fichier à part si elle doit compter.`,
  }),
  YEAR_NOT_GIVEN: (_seen, { exercice = '' }) => ({
    expected: `une colonne « exercice » (${exercice})`,
    says: `aucune colonne ne dit l'année des données : l'exercice ${exercice} est supposé. Vérifiez que c'est bien celui du fichier ; ajoutez une colonne « exercice » pour le dire.`,
  }),
  NO_ROW_OF_YEAR: (_seen, { exercice = '', found = '' }) => ({
    expected: `au moins une ligne de l'exercice ${exercice}`,
    says: `aucune ligne ne porte sur l'exercice ${exercice}${found ? ` (années lues : ${found})` : ''}. Déposez l'extrait de ${exercice}.`,
  }),
  NO_DECLARANT_IN_EXTRACT: say(
    'au moins un déclarant de la campagne',
    "aucune ligne de l'extrait ne donne les quatre titres de dépenses d'un déclarant de cette campagne. Vérifiez la région, les numéros FINESS et les colonnes de titres de l'extrait.",
  ),
  NO_ROW: say(
    'au moins une ligne',
    "le fichier ne contient aucune ligne sous les intitulés. Ajoutez la déclaration de l'établissement et redéposez-le.",
  ),

  FINESS_BLANK: say('un numéro FINESS', `le numéro FINESS n'est pas renseigné. ${FINESS_HELP}`),
  FINESS_MALFORMED: (seen) => ({
    expected: 'neuf caractères',
    says: `« ${seen} » n'a pas la forme d'un numéro FINESS. ${FINESS_HELP}`,
  }),
  FINESS_KEY: (seen) => ({
    expected: 'une clé exacte',
    says: `la clé du numéro FINESS « ${seen} » est fausse : il y a sans doute une faute de frappe. ${FINESS_HELP}`,
  }),
  FINESS_UNKNOWN: (seen) => ({
    expected: 'un déclarant de la campagne',
    says: `« ${seen} » n'est pas attendu dans cette campagne. Un établissement public déclare sous le numéro de son entité juridique, un établissement privé sous son numéro géographique ; en cas de doute, interrogez votre ARS.`,
  }),
  FINESS_OUT_OF_SCOPE: (seen) => ({
    expected: "un établissement pour lequel l'auteur du dépôt peut déposer",
    says: `l'auteur de ce dépôt ne peut pas déposer pour « ${seen} ». Retirez cette ligne du fichier ; si elle doit être déposée, adressez-vous à cet établissement, à votre ARS ou à l'administrateur de la collecte pour en obtenir le droit.`,
  }),
  CAMPAIGN_MISMATCH: (seen, { campaign = '' }) => ({
    expected: campaign,
    says: isBlank(seen)
      ? `la campagne n'est pas renseignée alors que la collecte porte sur ${campaign}. Saisissez ${campaign}.`
      : `la campagne lue est « ${seen} » alors que la collecte porte sur ${campaign}. Vérifiez l'année du fichier et saisissez ${campaign}.`,
  }),
  CELL_BEYOND_HEADER: (seen) => ({
    expected: 'aucune cellule au-delà du dernier intitulé',
    says: `une cellule (« ${seen} ») se trouve au-delà du dernier intitulé : la ligne est sans doute décalée par une virgule décimale sans guillemets. Corrigez la ligne ou exportez avec le séparateur « ; ».`,
  }),
  CELL_IN_ERROR: (seen) => ({
    expected: 'une valeur',
    says: `la cellule affiche l'erreur ${seen}. Corrigez la formule ou saisissez la valeur.`,
  }),
  FORMULA_WITHOUT_VALUE: (seen) => ({
    expected: 'une formule calculée',
    says: `la formule${isBlank(seen) ? '' : ` « ${seen} »`} n'a jamais été calculée. Ouvrez le classeur dans Excel ou LibreOffice, enregistrez-le, puis redéposez-le ; ou saisissez la valeur.`,
  }),
  NUMBER_UNREADABLE: (seen) => ({
    expected: 'un nombre',
    says: `« ${seen} » n'est pas un nombre lisible. ${NUMBER_HELP}`,
  }),
  NUMBER_TOO_PRECISE: (seen) => ({
    expected: 'deux décimales au plus',
    says: `« ${seen} » porte plus de deux décimales. Arrondissez à deux décimales.`,
  }),
  NUMBER_TOO_LARGE: (seen) => ({
    expected: 'moins de 10 000 milliards',
    says: `« ${seen} » dépasse ce qui peut être déclaré. Vérifiez l'unité : les montants sont en euros, les effectifs en ETP.`,
  }),
  NUMBER_NEGATIVE: (seen) => ({
    expected: 'un nombre positif ou nul',
    says: `« ${seen} » est négatif. Saisissez le montant ou l'effectif en positif.`,
  }),
  DATE_UNREADABLE: (seen) => ({
    expected: 'une date',
    says: isBlank(seen)
      ? `la date n'est pas renseignée. ${DATE_HELP}`
      : `« ${seen} » n'est pas une date lisible. ${DATE_HELP}`,
  }),
  DATE_IMPOSSIBLE: (seen) => ({
    expected: 'une date du calendrier',
    says: `la date « ${seen} » n'existe pas. ${DATE_HELP}`,
  }),
  DATE_SERIAL: (seen) => ({
    expected: 'une date',
    says: `« ${seen} » est un nombre et non une date : la cellule a perdu son format de date. ${DATE_HELP}`,
  }),
  CLOSURE_UNKNOWN: (seen) => ({
    expected: '« definitive », « provisoire » ou rien',
    says: `« ${seen} » n'est pas un état de clôture. Saisissez « definitive », « provisoire », ou laissez la cellule vide.`,
  }),
  CLOSURE_WITHOUT_DATE: (_seen, { cloture = '' }) => ({
    expected: 'une date de clôture',
    says: `la clôture est « ${cloture} » mais sa date n'est pas renseignée. Saisissez le jour de l'arrêté du compte financier, ou de l'approbation des comptes.`,
  }),
  CLOSURE_DATE_TOO_EARLY: (seen, { yearEnd = '' }) => ({
    expected: `à partir du ${yearEnd}`,
    says: `la date de clôture « ${seen} » précède la fin de l'exercice (${yearEnd}). Vérifiez l'année.`,
  }),
  CLOSURE_DATE_AFTER_DEPOSIT: (seen, { day = '' }) => ({
    expected: `au plus tard le ${day}`,
    says: `la date de clôture « ${seen} » est postérieure au jour du dépôt (${day}). Déposez après l'arrêté des comptes, ou corrigez la date.`,
  }),
  CLOSURE_DATE_YEAR_END: (seen, { yearEnd = '' }) => ({
    expected: "le jour de l'arrêté ou de l'approbation des comptes",
    says: `la date de clôture « ${seen} » est celle de la fin de l'exercice (${yearEnd}). Vérifiez qu'il s'agit bien du jour où les comptes ont été arrêtés ou approuvés.`,
  }),
  MATURITY_DATE_AFTER_DEPOSIT: (seen, { day = '' }) => ({
    expected: `au plus tard le ${day}`,
    says: `la date d'auto-évaluation « ${seen} » est postérieure au jour du dépôt (${day}). Corrigez-la.`,
  }),
  MATURITY_DATE_BEFORE_CAMPAIGN: (seen, { firstDay = '' }) => ({
    expected: `à partir du ${firstDay}`,
    says: `l'auto-évaluation du « ${seen} » précède la campagne : elle ne compte pas, et les chiffres ne seront pas calculés. Déclarez celle de l'année (depuis le ${firstDay}).`,
  }),
  PART_OVER_WHOLE: (seen, { part = '', whole = '', limit = '' }) => ({
    expected: `au plus ${decimal(limit)}`,
    says: `« ${part} » (${decimal(seen)}) dépasse « ${whole} » (${decimal(limit)}), qui le contient. Corrigez l'un ou l'autre ; un montant déjà en vigueur compte s'il n'est pas dans ce fichier.`,
  }),
  POOLED_AND_PAID_OVER_DIGITAL: (seen, { limit = '' }) => ({
    expected: `au plus ${decimal(limit)}`,
    says: `les charges portées pour le groupement et les quotes-parts versées (${decimal(seen)} en tout) dépassent les charges numériques de l'établissement (${decimal(limit)}), qui doivent les comprendre. Corrigez les unes ou les autres.`,
  }),
  POOLED_BY_NO_CARRIER: (seen) => ({
    expected: 'rien, ou 0',
    says: `« ${seen} » est déclaré comme porté pour un groupement, mais l'établissement n'en porte aucun. Effacez la valeur, ou demandez à votre ARS de mettre le groupement à jour.`,
  }),
  CONTRIBUTION_OF_NO_MEMBER: (seen) => ({
    expected: 'rien, ou 0',
    says: `une quote-part de « ${seen} » est versée, mais l'établissement n'est membre d'aucun groupement. Effacez la valeur, ou demandez à votre ARS de mettre le groupement à jour.`,
  }),
  FINANCIAL_YEAR_MISMATCH: (seen, { exercice = '' }) => ({
    expected: exercice,
    says: isBlank(seen)
      ? `l'exercice n'est pas renseigné alors que la campagne porte sur les comptes de ${exercice}. Saisissez ${exercice}.`
      : `l'exercice lu est « ${seen} » alors que la campagne porte sur les comptes de ${exercice}. Déposez les données de ${exercice}.`,
  }),
  NOMENCLATURE_UNKNOWN: (seen) => ({
    expected: 'M21, M22 ou PCG',
    says: `« ${seen} » n'est pas une nomenclature comptable connue. Indiquez M21 (établissement public de santé), M22 (médico-social) ou PCG (établissement privé).`,
    example: 'M21',
  }),
  ACCOUNTS_UNKNOWN: (_seen, { nomenclature = '', exercice = '' }) => ({
    expected: `la liste des comptes numériques ${nomenclature}`,
    says: `le référentiel ne dit pas quels comptes ${nomenclature} sont numériques pour ${exercice} : les titres de charges ont été calculés, pas les charges numériques. Déclarez-les dans le classeur modèle.`,
  }),
  ACCOUNT_MALFORMED: (seen) => ({
    expected: 'un numéro de compte, de deux à douze chiffres',
    says: `« ${seen} » n'est pas un numéro de compte. Corrigez-le, ou retirez la ligne.`,
    example: '615261',
  }),
  LINE_NOT_AN_ACCOUNT: (seen) => ({
    expected: 'un numéro de compte',
    says: `${isBlank(seen) ? 'la ligne' : `la ligne « ${seen} »`} n'a pas de numéro de compte : elle est prise pour un total ou un titre, et n'est pas comptée. Ajoutez son numéro si elle doit l'être.`,
  }),
  ACCOUNT_SUBTOTAL: (seen) => ({
    expected: 'des comptes de détail',
    says: `le compte ${seen} est la somme de ses comptes de détail, présents eux aussi : il n'a pas été compté une seconde fois. Aucune correction n'est nécessaire.`,
  }),
  TITLE_NEGATIVE: (seen, { title = '' }) => ({
    expected: 'un total positif ou nul',
    says: `le total de « ${title} » est négatif (${decimal(seen)}) : les colonnes de débit et de crédit sont sans doute inversées, ou les charges signées à l'envers. Vérifiez l'export.`,
  }),
  BUDGETS_TOGETHER: (seen) => ({
    expected: 'un budget global, net des flux internes',
    says: `la balance réunit plusieurs budgets (${seen}), additionnés ici sans éliminer les flux entre eux. Retirez les écritures internes, ou vérifiez que le total est bien celui du budget global.`,
  }),
  DIGITAL_PART_MISSING: (_seen, { account = '', label = '' }) => ({
    expected: 'la part numérique du compte',
    says: `la part numérique du compte ${account}${label ? ` (${label})` : ''} n'est pas indiquée, alors que ce compte n'est numérique qu'en partie. Tant qu'elle manque, les charges numériques ne sont pas calculées : indiquez-la en euros, 0 si elle est nulle.`,
    example: '1234,56',
  }),
  DIGITAL_PART_OVER_AMOUNT: (seen, { account = '', amount = '' }) => ({
    expected: `au plus ${decimal(amount)}`,
    says: `la part numérique du compte ${account} (${decimal(seen)}) dépasse le montant du compte (${decimal(amount)}). Corrigez l'un ou l'autre.`,
  }),
  DIGITAL_PART_OF_NO_ACCOUNT: (seen, { account = '' }) => ({
    expected: 'une part numérique sur un compte numérique',
    says: `une part numérique (${seen}) est indiquée pour le compte ${account}, qui n'est pas dans la liste des comptes numériques : elle n'a pas été comptée. Demandez à votre ARS si le compte doit y figurer.`,
  }),
  STAFF_TYPE_UNKNOWN: (seen) => ({
    expected: 'interne, externe ou mutualisé',
    says: `« ${seen} » n'est pas un type d'emploi. Indiquez « interne », « externe » ou « mutualisé » (interne, porté pour le groupement).`,
    example: 'interne',
  }),
  STAFF_LINE_INCOMPLETE: (_seen, { column = '' }) => ({
    expected: `une valeur pour « ${column} »`,
    says: `la ligne d'effectif est incomplète : « ${column} » n'est pas renseigné. Complétez la ligne, ou effacez-la.`,
  }),
  QUOTA_OUT_OF_RANGE: (seen) => ({
    expected: 'de 0 à 100 %',
    says: `la quotité de temps « ${seen} » n'est pas comprise entre 0 et 100 %. Saisissez un pourcentage.`,
    example: '80 %',
  }),
  MONTHS_OUT_OF_RANGE: (seen) => ({
    expected: 'de 0 à 12 mois',
    says: `le nombre de mois « ${seen} » n'est pas compris entre 0 et 12. Saisissez le nombre de mois de présence dans l'exercice.`,
    example: '12',
  }),
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
    example: highest,
  }),
  LEVEL_AND_NOT_APPLICABLE: (seen) => ({
    expected: 'un niveau, ou « non applicable », pas les deux',
    says: `un niveau (« ${seen} ») est donné à une mesure dite non applicable. Effacez l'un des deux.`,
  }),
  ASSESSMENT_DATES_DISAGREE: (seen, { first = '' }) => ({
    expected: first,
    says: `la date d'auto-évaluation « ${seen} » diffère de celle des lignes précédentes (${first}). Une seule date vaut pour tout le questionnaire : corrigez-la.`,
  }),
  CHOICE_UNKNOWN: (seen, { choices = '' }) => ({
    expected: choices,
    says: `« ${seen} » n'est pas une des réponses possibles (${choices}). Choisissez-en une, ou laissez la cellule vide.`,
  }),
  SCORE_OUT_OF_RANGE: (seen) => ({
    expected: 'un score ADS de 1 à 5',
    says: `« ${seen} » n'est pas un score ADS. Saisissez un nombre entier de 1 à 5.`,
    example: '3',
  }),
  TEXT_TOO_LONG: (_seen, { limit = '' }) => ({
    expected: `au plus ${grouped(limit)} caractères`,
    says: `le texte dépasse ${grouped(limit)} caractères. Abrégez-le.`,
  }),
  TOTAL_DISAGREES: (seen, { total = '', label = '' }) => ({
    expected: decimal(total),
    says: `« ${label} » affiche ${seen}, alors que les lignes du tableau font ${decimal(total)} : c'est le total des lignes qui est retenu. Effacez la valeur saisie, ou corrigez les lignes.`,
  }),
  EXTRACT_ROW_TWICE: (seen, { first = '' }) => ({
    expected: 'une ligne par établissement et par année',
    says: `${seen} figure déjà ${first}, avec d'autres montants : la dernière ligne est retenue. Vérifiez l'extrait.`,
  }),
  DECLARANT_TWICE_IN_FILE: (seen, { first = '' }) => ({
    expected: 'une ligne par établissement',
    says: `${seen} figure déjà ligne ${first} : la dernière ligne correcte est retenue. Supprimez celle qui est de trop.`,
  }),
};

/** The words of an issue: where, what was read, what was expected, what to do. */
function issueInWords(issue: Issue): ReturnType<Wording['issue']> {
  const { expected, says, example = '' } = SENTENCES[issue.code](issue.seen, issue.facts ?? {});
  const place = placeInWords(issue.at);
  return {
    expected,
    example,
    message: place ? `${place} : ${says}` : `${says.charAt(0).toUpperCase()}${says.slice(1)}`,
  };
}

export const frenchWording: Wording = { issue: issueInWords, summary: summaryInWords };
