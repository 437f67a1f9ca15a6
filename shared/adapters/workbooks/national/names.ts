import { SUMMARY_SHEET } from '../frame.ts';

/** Sheets of the national workbook, in its order. */
export const SHEETS = {
  summary: SUMMARY_SHEET,
  region: 'Par région',
  status: 'Par statut',
  category: 'Par catégorie',
  size: 'Par taille de budget',
  regionAndStatus: 'Région et statut',
  maturity: 'Maturité',
  changes: 'Depuis la référence',
  method: 'Méthode',
} as const;

/** Its tables: formulas, Power Query and scripts name them. */
export const TABLES = {
  nation: 'Nation',
  progress: 'Avancement',
  trend: 'Evolution',
  changes: 'DepuisReference',
  region: 'ParRegion',
  status: 'ParStatut',
  category: 'ParCategorie',
  size: 'ParTailleDeBudget',
  sizes: 'ClassesDeBudget',
  regionAndStatus: 'ParRegionEtStatut',
  measures: 'Mesures',
} as const;
