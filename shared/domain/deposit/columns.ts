import type { Day } from '../calendar/day.ts';

/**
 * The columns of a declaration (contracts.md, « Deposits »), in the order of the template. A column belongs to
 * one section; a file that has any column of a section replaces that section whole (rules.md).
 */
export const SECTIONS = [
  'cloture',
  'budget',
  'numerique',
  'mutualisation',
  'etp',
  'maturite',
  'actions',
] as const;
export type SectionName = (typeof SECTIONS)[number];

export type ColumnType = 'closure' | 'date' | 'amount' | 'fte';

interface ColumnDefinition {
  readonly section: SectionName;
  readonly type: ColumnType;
  readonly label: string;
}

export const COLUMNS = {
  cloture: { section: 'cloture', type: 'closure', label: "Clôture des comptes de l'exercice" },
  date_cloture: { section: 'cloture', type: 'date', label: "Date d'arrêté ou d'approbation des comptes" },
  charges_titre1: { section: 'budget', type: 'amount', label: 'Titre 1 – Charges de personnel' },
  charges_titre2: { section: 'budget', type: 'amount', label: 'Titre 2 – Charges à caractère médical' },
  charges_titre3: {
    section: 'budget',
    type: 'amount',
    label: 'Titre 3 – Charges à caractère hôtelier et général',
  },
  charges_titre4: {
    section: 'budget',
    type: 'amount',
    label: 'Titre 4 – Amortissements, provisions, charges financières et exceptionnelles',
  },
  emplois_investissement: { section: 'budget', type: 'amount', label: "Total des emplois d'investissement" },
  num_personnel: { section: 'numerique', type: 'amount', label: 'Charges numériques – personnel' },
  num_medical: { section: 'numerique', type: 'amount', label: 'Charges numériques – à caractère médical' },
  num_general: { section: 'numerique', type: 'amount', label: 'Charges numériques – générales' },
  num_amortissement: { section: 'numerique', type: 'amount', label: 'Charges numériques – amortissements' },
  num_investissement: { section: 'numerique', type: 'amount', label: "Emplois d'investissement numériques" },
  mutualise_charges: {
    section: 'mutualisation',
    type: 'amount',
    label: 'Charges portées pour le groupement',
  },
  mutualise_etp_ssi: { section: 'mutualisation', type: 'fte', label: 'ETP SSI portés pour le groupement' },
  quote_part_versee: {
    section: 'mutualisation',
    type: 'amount',
    label: 'Quotes-parts versées au groupement',
  },
  quotes_parts_refacturees: {
    section: 'mutualisation',
    type: 'amount',
    label: 'Quotes-parts refacturées aux membres',
  },
  etp_total: { section: 'etp', type: 'fte', label: "ETP de l'établissement" },
  etp_ssi_internes: { section: 'etp', type: 'fte', label: 'ETP SSI internes' },
  etp_ssi_externes: { section: 'etp', type: 'fte', label: 'ETP SSI externes' },
  maturite_date: { section: 'maturite', type: 'date', label: "Date d'auto-évaluation de la maturité" },
} as const satisfies Record<string, ColumnDefinition>;

export type ColumnName = keyof typeof COLUMNS;

/** Identify the row; they are no part of any section. */
export const KEY_COLUMNS = ['finess', 'campagne'] as const;
type KeyColumn = (typeof KEY_COLUMNS)[number];
export type AnyColumn = ColumnName | KeyColumn;

export const COLUMN_NAMES = Object.keys(COLUMNS) as readonly ColumnName[];

export const AMOUNT_COLUMNS = COLUMN_NAMES.filter((c) => COLUMNS[c].type === 'amount');

/** Other names of a column (contracts.md). */
export const COLUMN_ALIASES: Readonly<Record<string, AnyColumn>> = { date_arrete_comptes: 'date_cloture' };

export type Closure = 'definitive' | 'provisoire';

type ValueOf<T extends ColumnType> = T extends 'closure' ? Closure : T extends 'date' ? Day : bigint;

/** What a row or a return says, by column: cents, hundredths of an FTE, days; null is missing, neither zero nor an error. */
export type Values = { readonly [C in ColumnName]: ValueOf<(typeof COLUMNS)[C]['type']> | null };

export type AmountColumn = {
  [C in ColumnName]: (typeof COLUMNS)[C]['type'] extends 'amount' ? C : never;
}[ColumnName];
type FteColumn = {
  [C in ColumnName]: (typeof COLUMNS)[C]['type'] extends 'fte' ? C : never;
}[ColumnName];
export type NumberColumn = AmountColumn | FteColumn;

export function columnsOf(section: SectionName): readonly ColumnName[] {
  return COLUMN_NAMES.filter((c) => COLUMNS[c].section === section);
}

export const NO_VALUES: Values = Object.freeze(
  Object.fromEntries(COLUMN_NAMES.map((c) => [c, null])),
) as Values;
