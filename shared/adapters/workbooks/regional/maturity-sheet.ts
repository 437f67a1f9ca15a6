import { type Day, frenchDay } from '../../../domain/calendar/day.ts';
import { firstDayOf } from '../../../domain/campaign/campaign.ts';
import type { RegionalReport, ReportRow } from '../../../domain/report/regional-report.ts';
import { dateOf } from '../exact.ts';
import { HEADING_ROW, openSheet } from '../frame.ts';
import type { Content } from '../package/content.ts';
import type { Sheet, TableColumn } from '../package/sheet.ts';
import { column, quoted, thisRow, thisRowRange } from '../package/structured.ts';
import { CAPTION, COUNT, DATE, MEAN_LEVEL, RATIO, type Style, TERM, TEXT } from '../package/styles.ts';
import type { RegionalContext } from './context.ts';
import { IDENTITY, IDENTITY_COLUMNS, IDENTITY_WIDTHS, identityCells, orNone } from './identity.ts';
import { ACTION_COLUMNS, type AnswerColumn, detailsOf, measureColumns } from './maturity-columns.ts';
import { writeMeasures } from './maturity-measures.ts';
import { HEADINGS, SHEETS, TABLES } from './tables.ts';

const H = HEADINGS.maturity;
const NO = 'Non, trop ancienne';
const NONE = 'Non déclarée';

/** Beside captions, the row is high: what stands in it is read with the headings under it. */
const AT_FOOT = {
  term: { ...TERM, alignment: { ...TERM.alignment, vertical: 'bottom' } },
  count: { ...COUNT, alignment: { vertical: 'bottom' } },
  rate: { ...RATIO, alignment: { vertical: 'bottom' } },
} as const satisfies Record<string, Style>;

/** What is on the sheet beside the dates. */
interface Shown {
  readonly measures: readonly AnswerColumn[];
  readonly actions: readonly AnswerColumn[];
  /** The highest level of the questionnaire. */
  readonly highest: number;
}

/**
 * When each declarant assessed its maturity, whether it counts (dated from 1 January N), its level per measure and
 * what it says of the other actions; then each measure over the region. Comments are not shown.
 */
export function writeMaturitySheet({ book, owner, report }: RegionalContext): void {
  const first = firstDayOf(report.campaign);
  const shown = shownOf(report);
  const columns = columnsOf(shown);
  const answers = [...shown.measures, ...shown.actions];
  const sheet = openSheet(book, owner, {
    name: SHEETS.maturity,
    title: 'Auto-évaluation de la maturité',
    reading: readingOf(report, first),
    frozenColumns: 2,
    list: true,
    ...(answers.length > 0 ? { captions: true, pagesWide: 2 + Math.ceil(answers.length / 8) } : {}),
  });
  const fixed = shown.measures.length > 0 ? [18, 22, 15, 13] : [18, 22];
  sheet.widths([...IDENTITY_WIDTHS, ...fixed, ...answers.map(({ width }) => width)]);
  const before = columns.length - answers.length;
  for (const [i, { caption }] of answers.entries())
    sheet.put(HEADING_ROW - 1, before + 1 + i, caption, CAPTION);

  const after = sheet.table({
    name: TABLES.maturity,
    row: HEADING_ROW,
    columns,
    rows: orNone(
      report.rows.map((row) => cells(row, shown, report, first)),
      columns.length,
      'Aucun établissement dans la région.',
    ),
  });
  writeRate(sheet, report, first);
  if (report.measures.length > 0)
    writeMeasures(
      sheet,
      after + 1,
      report.measures,
      report.rows.filter((row) => verdict(row, first) === H.yes),
    );
}

function readingOf({ measures }: RegionalReport, first: Day): string {
  const counts = `Une auto-évaluation compte si elle est datée du ${frenchDay(first)} ou d'après.`;
  return measures.length === 0
    ? `${counts} Le référentiel n'a pas de questionnaire (mesures.csv) : pas de niveaux par mesure.`
    : `${counts} Niveau moyen : hors mesures non applicables (n.a.), notre règle. Synthèse par mesure sous la liste.`;
}

