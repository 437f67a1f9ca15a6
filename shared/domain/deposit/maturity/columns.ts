import { headingsBy } from '../headings.ts';
import type { WHOSE_COLUMNS } from '../whose.ts';

/** What an answer needs; the date is given once or on every line. */
export const MEASURE_COLUMNS = ['mesure', 'niveau'] as const;

/** Cells that make a line. */
export type MeasureCell = (typeof MEASURE_COLUMNS)[number] | 'non_applicable' | 'commentaire';
/** What a questionnaire repeats of mesures.csv is known, and not read. */
type RepeatedColumn = 'theme' | 'libelle' | 'niveau_max';
export type MeasureColumn = MeasureCell | 'maturite_date' | RepeatedColumn | (typeof WHOSE_COLUMNS)[number];

/** The names under which questionnaires have them. */
export const MEASURE_COLUMN_NAMES = {
  mesure: ['code', 'code mesure', 'code de la mesure'],
  niveau: ['niveau de maturité', 'niveau atteint'],
  non_applicable: ['NA', 'sans objet'],
  commentaire: ['commentaires', 'observation', 'observations'],
  maturite_date: ["date d'évaluation", 'date évaluation', "date d'auto-évaluation", 'date'],
  theme: [],
  libelle: ['libellé de la mesure', 'intitulé'],
  niveau_max: ['niveau maximal'],
  finess: [],
  exercice: [],
  campagne: [],
} as const satisfies Readonly<Record<MeasureColumn, readonly string[]>>;

export const measureColumn = headingsBy<MeasureColumn>(MEASURE_COLUMN_NAMES);
