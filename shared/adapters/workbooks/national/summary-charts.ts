import type { NationalReport } from '../../../domain/report/national-report.ts';
import type { Sheet } from '../package/sheet.ts';
import { shareOf, TREND_SHARE_COLUMN } from '../trend-table.ts';
import { PROGRESS_COLUMNS } from './progress-table.ts';
import { regionName } from './region-name.ts';

/** Rows that the charts of regions, and that of campaigns, cover. */
export const REGION_CHART_ROWS = 31;
export const TREND_CHART_ROWS = 15;

/** Where a table's rows stand. */
interface Rows {
  readonly first: number;
  readonly last: number;
}

/** Coverage and share of each region, side by side. Shares are drawn where every region has one. */
export function writeRegionCharts(sheet: Sheet, row: number, rows: Rows, report: NationalReport): void {
  const { progress } = report;
  const bottom = row + REGION_CHART_ROWS - 1;
  const [fullest] = [...progress].sort((a, b) => rateOf(b) - rateOf(a));
  if (!fullest) return;
  sheet.chart({
    kind: 'bar',
    title: 'Couverture par région',
    altText: `Barres de la part des établissements attendus dont les chiffres sont calculés, région par région. La plus couverte est ${regionName(fullest.region)} ; les nombres sont dans le tableau « Avancement par région ».`,
    categories: columnOf(PROGRESS_COLUMNS.region, rows),
    series: [{ name: 'Couverture', values: columnOf(PROGRESS_COLUMNS.coverage, rows) }],
    anchor: { from: { column: 1, row }, to: { column: 4, row: bottom } },
    axisTitles: { categories: 'Région', values: 'Calculés sur attendus' },
    numberFormat: '0%',
  });
  if (progress.some(({ computed }) => computed === 0)) return;
  sheet.chart({
    kind: 'bar',
    title: 'Part du budget dédiée au numérique, par région',
    altText:
      'Barres de la part du budget dédiée au numérique, région par région ; les nombres et les écarts avec la nation sont dans le tableau « Avancement par région ».',
    categories: columnOf(PROGRESS_COLUMNS.region, rows),
    series: [{ name: 'Part du numérique', values: columnOf(PROGRESS_COLUMNS.share, rows) }],
    anchor: { from: { column: 5, row }, to: { column: 9, row: bottom } },
    axisTitles: { categories: 'Région', values: 'Part' },
    numberFormat: '0.00%',
  });
}

/** Whether there is a curve: two campaigns or more, each with a share. */
export function hasTrendChart({ trend }: NationalReport): boolean {
  return trend.length > 1 && trend.every((point) => shareOf(point) !== '');
}

export function writeTrendChart(sheet: Sheet, row: number, rows: Rows, { trend }: NationalReport): void {
  sheet.chart({
    kind: 'line',
    title: 'Part du budget dédiée au numérique, par campagne',
    altText: `Courbe de la part du budget dédiée au numérique de la nation, de la campagne ${trend[0]?.campaign} à la campagne ${trend.at(-1)?.campaign} ; les valeurs et les ruptures de comparabilité sont dans le tableau « Évolution sur les campagnes ».`,
    categories: columnOf(1, rows),
    series: [{ name: 'Nation', values: columnOf(TREND_SHARE_COLUMN, rows) }],
    anchor: { from: { column: 1, row }, to: { column: 4, row: row + TREND_CHART_ROWS - 1 } },
    axisTitles: { categories: 'Campagne', values: 'Part' },
    numberFormat: '0.00%',
  });
}

function rateOf({ computed, expected }: NationalReport['progress'][number]): number {
  return expected === 0 ? 0 : computed / expected;
}

function columnOf(column: number, { first, last }: Rows) {
  return { from: { column, row: first }, to: { column, row: last } };
}
