import { parseReference } from '../cell-reference.ts';
import { COLUMN_NAMES } from '../columns.ts';
import type { RawLine, RawTable } from '../raw-table.ts';
import { isBlank } from '../read-cell.ts';
import { tableAtRow } from '../sheet-table.ts';
import type { WorkbookContent } from '../table.ts';

/** Tables of the template, each by the name that its first heading bears. */
export const TEMPLATE_TABLES = [
  'tableau_comptes',
  'tableau_etp',
  'tableau_mesures',
  'tableau_actions',
  'tableau_annuaires',
  'tableau_justifications',
] as const;
export type TemplateTable = (typeof TEMPLATE_TABLES)[number];

/**
 * The table under a named heading: its headings up to the first blank one, its lines down to the next named input or
 * table of the sheet, or to the end. Blank lines are passed over. Null where no cell bears the name, or it is blank.
 */
export function namedTable(content: WorkbookContent, name: TemplateTable): RawTable | null {
  const target = content.names.get(name);
  const position = target && parseReference(target.cell);
  const sheet = content.sheets.find((one) => one.name === target?.sheet);
  const whole = position && sheet ? tableAtRow(sheet, position.row) : null;
  if (!position || !whole) return null;
  const { header, rows } = whole;
  const first = position.column;
  let end = first;
  while (!isBlank(header.cell(end))) end++;
  if (end === first) return null;
  const within = (line: RawLine): RawLine => ({
    ...line,
    cell: (index) => (index >= first && index < end ? line.cell(index) : undefined),
    last: Math.min(line.last, end - 1),
  });
  const next = nextNamedRow(content, position.row, target?.sheet ?? '');
  return { header: within(header), rows: rows.filter(({ line }) => line < next).map(within) };
}

function nextNamedRow({ names }: WorkbookContent, row: number, sheet: string): number {
  let next = Number.POSITIVE_INFINITY;
  for (const name of [...TEMPLATE_TABLES, ...COLUMN_NAMES]) {
    const target = names.get(name);
    const position = target?.sheet === sheet ? parseReference(target.cell) : null;
    if (position && position.row > row && position.row < next) next = position.row;
  }
  return next;
}

/** The lines of which one of these cells is filled: the others are as they were prefilled. */
export function filledLines(
  { rows }: RawTable,
  indices: readonly (number | undefined)[],
): readonly RawLine[] {
  const given = indices.filter((index) => index !== undefined);
  return rows.filter((row) => given.some((index) => !isBlank(row.cell(index))));
}
