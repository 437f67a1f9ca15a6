import { type AnyColumn, COLUMN_ALIASES, COLUMN_NAMES, KEY_COLUMNS } from './columns.ts';

/** Without accents, case, or punctuation: `Date clôture` and `date_cloture` are the same heading. */
export function plainText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

const BY_HEADING: ReadonlyMap<string, AnyColumn> = new Map([
  ...[...KEY_COLUMNS, ...COLUMN_NAMES].map((column) => [plainText(column), column] as const),
  ...Object.entries(COLUMN_ALIASES).map(([alias, column]) => [plainText(alias), column] as const),
]);

/** The column that a heading names, null when it names none. */
export function columnOf(heading: string): AnyColumn | null {
  return BY_HEADING.get(plainText(heading)) ?? null;
}
