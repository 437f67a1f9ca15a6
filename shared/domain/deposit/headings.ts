import type { Issue } from '../issues/issue.ts';
import { plainHeading } from './match-header.ts';
import type { RawLine, RawTable } from './raw-table.ts';
import { isBlank } from './read-cell.ts';

/** The column that a heading names, null when it names none. */
export type ColumnOf<C extends string> = (heading: string) => C | null;

/**
 * Headings by column, each under its own name and under others, without accents, case, or punctuation.
 *
 * @param names of each column, its other names.
 */
export function headingsBy<C extends string>(names: Readonly<Record<C, readonly string[]>>): ColumnOf<C> {
  const columns = Object.keys(names) as C[];
  const byHeading = new Map(
    columns.flatMap((column) =>
      [column, ...names[column]].map((name) => [plainHeading(name), column] as const),
    ),
  );
  return (heading) => byHeading.get(plainHeading(heading)) ?? null;
}

export interface Headings<C extends string> {
  /** Index of each known column that the table has. */
  readonly columns: ReadonlyMap<C, number>;
  /** COLUMN_UNKNOWN (a warning), COLUMN_TWICE and COLUMN_MISSING (errors of the file). */
  readonly issues: readonly Issue[];
}

/**
 * The columns of a table in any order. A column under its own name is that one, and what bears another of its names is
 * an unknown column then (an extract has both a « type » and a « statut »); otherwise the first is kept.
 */
export function readHeadings<C extends string>(
  { header }: RawTable,
  columnOf: ColumnOf<C>,
  required: readonly C[],
): Headings<C> {
  const headings = headingsOf(header);
  const own = new Set<C>();
  for (const { text } of headings) {
    const column = columnOf(text);
    if (column !== null && isOwnName(text, column)) own.add(column);
  }
  const columns = new Map<C, number>();
  const issues: Issue[] = [];
  for (const { index, text } of headings) {
    const column = columnOf(text);
    const issue = { at: header.place(index), seen: text };
    if (column === null || (own.has(column) && !isOwnName(text, column)))
      issues.push({ code: 'COLUMN_UNKNOWN', ...issue });
    else if (columns.has(column)) issues.push({ code: 'COLUMN_TWICE', ...issue });
    else columns.set(column, index);
  }
  for (const column of required) {
    if (!columns.has(column))
      issues.push({ code: 'COLUMN_MISSING', at: header.place(0), seen: '', facts: { column } });
  }
  return { columns, issues };
}

function headingsOf(header: RawLine): readonly { readonly index: number; readonly text: string }[] {
  return Array.from({ length: header.last + 1 }, (_, index) => {
    const cell = header.cell(index);
    return cell === undefined || isBlank(cell) ? [] : [{ index, text: cell.text }];
  }).flat();
}

function isOwnName(heading: string, column: string): boolean {
  return plainHeading(heading) === plainHeading(column);
}

/** Whether the headings leave nothing to read: a column that stands twice, or is missing. */
export function areRefused(headings: Pick<Headings<string>, 'issues'>): boolean {
  return headings.issues.some(({ code }) => code !== 'COLUMN_UNKNOWN');
}
