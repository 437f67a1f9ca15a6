import { ACCOUNT_MODES, BLOCK_COLUMNS, NOMENCLATURES } from '../../domain/accounts/digital-account.ts';
import { BALANCE_COLUMN_NAMES, type BalanceColumn } from '../../domain/deposit/balance/columns.ts';
import { EXTRACT_COLUMN_NAMES, TITLE_COLUMNS } from '../../domain/deposit/diamant/columns.ts';
import { MEASURE_COLUMN_NAMES, type MeasureColumn } from '../../domain/deposit/maturity/columns.ts';
import { LONGEST_COMMENT } from '../../domain/deposit/maturity/read-answer.ts';
import { STAFF_COLUMN_NAMES, type StaffColumn } from '../../domain/deposit/staff/columns.ts';
import { WHOLE_YEAR } from '../../domain/deposit/staff/read-line.ts';
import type { WHOSE_COLUMNS } from '../../domain/deposit/whose.ts';
import { STAFF_TYPES } from '../../domain/return/details.ts';
import { choice, date, finess, REQUIRED, signedUpTo, text, upTo, whole, year } from './fields.ts';
import { type Field, type TableSchema, type TableWords, tableSchema } from './table-schema.ts';

const WHOSE: Readonly<Record<(typeof WHOSE_COLUMNS)[number], Field>> = {
  finess: finess('FINESS du déclarant', {
    description: 'Facultative si le dépôt ne peut être que d’un seul déclarant.',
  }),
  exercice: year('Exercice', { description: 'L’année des comptes, N-1. Facultative.' }),
  campagne: year('Campagne', { description: 'L’année collectée, N. Facultative.' }),
};

/** The schema of a table whose columns have several names: each description ends with the others. */
function deposited<C extends string>(
  names: Readonly<Record<C, readonly string[]>>,
  words: TableWords<C>,
): TableSchema {
  const columns = Object.keys(names) as C[];
  const fields = Object.fromEntries(
    columns.map((column): [string, Field] => {
      const field = words.fields[column];
      if (names[column].length === 0) return [column, field];
      const others = `Aussi lue sous : ${names[column].map((name) => `« ${name} »`).join(', ')}.`;
      const description = field.description ? `${field.description} ${others}` : others;
      return [column, { ...field, description }];
    }),
  ) as Record<C, Field>;
  return tableSchema(columns, { ...words, fields });
}

const debit = (title: string) => signedUpTo(title, 2, { description: 'Euros ; négatif pour une extourne.' });

export const BALANCE_SCHEMA: TableSchema = deposited<BalanceColumn>(BALANCE_COLUMN_NAMES, {
  title: 'Balance des comptes',
  description:
    'Une ligne par compte. Le montant est donné d’une seule façon : soldes débiteur et créditeur, totaux débit et crédit, mouvements, ou un solde signé.',
  fields: {
    compte: text('Compte', {
      description: 'Deux à douze chiffres.',
      constraints: { required: true, pattern: '^[0-9]{2,12}$' },
    }),
    libelle: text('Libellé du compte'),
    nomenclature: choice('Nomenclature', NOMENCLATURES, {
      description: 'Absente : M21 pour un organisme public, PCG pour un privé.',
    }),
    budget: text('Budget', { description: 'Lettre du budget ; vide ou `H` pour le budget principal.' }),
    debit: debit('Total débit'),
    credit: debit('Total crédit'),
    mouvement_debit: debit('Mouvements débit'),
    mouvement_credit: debit('Mouvements crédit'),
    solde_debiteur: debit('Solde débiteur'),
    solde_crediteur: debit('Solde créditeur'),
    solde: debit('Solde'),
    part_numerique: upTo('Part numérique', 2, {
      description: 'Euros : la part numérique d’un compte à retraiter.',
    }),
    bloc: choice('Bloc', Object.keys(BLOCK_COLUMNS), {
      description: 'Lu si aucun compte n’est listé par comptes.csv.',
    }),
    mode: choice('Mode', ACCOUNT_MODES, {
      description:
        '`lecture` : tout le compte est numérique ; `retraitement` : sa part numérique est donnée.',
    }),
    ...WHOSE,
  },
});

