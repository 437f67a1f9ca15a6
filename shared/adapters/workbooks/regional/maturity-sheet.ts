import { frenchDay } from '../../../domain/calendar/day.ts';
import { firstDayOf } from '../../../domain/campaign/campaign.ts';
import type { ReportRow } from '../../../domain/report/regional-report.ts';
import { dateOf } from '../exact.ts';
import { HEADING_ROW, openSheet } from '../frame.ts';
import type { Content } from '../package/content.ts';
import type { TableColumn } from '../package/sheet.ts';
import { column, thisRow } from '../package/structured.ts';
import { COUNT, DATE, RATIO, TERM, TEXT } from '../package/styles.ts';
import type { RegionalContext } from './context.ts';
import { IDENTITY, IDENTITY_COLUMNS, IDENTITY_WIDTHS, identityCells, orNone } from './identity.ts';
import { SHEETS, TABLES } from './tables.ts';

const ASSESSED = 'Date déclarée';
const COUNTS = 'Compte pour la campagne';
const YES = 'Oui';
const NO = 'Non, trop ancienne';
const NONE = 'Non déclarée';

const COLUMNS: readonly TableColumn[] = [
  ...IDENTITY_COLUMNS,
  { name: ASSESSED, style: DATE },
  { name: COUNTS, style: TEXT },
];

/** When each declarant assessed its maturity, and whether it counts: dated from 1 January N. */
export function writeMaturitySheet({ book, owner, report }: RegionalContext): void {
  const first = firstDayOf(report.campaign);
  const sheet = openSheet(book, owner, {
    name: SHEETS.maturity,
    title: 'Auto-évaluation de la maturité',
    reading: `Une auto-évaluation compte pour la campagne si elle est datée du ${frenchDay(first)} ou d'après.`,
    frozenColumns: 2,
    list: true,
  });
  sheet.widths([...IDENTITY_WIDTHS, 18, 22]);

  const date = thisRow(TABLES.maturity, ASSESSED);
  const counts = `IF(${date}="","${NONE}",IF(${date}>=DATE(${report.campaign},1,1),"${YES}","${NO}"))`;
  sheet.table({
    name: TABLES.maturity,
    row: HEADING_ROW,
    columns: COLUMNS,
    rows: orNone(
      report.rows.map((row) => cells(row, counts, first)),
      COLUMNS.length,
      'Aucun établissement dans la région.',
    ),
  });

  const counted = report.rows.filter((row) => verdict(row, first) === YES).length;
  const expected = report.rows.length;
  const yes = `COUNTIFS(${column(TABLES.maturity, COUNTS)},"${YES}")`;
  const all = `COUNTA(${column(TABLES.maturity, IDENTITY.finess)})`;
  sheet.put(4, 2, 'Auto-évaluations de la campagne', TERM);
  sheet.put(4, 3, { formula: yes, result: counted }, COUNT);
  sheet.put(4, 4, 'Taux de déclaration', TERM);
  const rate = expected === 0 ? '' : counted / expected;
  sheet.put(4, 5, { formula: `IF(${all}=0,"",${yes}/${all})`, result: rate }, RATIO);
}

function cells(row: ReportRow, counts: string, first: string): readonly Content[] {
  const date = row.state?.values.maturite_date ?? null;
  return [
    ...identityCells(row.declarant, row.groups),
    date === null ? null : dateOf(date),
    { formula: counts, result: verdict(row, first) },
  ];
}

function verdict({ state }: ReportRow, first: string): string {
  const date = state?.values.maturite_date ?? null;
  if (date === null) return NONE;
  return date >= first ? YES : NO;
}
