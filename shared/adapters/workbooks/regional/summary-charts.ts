import type { RegionalReport } from '../../../domain/report/regional-report.ts';
import type { Sheet } from '../package/sheet.ts';
import { TREND_SHARE_COLUMN } from '../trend-table.ts';
import type { ShareClass } from './summary-distribution.ts';

/** Rows that the charts cover. */
export const CHART_ROWS = 15;

/** Where a table's rows stand. */
export interface Rows {
  readonly first: number;
  readonly last: number;
}

/** Who does not see the picture has its words, and the table it is drawn from. */
export function writeDistributionChart(
  sheet: Sheet,
  row: number,
  rows: Rows,
  classes: readonly ShareClass[],
): void {
  const fullest = classes.reduce((most, one) => (one.count > most.count ? one : most));
  sheet.chart({
    kind: 'column',
    title: 'Combien d’établissements pour chaque part du numérique',
    altText: `Histogramme des établissements calculés par classe de part du budget dédiée au numérique. La classe la plus fournie est « ${fullest.label} », avec ${fullest.count} établissements ; les nombres sont dans le tableau « Répartition des parts ».`,
    categories: columnOf(1, rows),
    series: [{ name: 'Établissements calculés', values: columnOf(4, rows) }],
    anchor: { from: { column: 1, row }, to: { column: 4, row: row + CHART_ROWS - 1 } },
    axisTitles: { categories: 'Part du budget dédiée au numérique', values: 'Établissements' },
    numberFormat: '0',
  });
}

/** Only where there are two campaigns or more. */
export function writeTrendChart(sheet: Sheet, row: number, rows: Rows, { trend }: RegionalReport): void {
  const [first, last] = [trend[0], trend.at(-1)];
  if (!first || !last || trend.length < 2) return;
  sheet.chart({
    kind: 'line',
    title: 'Part du budget dédiée au numérique, par campagne',
    altText: `Courbe de la part du budget dédiée au numérique de la région, de la campagne ${first.campaign} à la campagne ${last.campaign} ; les valeurs et les ruptures de comparabilité sont dans le tableau « Évolution sur les campagnes ».`,
    categories: columnOf(1, rows),
    series: [{ name: 'Région', values: columnOf(TREND_SHARE_COLUMN, rows) }],
    anchor: { from: { column: 5, row }, to: { column: 10, row: row + CHART_ROWS - 1 } },
    axisTitles: { categories: 'Campagne', values: 'Part' },
    numberFormat: '0.00%',
  });
}

function columnOf(column: number, { first, last }: Rows) {
  return { from: { column, row: first }, to: { column, row: last } };
}