/** Answers on the other actions are shown with the questionnaire, or where anyone gave one. */
function shownOf({ measures, rows }: RegionalReport): Shown {
  const isAnswered = rows.some(({ state }) => {
    const { actions, directories } = detailsOf(state);
    return actions.length > 0 || directories.length > 0;
  });
  return {
    measures: measureColumns(measures),
    actions: measures.length > 0 || isAnswered ? ACTION_COLUMNS : [],
    highest: Math.max(1, ...measures.map(({ highest }) => highest)),
  };
}

function columnsOf({ measures, actions, highest }: Shown): readonly TableColumn[] {
  return [
    ...IDENTITY_COLUMNS,
    { name: H.assessed, style: DATE },
    { name: H.counts, style: TEXT },
    ...(measures.length > 0
      ? [
          { name: H.mean, style: MEAN_LEVEL, bars: { to: highest } },
          { name: H.given, style: COUNT },
        ]
      : []),
    ...[...measures, ...actions].map(({ name, style }) => ({ name, style })),
  ];
}

function cells(
  row: ReportRow,
  { measures, actions }: Shown,
  { campaign }: RegionalReport,
  first: Day,
): readonly Content[] {
  const date = row.state?.values.maturite_date ?? null;
  const cell = thisRow(TABLES.maturity, H.assessed);
  const counts = `IF(${cell}="",${quoted(NONE)},IF(${cell}>=DATE(${campaign},1,1),${quoted(H.yes)},${quoted(NO)}))`;
  const details = detailsOf(row.state);
  const levels = measures.map(({ answer }) => answer(details));
  return [
    ...identityCells(row.declarant, row.groups),
    date === null ? null : dateOf(date),
    { formula: counts, result: verdict(row, first) },
    ...meanCells(measures, levels),
    ...levels,
    ...actions.map(({ answer }) => answer(details)),
  ];
}

/** The mean of the levels given, and how many were. */
function meanCells(measures: readonly AnswerColumn[], levels: readonly Content[]): readonly Content[] {
  const [first, last] = [measures[0], measures.at(-1)];
  if (!first || !last) return [];
  const range = thisRowRange(TABLES.maturity, first.name, last.name);
  const given = levels.filter((level) => typeof level === 'number');
  const mean = given.length === 0 ? '' : given.reduce((sum, level) => sum + level, 0) / given.length;
  return [
    { formula: `IF(COUNT(${range})=0,"",AVERAGE(${range}))`, result: mean },
    { formula: `COUNT(${range})`, result: given.length },
  ];
}

/** In the row above the headings: how many declared one of the campaign, live. */
function writeRate(sheet: Sheet, { rows }: RegionalReport, first: Day): void {
  const counted = rows.filter((row) => verdict(row, first) === H.yes).length;
  const expected = rows.length;
  const yes = `COUNTIFS(${column(TABLES.maturity, H.counts)},${quoted(H.yes)})`;
  const all = `COUNTA(${column(TABLES.maturity, IDENTITY.finess)})`;
  sheet.put(4, 2, 'Auto-évaluations de la campagne', AT_FOOT.term);
  sheet.put(4, 3, { formula: yes, result: counted }, AT_FOOT.count);
  sheet.put(4, 4, 'Taux de déclaration', AT_FOOT.term);
  const rate = expected === 0 ? '' : counted / expected;
  sheet.put(4, 5, { formula: `IF(${all}=0,"",${yes}/${all})`, result: rate }, AT_FOOT.rate);
}

function verdict({ state }: ReportRow, first: Day): string {
  const date = state?.values.maturite_date ?? null;
  if (date === null) return NONE;
  return date >= first ? H.yes : NO;
}
