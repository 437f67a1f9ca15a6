import type { Day } from '../../../domain/calendar/day.ts';
import { COLUMN_NAMES, COLUMNS, type ColumnName, type ColumnType } from '../../../domain/deposit/columns.ts';
import type { ReportRow } from '../../../domain/report/regional-report.ts';
import { REASON_SENTENCES } from '../../../messages/reasons.ts';
import { dateOf, hundredths } from '../exact.ts';
import { HEADING_ROW, openSheet } from '../frame.ts';
import type { Content } from '../package/content.ts';
import type { TableColumn } from '../package/sheet.ts';
import { AMOUNT, BODY_LINK, CAPTION, DATE, FTE, SENTENCE, type Style, TEXT } from '../package/styles.ts';
import type { RegionalContext } from './context.ts';
import { IDENTITY_COLUMNS, IDENTITY_WIDTHS, identityCells, orNone } from './identity.ts';
import { toProvenance } from './row-link.ts';
import { HEADINGS, SHEETS, STATE_LABELS, TABLES } from './tables.ts';

export const TYPE_STYLES: Readonly<Record<ColumnType, Style>> = {
  amount: AMOUNT,
  fte: FTE,
  date: DATE,
  closure: TEXT,
};
const TYPE_WIDTHS: Readonly<Record<ColumnType, number>> = { amount: 20, fte: 14, date: 15, closure: 13 };

const TABLE_COLUMNS: readonly TableColumn[] = [
  ...IDENTITY_COLUMNS,
  { name: HEADINGS.declared.state, style: TEXT },
  ...COLUMN_NAMES.map((name) => ({ name, style: TYPE_STYLES[COLUMNS[name].type] })),
  { name: HEADINGS.declared.link, style: BODY_LINK },
  { name: HEADINGS.declared.reasons, style: SENTENCE },
];

/** Where a body of the region replaced another number: its figures of the campaign before were published under it. */
const FORMER: TableColumn = { name: 'Anciens numéros FINESS', style: TEXT, numberLike: true };

const LINK = toProvenance(TABLES.declared);

/** A row per declarant of the region, with every value in force as declared: what all formulas rest on. */
export function writeDeclaredSheet({ book, owner, report }: RegionalContext): void {
  const sheet = openSheet(book, owner, {
    name: SHEETS.declared,
    title: 'Données déclarées en vigueur',
    reading:
      'Une ligne par établissement attendu ; une cellule vide est une donnée non déclarée. Les intitulés sont les noms de colonne du dépôt, leur sens est écrit au-dessus.',
    frozenColumns: 2,
    pagesWide: 4,
    captions: true,
    list: true,
  });
  const widths = COLUMN_NAMES.map((name) => Math.max(TYPE_WIDTHS[COLUMNS[name].type], name.length + 5));
  const withFormer = report.rows.some(({ former }) => former.length > 0);
  const columns = withFormer ? [...TABLE_COLUMNS, FORMER] : TABLE_COLUMNS;
  sheet.widths([...IDENTITY_WIDTHS, 14, ...widths, 14, 90, ...(withFormer ? [30] : [])]);
  for (const [i, name] of COLUMN_NAMES.entries())
    sheet.put(HEADING_ROW - 1, IDENTITY_COLUMNS.length + 2 + i, COLUMNS[name].label, CAPTION);
  sheet.table({
    name: TABLES.declared,
    row: HEADING_ROW,
    direct: true,
    columns,
    rows: orNone(
      report.rows.map((row) => (withFormer ? [...cells(row), row.former.join(', ') || null] : cells(row))),
      columns.length,
      'Aucun établissement dans la région.',
    ),
  });
}

function cells({ declarant, groups, state, outcome }: ReportRow): readonly Content[] {
  const hasOrigin = state !== null && Object.keys(state.origins).length > 0;
  const reasons = outcome.state === 'non_calcule' ? outcome.reasons : [];
  return [
    ...identityCells(declarant, groups),
    STATE_LABELS[outcome.state],
    ...COLUMN_NAMES.map((name) => (state ? declaredContent(name, state.values[name]) : null)),
    hasOrigin ? LINK : null,
    reasons.map((reason) => REASON_SENTENCES[reason]).join(' ') || null,
  ];
}

/** A declared value with its type: an amount or an FTE as a number, a day as a date, the closure in words. */
export function declaredContent(name: ColumnName, value: bigint | string | null): Content {
  if (value === null) return null;
  if (typeof value === 'bigint') return hundredths(value);
  if (COLUMNS[name].type === 'date') return dateOf(value as Day);
  return value === 'definitive' ? 'Définitive' : 'Provisoire';
}
