import type { IssueCode } from '../../domain/issues/codes.ts';
import { isBlank, say, type Template } from './sentence.ts';

/** Of which table a file holds, its headings, its lines and their year. */
export const TABLE_SENTENCES = {
  NOT_A_DECLARATION: say(
    'un tableau connu, sous ses intitulés',
    "aucun tableau connu n'a été trouvé dans le fichier. Vérifiez que c'est bien le fichier voulu : le classeur modèle, un tableau de déclarations (« finess », « campagne »), une balance (« compte », « solde » ou « débit » et « crédit »), un état d'effectifs (« fonction », « type », « quotité », « mois ») ou un questionnaire de maturité (« mesure », « niveau »).",
    'finess;campagne;charges_titre1;charges_titre2',
  ),
  TEMPLATE_VERSION_UNKNOWN: (seen, { versions = '' }) => ({
    expected: `une version connue du modèle (${versions})`,
    says: `${
      isBlank(seen)
        ? 'la version du classeur modèle a été effacée'
        : `la version « ${seen} » du classeur modèle n'est pas connue`
    }. Téléchargez le modèle en vigueur et reportez-y vos données.`,
  }),
  COLUMN_MISSING: (_seen, { column = '' }) => ({
    expected: `une colonne « ${column} »`,
    says: `la colonne « ${column} » est absente de la ligne d'intitulés : sans elle, ${
      column === 'finess' || column === 'campagne'
        ? 'aucune ligne ne peut être rattachée à un établissement et à une campagne'
        : 'le tableau ne peut pas être lu'
    }. Ajoutez-la et redéposez le fichier.`,
    example: column,
  }),
  COLUMN_TWICE: (seen) => ({
    expected: 'une seule colonne de ce nom',
    says: `la colonne « ${seen} » figure deux fois, sous ce nom ou sous un nom équivalent. Supprimez celle qui est de trop et redéposez le fichier.`,
  }),
  COLUMN_UNKNOWN: (seen) => ({
    expected: 'un intitulé du modèle',
    says: `la colonne « ${seen} » n'est pas connue : elle n'a pas été lue. Si elle porte une donnée attendue, donnez-lui l'intitulé du modèle ; sinon, laissez-la.`,
  }),
  SHEET_IGNORED: (_seen, { read = '' }) => ({
    expected: 'un seul tableau par classeur',
    says: `cette feuille contient aussi un tableau de données, qui n'a pas été lu : seule la feuille « ${read} » l'a été. Déposez-le dans un fichier à part s'il doit compter.`,
  }),
  YEAR_NOT_GIVEN: (_seen, { exercice = '' }) => ({
    expected: `une colonne « exercice » (${exercice})`,
    says: `aucune colonne ne dit l'année des données, qui sont supposées de l'exercice ${exercice}. Vérifiez que c'est bien celui du fichier ; ajoutez une colonne « exercice » pour le dire.`,
    example: exercice,
  }),
  NO_ROW_OF_YEAR: (_seen, { exercice = '', found = '' }) => ({
    expected: `au moins une ligne de l'exercice ${exercice}`,
    says: `aucune ligne ne porte sur l'exercice ${exercice}${found ? ` (années lues : ${found})` : ''}. Déposez l'extrait de ${exercice}.`,
    example: exercice,
  }),
  NO_DECLARANT_IN_EXTRACT: say(
    'au moins un déclarant de la campagne',
    "aucune ligne de l'extrait ne donne les quatre titres de dépenses d'un déclarant de cette campagne. Vérifiez la région, les numéros FINESS et les colonnes de titres de l'extrait.",
  ),
  NO_ROW: say(
    'au moins une ligne de données',
    'le tableau ne contient aucune ligne sous ses intitulés. Ajoutez les données attendues et redéposez le fichier.',
  ),
  CELL_BEYOND_HEADER: (seen) => ({
    expected: 'aucune cellule au-delà du dernier intitulé',
    says: `« ${seen} » se trouve au-delà du dernier intitulé : la ligne est sans doute décalée par une virgule décimale, ou porte une note en marge. Corrigez la ligne, exportez avec le séparateur « ; », ou effacez la note.`,
  }),
  CAMPAIGN_MISMATCH: (seen, { campaign = '' }) => ({
    expected: campaign,
    says: `${
      isBlank(seen) ? "la campagne n'est pas renseignée" : `la campagne lue est « ${seen} »`
    }, alors que la collecte porte sur ${campaign}. Vérifiez l'année du fichier et saisissez ${campaign}.`,
    example: campaign,
  }),
  FINANCIAL_YEAR_MISMATCH: (seen, { exercice = '' }) => ({
    expected: exercice,
    says: `${
      isBlank(seen) ? "l'exercice n'est pas renseigné" : `l'exercice lu est « ${seen} »`
    }, alors que la campagne porte sur les comptes de ${exercice}. Déposez les données de ${exercice}, ou corrigez l'année.`,
    example: exercice,
  }),
  DECLARANT_TWICE_IN_FILE: (seen, { first = '' }) => ({
    expected: 'une ligne par établissement',
    says: `${seen} figure déjà ligne ${first} : la dernière ligne correcte est retenue. Supprimez celle qui est de trop.`,
  }),
  EXTRACT_ROW_TWICE: (seen, { first = '' }) => ({
    expected: 'une ligne par établissement et par année',
    says: `${seen} figure déjà ${first}, avec d'autres montants : la dernière ligne est retenue. Vérifiez l'extrait.`,
  }),
} as const satisfies Partial<Record<IssueCode, Template>>;
