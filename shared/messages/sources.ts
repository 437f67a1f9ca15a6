import type { IssueCode } from '../domain/issues/codes.ts';

const FORMATS = 'Notre règle : un classeur .xlsx ou un fichier CSV, reconnu à son contenu, de 25 Mo au plus.';
const BOUNDS = "Notre règle : des bornes de lecture qu'aucun fichier de bonne foi ne rencontre.";
const HEADINGS =
  "Notre règle : un tableau est reconnu à ses intitulés ; la même colonne deux fois l'écarte, une colonne inconnue est signalée.";
const SCAN = "Notre règle : rien n'est lu qui n'ait été jugé sain par l'analyse antivirus.";
const FINESS = 'Répertoire FINESS (neuf caractères, clé comprise) ; notre règle (refus 1).';
const IDENTITY = 'Notre règle (refus 1).';
const YEAR =
  "Instruction DNS/2025/12, action 7 (« pour la part de l'année N-1 ») ; notre règle sur l'exercice et la campagne.";
const READABLE = 'Notre règle (refus 2).';
const CLOSURE = 'Instruction DNS/2025/12, action 7 (« après la clôture des comptes »)';
const MATURITY = 'Instruction DNS/2025/12, action 2 (déclaration « a minima annuelle »)';
const POOL = 'Instruction DNS/2025/12, action 7 (dépense mutualisée)';
const SSI =
  "Instruction DNS/2025/12, action 7 (« nombre d'ETP consacré à la SSI ») ; notre règle pour le calcul.";
const BALANCE = 'Notre règle : un compte est un numéro de deux à douze chiffres, compté une fois.';
const PARTS =
  'Instruction DGOS/MSIOS/2013/259 (« simple lecture du montant de certains comptes » ou « retraitement analytique ») ; notre règle.';
const CHECK = 'Notre règle : un extrait de comptes recoupe le budget déclaré, il ne déclare rien.';
const TEMPLATE = 'Notre règle : une réponse du classeur modèle se choisit ou se mesure.';

