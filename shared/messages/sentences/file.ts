import type { FileCode } from '../../domain/issues/codes.ts';
import { grouped, megabytes } from '../french-number.ts';
import { say, type Template } from './sentence.ts';

const AN_XLSX = 'un classeur Excel (.xlsx) ou un fichier CSV';
const DAMAGED =
  'Rouvrez-le dans Excel ou LibreOffice, enregistrez-le à nouveau au format .xlsx et redéposez-le.';
const COPY = 'Copiez les données dans le classeur modèle et redéposez-le.';

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

/** Of files that cannot be opened. */
export const FILE_SENTENCES = {
  FILE_EMPTY: say(
    'un fichier qui contient des données',
    "le fichier est vide. Vérifiez que c'est bien le fichier voulu, enregistrez-le avec ses données et redéposez-le.",
  ),
  FILE_TOO_LARGE: (_seen, { limit = '' }) => ({
    expected: `au plus ${megabytes(limit)}`,
    says: `le fichier dépasse la taille admise (${megabytes(limit)}). Retirez les feuilles et les images inutiles, ou scindez le fichier, puis redéposez-le.`,
  }),
  FILE_KIND_UNKNOWN: (seen) => ({
    expected: AN_XLSX,
    says: `le fichier n'est ni un classeur Excel ni un fichier CSV${seen ? ` (contenu reconnu : ${seen})` : ''}. Repartez du tableau d'origine et déposez ${AN_XLSX}.`,
  }),
  FILE_IS_LEGACY_XLS: say(
    'un classeur .xlsx',
    "le fichier est à l'ancien format Excel (.xls). Ouvrez-le dans Excel, choisissez « Fichier », « Enregistrer sous », « Classeur Excel (.xlsx) », puis déposez le nouveau fichier.",
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
    'le fichier est un classeur OpenDocument (.ods). Ouvrez-le dans LibreOffice, choisissez « Enregistrer sous », format « Excel 2007-365 (.xlsx) », puis déposez le nouveau fichier.',
  ),
  FILE_HAS_MACROS: say(
    'un classeur sans macro',
    'le classeur contient des macros, qui ne sont pas admises. Enregistrez-le au format « Classeur Excel (.xlsx) », sans macro, et redéposez-le.',
  ),
  ZIP_DAMAGED: say('un classeur complet', `le classeur est endommagé ou incomplet. ${DAMAGED}`),
  ZIP_TOO_MANY_ENTRIES: (_seen, { limit = '' }) => ({
    expected: `au plus ${grouped(limit)} éléments`,
    says: `le classeur contient plus de ${grouped(limit)} éléments internes. ${COPY}`,
  }),
  ZIP_TOO_LARGE: (_seen, { limit = '', what = '' }) => ({
    expected: `au plus ${inflated(limit, what)} une fois décompressé`,
    says: `le classeur dépasse ${inflated(limit, what)} une fois décompressé. ${COPY}`,
  }),
  ZIP_RATIO: say(
    'un classeur normalement compressé',
    `le classeur est compressé de façon anormale et a été écarté par sécurité. ${COPY}`,
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
    `le classeur contient une déclaration interdite (DOCTYPE) et a été écarté par sécurité. ${COPY}`,
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
  TEXT_NOT_DELIMITED: say(
    AN_XLSX,
    `le texte n'est pas un fichier CSV lisible. Repartez du tableau d'origine et déposez ${AN_XLSX}.`,
  ),
  CSV_QUOTES: (seen) => ({
    expected: 'des guillemets fermés',
    says: `un guillemet ouvert n'est pas refermé, ou est mal placé${seen ? ` (après : ${seen.trim()})` : ''}. Exportez à nouveau le fichier depuis votre tableur, ou corrigez le guillemet à cet endroit.`,
  }),
  CSV_TOO_MANY_CELLS: (_seen, { limit = '' }) => ({
    expected: `au plus ${grouped(limit)} cellules`,
    says: `le fichier contient plus de ${grouped(limit)} cellules. Scindez-le en plusieurs fichiers et déposez chacun d'eux.`,
  }),
  FILE_INFECTED: say(
    'un fichier sain',
    "l'analyse antivirus a trouvé un contenu malveillant dans le fichier, qui n'a donc pas été lu. Vérifiez le poste d'où il vient, puis déposez un fichier sain.",
  ),
  FILE_UNSCANNABLE: say(
    "un fichier que l'analyse antivirus peut ouvrir",
    "l'analyse antivirus ne peut pas ouvrir le fichier, qui n'a donc pas été lu. Retirez son mot de passe s'il en a un, puis redéposez-le.",
  ),
  FILE_ERASED: (_seen, { reason = '' }) => ({
    expected: 'un dépôt conservé',
    says: `ce dépôt a été effacé et ne compte plus${reason ? ` (motif : « ${reason} »)` : ''}. Si une déclaration reste attendue, déposez un nouveau fichier.`,
  }),
} as const satisfies Partial<Record<FileCode, Template>>;