const A_YEAR = Number(WHOLE_YEAR) / 100;

export const STAFF_SCHEMA: TableSchema = deposited<StaffColumn>(STAFF_COLUMN_NAMES, {
  title: 'Extrait des ressources humaines',
  description: 'Une ligne par fonction, type d’emploi, quotité et durée de présence.',
  fields: {
    fonction: text('Fonction', REQUIRED),
    type: choice('Type d’emploi', STAFF_TYPES, {
      description: '`mutualise` : interne, et porté pour le groupement.',
      ...REQUIRED,
    }),
    quotite: {
      ...signedUpTo('Quotité de temps de travail', 4, {
        description: 'Une fraction (`0.8`) jusqu’à 1 inclus, un pourcentage au-delà (`80`).',
      }),
      constraints: { required: true, minimum: 0, maximum: 100 },
    },
    mois: {
      ...signedUpTo('Mois de présence', 2),
      constraints: { required: true, minimum: 0, maximum: A_YEAR },
    },
    nombre: upTo('Effectif', 2, { description: 'Une personne par ligne si la colonne est absente.' }),
    ...WHOSE,
  },
});

export const MATURITY_SCHEMA: TableSchema = deposited<MeasureColumn>(MEASURE_COLUMN_NAMES, {
  title: 'Questionnaire de maturité',
  description: 'Une ligne par mesure : son niveau, ou qu’elle est sans objet.',
  fields: {
    mesure: text('Mesure', { description: 'Son code dans mesures.csv.', ...REQUIRED }),
    niveau: whole('Niveau', {
      description: 'De 0 au niveau maximal de la mesure ; vide si elle est sans objet.',
    }),
    non_applicable: choice('Non applicable', ['oui', 'non']),
    commentaire: text('Commentaire', { constraints: { maxLength: LONGEST_COMMENT } }),
    maturite_date: date('Date d’auto-évaluation', {
      description: 'La même sur toutes les lignes, ou sur une seule.',
    }),
    theme: text('Thème', { description: 'Non lue.' }),
    libelle: text('Libellé de la mesure', { description: 'Non lue.' }),
    niveau_max: whole('Niveau maximal', { description: 'Non lue.' }),
    ...WHOSE,
  },
  foreignKeys: [{ fields: ['mesure'], reference: { resource: 'mesures', fields: ['mesure'] } }],
});

const charges = (number: string) => ({
  ...signedUpTo(`Dépenses du titre ${number}`, 20, {
    description: 'Euros, de signe quelconque, arrondis au centime.',
  }),
  constraints: { required: true } as const,
});

/** Under the first of its names, as an extract has it. */
const inExtract = (column: keyof typeof EXTRACT_COLUMN_NAMES): string => EXTRACT_COLUMN_NAMES[column][0];

export const EXTRACT_SCHEMA: TableSchema = tableSchema(
  Object.values(EXTRACT_COLUMN_NAMES).map(([name]): string => name),
  {
    title: 'Extraction DIAMANT',
    description:
      'Les charges par titre des comptes d’une région (QUO_SAN_FINANCE), pour vérifier ce qui est déclaré. Les autres colonnes de l’extraction ne sont pas lues.',
    fields: {
      [inExtract('finess_ej')]: finess('FINESS de l’entité juridique', REQUIRED),
      [inExtract('finess_et')]: finess('FINESS de l’établissement', {
        description: 'Vide sur la ligne d’une entité juridique.',
      }),
      [inExtract('annee')]: year('Exercice', REQUIRED),
      ...Object.fromEntries(
        TITLE_COLUMNS.map((column, index) => [inExtract(column), charges(`${index + 1}`)]),
      ),
    },
  },
);
