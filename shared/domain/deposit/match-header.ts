import { type AnyColumn, COLUMN_ALIASES, COLUMN_NAMES, KEY_COLUMNS } from './columns.ts';

/** Without accents or case: `Définitive` and `definitive` are the same word. */
export function plainWord(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Without accents, case, or punctuation: `Date clôture` and `date_cloture` are the same heading. */
export function plainHeading(text: string): string {
  return plainWord(text).replace(/[^\p{L}\p{N}]/gu, '');
}

const BY_HEADING: ReadonlyMap<string, AnyColumn> = new Map([
  ...[...KEY_COLUMNS, ...COLUMN_NAMES].map((column) => [plainHeading(column), column] as const),
  ...Object.entries(COLUMN_ALIASES).map(([alias, column]) => [plainHeading(alias), column] as const),
]);

/** The column that a heading names, null when it names none. */
export function columnOf(heading: string): AnyColumn | null {
  return BY_HEADING.get(plainHeading(heading)) ?? null;
}
