import { FIGURES_HEADER } from '../../report/figures-table.ts';

/** The files of a reference set and the columns that each must have (contracts.md, « Reference set »). */
export const REFERENCE_FILES = {
  'declarants.csv': ['finess', 'raison_sociale', 'statut', 'categorie', 'region', 'departement', 'finess_ej'],
  'groupes.csv': ['groupe', 'libelle', 'finess', 'role', 'activite_combinee'],
  'comptes.csv': ['nomenclature', 'millesime', 'compte', 'libelle', 'bloc', 'mode'],
  'mesures.csv': ['mesure', 'theme', 'libelle', 'niveau_max'],
  'regles.csv': ['code', 'severite', 'depuis', 'motif'],
  'contacts.csv': ['finess', 'fonction', 'nom', 'courriel', 'telephone'],
  'campagnes.csv': ['campagne', 'ouverture', 'echeance', 'cloture', 'jeu_de_regles'],
  'historique.csv': [
    'campagne',
    'finess',
    'etat',
    'charges_totales',
    'charges_numeriques_retenues',
    'etp_ssi_retenus',
  ],
  'successions.csv': ['finess_ancien', 'finess', 'depuis'],
  'edition_reference.csv': FIGURES_HEADER,
} as const satisfies Record<string, readonly string[]>;

/** Columns that a file may have beside: read where they are; a note is for people alone. */
export const OPTIONAL_COLUMNS = {
  'comptes.csv': ['note'],
  'mesures.csv': ['note'],
  'historique.csv': [
    'charges_numeriques_propres',
    'mutualise_porte',
    'quotes_parts',
    'etp_ssi_propres',
    'etp_ssi_portes',
    'etp_ssi_externes',
  ],
} as const satisfies Partial<Record<keyof typeof REFERENCE_FILES, readonly string[]>>;

export type ReferenceFile = keyof typeof REFERENCE_FILES;
export type ReferenceColumn<F extends ReferenceFile> =
  | (typeof REFERENCE_FILES)[F][number]
  | (F extends keyof typeof OPTIONAL_COLUMNS ? (typeof OPTIONAL_COLUMNS)[F][number] : never);

export const REFERENCE_FILE_NAMES = Object.keys(REFERENCE_FILES) as readonly ReferenceFile[];

/** The only file without which there is no reference set. */
export const REQUIRED_FILE: ReferenceFile = 'declarants.csv';

/** A heading of a reference file as its column's name: outer spaces and case do not matter. */
export function columnName(heading: string): string {
  return heading.trim().toLowerCase();
}