/** Where each rule comes from: a paragraph, or « notre règle » where no source settles the point. */
export const ISSUE_SOURCES: Readonly<Record<IssueCode, string>> = {
  FILE_EMPTY: FORMATS,
  FILE_TOO_LARGE: FORMATS,
  FILE_KIND_UNKNOWN: FORMATS,
  FILE_IS_LEGACY_XLS: FORMATS,
  FILE_IS_ENCRYPTED: FORMATS,
  FILE_IS_BINARY_XLSB: FORMATS,
  FILE_IS_OPENDOCUMENT: FORMATS,
  FILE_HAS_MACROS: 'Notre règle : aucune macro, par sécurité.',
  ZIP_DAMAGED: FORMATS,
  ZIP_TOO_MANY_ENTRIES: BOUNDS,
  ZIP_TOO_LARGE: BOUNDS,
  ZIP_RATIO: BOUNDS,
  ZIP_SIZE_LIES: BOUNDS,
  ZIP_ENTRY_TWICE: BOUNDS,
  WORKBOOK_PART_MISSING: FORMATS,
  XML_DAMAGED: FORMATS,
  XML_DOCTYPE: BOUNDS,
  XML_TOO_DEEP: BOUNDS,
  SHEET_TOO_MANY_CELLS: BOUNDS,
  SHEET_BAD_REFERENCE: FORMATS,
  TEXT_NOT_DELIMITED:
    'Code retiré : plus aucune lecture ne le donne, il demeure pour les verdicts déjà rendus.',
  CSV_QUOTES: 'RFC 4180, § 2 (guillemets).',
  CSV_TOO_MANY_CELLS: BOUNDS,
  NOT_A_DECLARATION: HEADINGS,
  TEMPLATE_VERSION_UNKNOWN: 'Notre règle : chaque version publiée du modèle reste lisible.',
  COLUMN_MISSING: HEADINGS,
  COLUMN_TWICE: HEADINGS,
  COLUMN_UNKNOWN: HEADINGS,
  NO_ROW: FORMATS,
  FILE_INFECTED: SCAN,
  FILE_UNSCANNABLE: SCAN,
  FILE_ERASED: "Notre règle : un dépôt effacé ne compte plus, et le motif de l'effacement est dit.",
  SHEET_IGNORED: 'Notre règle : un classeur vaut pour un tableau, le premier qui est reconnu.',
  YEAR_NOT_GIVEN: YEAR,
  NO_ROW_OF_YEAR: CHECK,
  NO_DECLARANT_IN_EXTRACT: CHECK,
  FINESS_BLANK: FINESS,
  FINESS_MALFORMED: FINESS,
  FINESS_KEY: FINESS,
  FINESS_UNKNOWN: IDENTITY,
  FINESS_REPLACED:
    'Notre règle : un numéro remplacé (successions.csv) ne répond plus, pour que deux ne répondent pas du même établissement.',
  FINESS_OUT_OF_SCOPE: 'Notre règle : nul ne dépose pour un établissement hors de son périmètre.',
  CAMPAIGN_MISMATCH: IDENTITY,
  CELL_BEYOND_HEADER: IDENTITY,
  CELL_IN_ERROR: READABLE,
  FORMULA_WITHOUT_VALUE: READABLE,
  NUMBER_UNREADABLE: READABLE,
  NUMBER_TOO_PRECISE: READABLE,
  NUMBER_TOO_LARGE: READABLE,
  NUMBER_NEGATIVE: READABLE,
  DATE_UNREADABLE: READABLE,
  DATE_IMPOSSIBLE: READABLE,
  DATE_SERIAL: READABLE,
  CLOSURE_UNKNOWN: `${CLOSURE} ; notre règle (refus 3).`,
  CLOSURE_WITHOUT_DATE: `${CLOSURE} ; notre règle (refus 3).`,
  CLOSURE_DATE_TOO_EARLY: `${CLOSURE} ; notre règle (refus 4).`,
  CLOSURE_DATE_AFTER_DEPOSIT: `${CLOSURE} ; notre règle (refus 4).`,
  CLOSURE_DATE_YEAR_END: `${CLOSURE} ; notre règle : la fin de l'exercice est souvent saisie pour le jour de l'arrêté.`,
  MATURITY_DATE_AFTER_DEPOSIT: `${MATURITY} ; notre règle (refus 4).`,
  MATURITY_DATE_BEFORE_CAMPAIGN: `${MATURITY}.`,
  PART_OVER_WHOLE: 'Notre règle (refus 5) : une partie ne dépasse pas le tout.',
  POOLED_AND_PAID_OVER_DIGITAL:
    'Notre règle (refus 5) : les charges numériques retenues ne sont jamais négatives.',
  POOLED_FTE_OVER_INTERNAL: 'Notre règle (refus 5) : les ETP SSI retenus ne sont jamais négatifs.',
  POOLED_BY_NO_CARRIER: `${POOL} ; notre règle (refus 6).`,
  CONTRIBUTION_OF_NO_MEMBER: `${POOL} ; notre règle (refus 6).`,
  DECLARANT_TWICE_IN_FILE: 'Notre règle : la dernière ligne correcte est en vigueur.',
  FINANCIAL_YEAR_MISMATCH: YEAR,
  NOMENCLATURE_UNKNOWN:
    'Plans de comptes M21 (établissements publics de santé), M22 (médico-social) et PCG ; notre règle.',
  ACCOUNTS_UNKNOWN: PARTS,
  ACCOUNT_MALFORMED: BALANCE,
  LINE_NOT_AN_ACCOUNT: BALANCE,
  ACCOUNT_SUBTOTAL: BALANCE,
  BALANCE_WITHOUT_EXPENSES:
    'Instruction DNS/2025/12, action 7 (« budget général ») ; notre règle : un budget sans charges est une erreur de fichier.',
  TITLE_NEGATIVE:
    'Titres de charges de la M21 ; notre règle (refus 2) : un montant déclaré est positif ou nul.',
  BUDGETS_TOGETHER:
    'Instruction DNS/2025/12, action 7 (« budget général ») ; notre règle : le budget global, net des flux internes.',
  DIGITAL_PART_MISSING: PARTS,
  DIGITAL_PART_OVER_AMOUNT: PARTS,
  DIGITAL_PART_OF_NO_ACCOUNT: PARTS,
  STAFF_TYPE_UNKNOWN: SSI,
  STAFF_LINE_INCOMPLETE: SSI,
  QUOTA_OUT_OF_RANGE: SSI,
  MONTHS_OUT_OF_RANGE: SSI,
  MEASURE_UNKNOWN: `${MATURITY} ; notre règle pour le questionnaire.`,
  MEASURE_TWICE: `${MATURITY} ; notre règle pour le questionnaire.`,
  MEASURE_UNANSWERED: `${MATURITY} ; notre règle pour le questionnaire.`,
  LEVEL_OUT_OF_RANGE: `${MATURITY} ; notre règle pour le questionnaire.`,
  LEVEL_AND_NOT_APPLICABLE: `${MATURITY} ; notre règle pour le questionnaire.`,
  ASSESSMENT_DATES_DISAGREE: `${MATURITY} ; notre règle pour le questionnaire.`,
  CHOICE_UNKNOWN: TEMPLATE,
  SCORE_OUT_OF_RANGE: 'Instruction DNS/2025/12, action 3 (audit ADS) ; échelle ADS de 1 à 5.',
  TEXT_TOO_LONG: TEMPLATE,
  TOTAL_DISAGREES: 'Notre règle : le total est celui des lignes.',
  EXTRACT_ROW_TWICE: CHECK,
};
