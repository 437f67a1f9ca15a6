import { ACCOUNT_MODES, BLOCK_COLUMNS, NOMENCLATURES } from '../../domain/accounts/digital-account.ts';
import { LEGAL_STATUSES } from '../../domain/declarant/legal-status.ts';
import { ROLES } from '../../domain/declarant/reading/groups.ts';
import { HIGHEST_LEVEL } from '../../domain/declarant/reading/measures.ts';
import {
  OPTIONAL_COLUMNS,
  REFERENCE_FILE_NAMES,
  REFERENCE_FILES,
  type ReferenceColumn,
  type ReferenceFile,
} from '../../domain/declarant/reading/reference-files.ts';
import { ALERT_CODES } from '../../domain/figures/alert-codes.ts';
import { RELAXABLE_CODES } from '../../domain/rules/relaxation.ts';
import { RULE_SETS } from '../../domain/rules/rule-sets.ts';
import { REGIONS } from '../../domain/territory/regions.ts';
import { choice, date, finess, REQUIRED, text, upTo, whole, year } from './fields.ts';
import { FIGURE_FIELDS, FIGURES_WORDS, STATE_FIELD } from './results.ts';
import { type TableSchema, type TableWords, tableSchema } from './table-schema.ts';

const UNIQUE = { constraints: { required: true, unique: true } } as const;

