import { headingsBy } from '../headings.ts';
import type { WHOSE_COLUMNS } from '../whose.ts';

/** Without one of these a line of staff says nothing. */
export const STAFF_COLUMNS = ['fonction', 'type', 'quotite', 'mois'] as const;

/** Which cells make a line; `nombre` is one where the file has no such column. */
export type StaffCell = (typeof STAFF_COLUMNS)[number] | 'nombre';
export type StaffColumn = StaffCell | (typeof WHOSE_COLUMNS)[number];

/** The names under which HR extracts have them. */
export const STAFF_COLUMN_NAMES = {
  fonction: ['poste', 'emploi', 'métier'],
  type: ["type d'emploi", 'statut', 'nature'],
  quotite: ['quotité de travail', 'quotité de temps de travail', 'quotité ETP', 'temps', 'taux'],
  mois: ['mois de présence', 'nombre de mois', 'nb mois'],
  nombre: ['effectif', 'nb agents', 'nombre agents', "nombre d'agents"],
  finess: [],
  exercice: ['année'],
  campagne: [],
} as const satisfies Readonly<Record<StaffColumn, readonly string[]>>;

export const staffColumn = headingsBy<StaffColumn>(STAFF_COLUMN_NAMES);
