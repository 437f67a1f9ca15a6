import { headingsBy } from '../headings.ts';

/** The four titles of the budget global, in their order. domain-facts.md, 7.2. */
export const TITLE_COLUMNS = ['titre1', 'titre2', 'titre3', 'titre4'] as const;

/** Without one of these it is no extract; « Finess ET » is blank on the row of a legal entity, or is not there at all. */
export const EXTRACT_COLUMNS = ['finess_ej', 'annee', ...TITLE_COLUMNS] as const;
export type ExtractColumn = (typeof EXTRACT_COLUMNS)[number] | 'finess_et';

/** As an extract has them, first. Headings drift from one release to another by accents, case and double spaces. */
export const EXTRACT_COLUMN_NAMES = {
  finess_ej: ['Finess EJ'],
  finess_et: ['Finess ET'],
  annee: ['Année'],
  titre1: ['Dépenses Titre I Budget global', 'Dépenses Titre 1 Budget global'],
  titre2: ['Dépenses Titre II Budget global', 'Dépenses Titre 2 Budget global'],
  titre3: ['Dépenses Titre III Budget global', 'Dépenses Titre 3 Budget global'],
  titre4: ['Dépenses Titre IV Budget global', 'Dépenses Titre 4 Budget global'],
} as const satisfies Readonly<Record<ExtractColumn, readonly string[]>>;

export const extractColumn = headingsBy<ExtractColumn>(EXTRACT_COLUMN_NAMES);