/** The files of a reference set in words. contracts.md, « Reference set ». */
const WORDS: { readonly [F in ReferenceFile]: TableWords<ReferenceColumn<F>> } = {
  'declarants.csv': {
    title: 'Déclarants',
    description:
      'Qui doit une déclaration : l’entité juridique d’un organisme public, l’établissement d’un privé. Le seul fichier sans lequel il n’y a pas de référentiel.',
    fields: {
      finess: finess('FINESS du déclarant', UNIQUE),
      raison_sociale: text('Raison sociale'),
      statut: choice('Statut', Object.keys(LEGAL_STATUSES), REQUIRED),
      categorie: text('Catégorie', { description: 'Code de catégorie FINESS.' }),
      region: choice('Région', Object.keys(REGIONS), {
        description: 'Code INSEE de la région, ou 975 ; du texte : `01` est la Guadeloupe.',
        ...REQUIRED,
      }),
      departement: text('Département', { description: 'Du texte : `01`, `2A`, `971`.' }),
      finess_ej: finess('FINESS de l’entité juridique'),
    },
    primaryKey: ['finess'],
  },
  'groupes.csv': {
    title: 'Groupements',
    description: 'Qui partage des charges numériques : une ligne par membre. Un porteur par groupement.',
    fields: {
      groupe: text('Groupement', { description: 'Son code.', ...REQUIRED }),
      libelle: text('Libellé'),
      finess: finess('FINESS du membre ou du porteur', REQUIRED),
      role: choice('Rôle', ROLES, {
        description:
          '`porteur` : un déclarant, membre lui aussi ; `porteur_externe` : pas un déclarant, sans quote-part ; `membre` : déclarant ou non.',
        ...REQUIRED,
      }),
      activite_combinee: upTo('Activité combinée', 4, {
        description: 'La clé de partage ; vide si inconnue.',
      }),
    },
    primaryKey: ['groupe', 'finess'],
  },
  'comptes.csv': {
    title: 'Comptes numériques',
    description: 'Les comptes qui portent des charges numériques, et tous ceux qui sont dessous.',
    fields: {
      nomenclature: choice('Nomenclature', NOMENCLATURES, REQUIRED),
      millesime: year('Millésime', { description: 'L’exercice à partir duquel la ligne vaut.', ...REQUIRED }),
      compte: text('Compte', {
        description: 'Deux à douze chiffres.',
        constraints: { required: true, pattern: '^[0-9]{2,12}$' },
      }),
      libelle: text('Libellé du compte'),
      bloc: choice('Bloc', Object.keys(BLOCK_COLUMNS), REQUIRED),
      mode: choice('Mode', ACCOUNT_MODES, {
        description:
          '`lecture` : tout le compte est numérique ; `retraitement` : sa part numérique est donnée.',
        ...REQUIRED,
      }),
      note: text('Note', { description: 'Ce que la ligne vaut, pour un lecteur. Facultative, non lue.' }),
    },
    primaryKey: ['nomenclature', 'millesime', 'compte'],
  },
  'mesures.csv': {
    title: 'Mesures de maturité',
    description: 'Le questionnaire d’auto-évaluation, dans son ordre.',
    fields: {
      mesure: text('Mesure', { description: 'Son code.', ...UNIQUE }),
      theme: text('Thème'),
      libelle: text('Libellé'),
      niveau_max: whole('Niveau maximal', {
        constraints: { required: true, minimum: 1, maximum: HIGHEST_LEVEL },
      }),
      note: text('Note', { description: 'Ce que la ligne vaut, pour un lecteur. Facultative, non lue.' }),
    },
    primaryKey: ['mesure'],
  },
  'regles.csv': {
    title: 'Règles abaissées',
    description: 'Les règles reconnues fausses, et depuis quand elles ne bloquent plus.',
    fields: {
      code: choice('Code', [...RELAXABLE_CODES, ...ALERT_CODES], REQUIRED),
      severite: choice('Sévérité', ['avertissement', 'ignoree'], {
        description: 'Une alerte ne peut être qu’`ignoree`.',
        ...REQUIRED,
      }),
      depuis: date('Depuis', { description: 'Pour les dépôts ouverts à partir de ce jour.', ...REQUIRED }),
      motif: text('Motif', REQUIRED),
    },
    primaryKey: ['code', 'depuis'],
  },
  'contacts.csv': {
    title: 'Contacts',
    description: 'À qui s’adresser pour un déclarant ; plusieurs lignes pour un même FINESS.',
    fields: {
      finess: finess('FINESS', REQUIRED),
      fonction: text('Fonction'),
      nom: text('Nom'),
      courriel: text('Courriel'),
      telephone: text('Téléphone'),
    },
  },
  'campagnes.csv': {
    title: 'Campagnes',
    description: 'Les dates et le jeu de règles de chaque campagne ; une cellule vide vaut l’usage.',
    fields: {
      campagne: year('Campagne', UNIQUE),
      ouverture: date('Ouverture', { description: 'Vide : 1er janvier N.' }),
      echeance: date('Échéance', { description: 'Vide : 30 juin N.' }),
      cloture: date('Clôture', { description: 'Vide : 31 décembre N.' }),
      jeu_de_regles: choice(
        'Jeu de règles',
        RULE_SETS.map(({ id }) => id),
        { description: 'Vide : le dernier.' },
      ),
    },
    primaryKey: ['campagne'],
  },
  'historique.csv': {
    title: 'Historique',
    description:
      'Les chiffres publiés de N-1 et d’avant, dans la forme de figures.csv. Les colonnes après etp_ssi_retenus sont facultatives.',
    fields: {
      campagne: year('Campagne', REQUIRED),
      finess: finess('FINESS du déclarant', REQUIRED),
      etat: STATE_FIELD,
      ...FIGURE_FIELDS,
    },
    primaryKey: ['campagne', 'finess'],
  },
  'successions.csv': {
    title: 'Successions',
    description: 'Qui répond désormais sous un autre numéro.',
    fields: {
      finess_ancien: finess('FINESS remplacé', UNIQUE),
      finess: finess('FINESS qui le remplace', REQUIRED),
      depuis: date('Depuis', { description: 'À partir de ce jour.', ...REQUIRED }),
    },
    primaryKey: ['finess_ancien'],
  },
  'edition_reference.csv': {
    ...FIGURES_WORDS,
    title: 'Édition de référence',
    description:
      'Le fichier figures.csv d’une exécution précédente de la même campagne, tel quel : les classeurs disent ce qui a changé depuis.',
  },
};

function schemaOf<F extends ReferenceFile>(file: F): TableSchema {
  const optional: Partial<Record<ReferenceFile, readonly string[]>> = OPTIONAL_COLUMNS;
  const columns = [...REFERENCE_FILES[file], ...(optional[file] ?? [])] as readonly ReferenceColumn<F>[];
  return tableSchema(columns, WORDS[file]);
}

/** Of each file of a reference set. */
export const REFERENCE_SCHEMAS: ReadonlyMap<ReferenceFile, TableSchema> = new Map(
  REFERENCE_FILE_NAMES.map((file) => [file, schemaOf(file)]),
);
