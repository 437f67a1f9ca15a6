import type { Day } from '../../../domain/calendar/day.ts';
import type { Place } from '../../../domain/issues/issue.ts';
import { fileInWords } from '../../../messages/file.ts';
import { placeInWords } from '../../../messages/place.ts';
import { dateOf } from '../exact.ts';
import type { Content } from '../package/content.ts';
import { plainText } from '../package/plain-text.ts';
import type { Styled, TableColumn } from '../package/sheet.ts';
import { BODY_LINK, COUNT, DATE, TEXT } from '../package/styles.ts';
import { IDENTITY_COLUMNS, IDENTITY_WIDTHS } from './identity.ts';

export const NATURES = {
  declared: 'Donnée déclarée',
  account: 'Détail : compte numérique',
  staff: 'Détail : personnel SSI',
  measure: 'Réponse : mesure de maturité',
  action: 'Réponse : autre action',
  directory: 'Réponse : annuaire audité',
  known: 'Contrôle',
  share: "Quote-part d'un groupement",
  figure: 'Chiffre calculé',
  published: 'Chiffre de la campagne précédente',
} as const;

/** A deposit, or a file of the reference set, which has no day. */
interface ReadFile {
  readonly file: string;
  readonly sha256: string;
  readonly day?: Day;
  readonly by?: 'ars';
}

/** Where a value was read. */
export interface ReadIn {
  readonly source: ReadFile;
  readonly at: Place;
}

/** One value that the workbook shows: what it is, where it was read, and by which rule it counts. */
export interface ProvenanceLine {
  readonly nature: (typeof NATURES)[keyof typeof NATURES];
  readonly label: string;
  /** Of a declaration, of figures.csv; null where it has none. */
  readonly column: string | null;
  readonly value: Styled;
  /** Leads to the row that shows it. */
  readonly link: Content;
  /** Null of what is computed from other lines. */
  readonly readIn: ReadIn | null;
  readonly rule: string;
}

export const PROVENANCE_COLUMNS: readonly TableColumn[] = [
  ...IDENTITY_COLUMNS,
  { name: 'Nature', style: TEXT },
  { name: 'Donnée', style: TEXT },
  { name: 'Colonne', style: TEXT },
  { name: 'Valeur en vigueur', style: TEXT },
  { name: 'Voir', style: BODY_LINK },
  { name: 'Fichier', style: TEXT, numberLike: true },
  { name: 'Feuille', style: TEXT, numberLike: true },
  { name: 'Cellule', style: TEXT },
  { name: 'Ligne', style: COUNT },
  { name: 'Dernière ligne', style: COUNT },
  { name: 'Colonne du fichier', style: TEXT, numberLike: true },
  { name: 'Emplacement', style: TEXT },
  { name: 'Jour du dépôt', style: DATE },
  { name: 'SHA-256 du dépôt', style: TEXT, numberLike: true },
  { name: 'Règle', style: TEXT },
];

export const PROVENANCE_WIDTHS: readonly number[] = [
  ...IDENTITY_WIDTHS,
  32,
  70,
  27,
  20,
  18,
  36,
  16,
  13,
  10,
  11,
  26,
  46,
  13,
  68,
  120,
];

/** @param identity the six cells that every list begins with */
export function provenanceCells(
  identity: readonly Content[],
  { nature, label, column, value, link, readIn, rule }: ProvenanceLine,
): readonly (Content | Styled)[] {
  return [
    ...identity,
    nature,
    plainText(label),
    column,
    value,
    link,
    ...(readIn ? placeCells(readIn) : NOWHERE),
    rule,
  ];
}

/** As many blanks as a place has cells. */
const NOWHERE: readonly null[] = new Array<null>(9).fill(null);

function placeCells({ source, at }: ReadIn): readonly Content[] {
  const { sheet, cell, line, lastLine, column } = at;
  const isCell = cell !== undefined;
  return [
    plainText(fileInWords(source)),
    sheet === undefined ? null : plainText(sheet),
    cell ?? null,
    isCell ? null : (line ?? null),
    isCell ? null : (lastLine ?? null),
    column === undefined ? null : plainText(column),
    plainText(placeInWords(at)) || null,
    source.day === undefined ? null : dateOf(source.day),
    source.sha256,
  ];
}
