import { AXES, INDICATORS } from '../../domain/aggregates/aggregate.ts';
import { type Outcome, REASONS } from '../../domain/figures/figures.ts';
import { AGGREGATES_HEADER } from '../../domain/report/aggregates-table.ts';
import { FIGURE_TYPES, type FigureColumn } from '../../domain/report/figure-texts.ts';
import { FIGURES_HEADER } from '../../domain/report/figures-table.ts';
import { REGIONS } from '../../domain/territory/regions.ts';
import { choice, finess, fixed, REQUIRED, text, upTo, whole, year } from './fields.ts';
import { type Field, type TableSchema, tableSchema } from './table-schema.ts';

const DECIMALS = { amount: 2, fte: 2, ratio: 6 } as const satisfies Record<
  (typeof FIGURE_TYPES)[FigureColumn],
  number
>;

/** What each figure is, and how it is made. rules.md, « Figures ». */
const FIGURES: Readonly<Record<FigureColumn, readonly [title: string, description: string]>> = {
  charges_totales: ["Charges d'exploitation totales", 'Euros : charges des titres 1 à 4.'],
  charges_numeriques_propres: [
    'Charges numériques propres',
    'Euros : personnel, à caractère médical, générales et amortissements.',
  ],
  mutualise_porte: ['Charges mutualisées portées', 'Euros, portés pour le groupement ; 0.00 sinon.'],
  quotes_parts: ['Quotes-parts versées', 'Euros, versés au groupement ; 0.00 sinon.'],
  mutualise_attribue: [
    'Quote-part attribuée',
    "Euros : part des charges des groupements, à l'activité combinée ; 0.00 sinon.",
  ],
  charges_numeriques_retenues: [
    'Charges numériques retenues',
    'Euros : propres − portées − versées + attribuée.',
  ],
  part_numerique: [
    'Part du budget dédiée au numérique',
    "Charges numériques retenues sur charges d'exploitation totales : 0.017 pour 1,7 %.",
  ],
  part_investissement: [
    "Part de l'investissement dédiée au numérique",
    "Emplois d'investissement numériques sur total des emplois ; vide si l'un manque ou si le total est nul.",
  ],
  etp_ssi_propres: ['ETP SSI propres', 'Équivalents temps plein internes.'],
  etp_ssi_portes: ['ETP SSI portés', 'Équivalents temps plein portés pour le groupement ; 0.00 sinon.'],
  etp_ssi_attribues: ['ETP SSI attribués', 'Part des équivalents temps plein des groupements ; 0.00 sinon.'],
  etp_ssi_retenus: ['ETP SSI retenus', 'Propres − portés + attribués.'],
  etp_ssi_externes: [
    'ETP SSI externes',
    'Prestataires, à titre indicatif : jamais ajoutés ; vide si inconnus.',
  ],
};

const STATES = {
  non_repondant: 'aucune déclaration valable',
  non_calcule: 'au moins un motif',
  calcule: 'chiffres calculés',
} as const satisfies Record<Outcome['state'], string>;
const STATES_IN_WORDS = Object.entries(STATES).map(([state, words]) => `\`${state}\` : ${words}`);

export const FIGURE_FIELDS = Object.fromEntries(
  Object.entries(FIGURES).map(([column, [title, description]]) => [
    column,
    fixed(title, DECIMALS[FIGURE_TYPES[column as FigureColumn]], { description }),
  ]),
) as Readonly<Record<FigureColumn, Field>>;

export const STATE_FIELD = choice('État', Object.keys(STATES), {
  description: `${STATES_IN_WORDS.join(' ; ')}.`,
  ...REQUIRED,
});

/** Of a file in the form of figures.csv, whatever its declarants have become since. */
export const FIGURES_WORDS = {
  title: 'Chiffres par déclarant',
  description:
    'Une ligne par déclarant du référentiel, par numéro FINESS. Les chiffres sont vides si l’état n’est pas `calcule`.',
  fields: {
    campagne: year('Campagne', REQUIRED),
    finess: finess('FINESS du déclarant', { constraints: { required: true, unique: true } }),
    region: choice('Région', Object.keys(REGIONS), {
      description: 'Code INSEE de la région, ou 975 ; du texte : `01` est la Guadeloupe.',
      ...REQUIRED,
    }),
    etat: STATE_FIELD,
    motifs: text('Motifs', {
      description: 'Pourquoi rien n’est calculé, séparés par une barre verticale ; vide sinon.',
      constraints: { pattern: `^(${REASONS.join('|')})(\\|(${REASONS.join('|')}))*$` },
    }),
    ...FIGURE_FIELDS,
  },
  primaryKey: ['campagne', 'finess'],
} as const;

/** figures.csv. contracts.md, « Main job ». */
export const FIGURES_SCHEMA: TableSchema = tableSchema(FIGURES_HEADER, {
  ...FIGURES_WORDS,
  foreignKeys: [{ fields: ['finess'], reference: { resource: 'declarants', fields: ['finess'] } }],
});

const ANY_UNIT = 'Six décimales pour une part, deux pour des ETP ; vide si n est nul.';
const quantile = (title: string) =>
  upTo(title, 6, { description: `Des valeurs individuelles, QUARTILE.INC. ${ANY_UNIT}` });

/** aggregates.csv. contracts.md, « Main job » and rules.md, « Aggregates ». */
export const AGGREGATES_SCHEMA: TableSchema = tableSchema(AGGREGATES_HEADER, {
  title: 'Agrégats',
  description:
    'Une ligne par tranche et par indicateur : toujours un rapport de sommes, jamais une moyenne de rapports.',
  fields: {
    campagne: year('Campagne', REQUIRED),
    axe: choice('Axe', AXES, REQUIRED),
    tranche: text('Tranche', {
      description:
        '`FR`, un code de région, un statut, une catégorie FINESS, ou région et statut (`84|public`).',
      ...REQUIRED,
    }),
    indicateur: choice('Indicateur', INDICATORS, REQUIRED),
    n: whole('Déclarants comptés', REQUIRED),
    attendus: whole('Déclarants attendus', REQUIRED),
    numerateur: fixed('Numérateur', 2, { description: 'Euros, ou ETP ; vide si n est nul.' }),
    denominateur: fixed('Dénominateur', 2, { description: 'Euros ; vide pour des ETP.' }),
    valeur: upTo('Valeur', 6, {
      description: `Numérateur sur dénominateur ; la somme pour des ETP. ${ANY_UNIT}`,
    }),
    mediane: quantile('Médiane'),
    q1: quantile('Premier quartile'),
    q3: quantile('Troisième quartile'),
  },
  primaryKey: ['campagne', 'axe', 'tranche', 'indicateur'],
});
