import type { NationalReport } from '../../../domain/report/national-report.ts';
import type { TrendPoint } from '../../../domain/report/trend.ts';
import { breakLabels } from '../../../messages/comparability.ts';
import { hundredths, pointsBetween, quotient } from '../exact.ts';
import { INDICATOR_LABELS } from '../indicator-labels.ts';
import type { Content } from '../package/content.ts';
import type { Sheet } from '../package/sheet.ts';
import { column, quoted, thisRow } from '../package/structured.ts';
import { AMOUNT, COUNT, FTE, POINTS, RATIO, SENTENCE, TEXT, YEAR } from '../package/styles.ts';
import { TABLES } from './names.ts';
import { H as INDICATOR } from './slice-columns.ts';

const H = {
  campaign: 'Campagne',
  n: 'Calculés',
  expected: 'Attendus',
  coverage: 'Couverture',
  retained: 'Charges numériques retenues',
  total: "Charges d'exploitation totales",
  share: INDICATOR_LABELS.part_numerique,
  fte: INDICATOR_LABELS.etp_ssi_retenus,
  gap: "Écart avec l'année d'avant",
  rules: 'Jeu de règles',
  comparability: 'Comparabilité',
} as const;

/** Of the shares, in that table: what a chart draws. */
export const TREND_SHARE_COLUMN = Object.keys(H).indexOf('share') + 1;

const cell = (heading: string) => thisRow(TABLES.trend, heading);
const ofYearBefore = `SUMIFS(${column(TABLES.trend, H.share)},${column(TABLES.trend, H.campaign)},${cell(H.campaign)}-1)`;
const ofNation = (indicator: string, heading: string) =>
  `INDEX(${column(TABLES.nation, heading)},MATCH(${quoted(indicator)},${column(TABLES.nation, INDICATOR.indicator)},0))`;

const FORMULAS = {
  coverage: `IF(N(${cell(H.expected)})=0,"",${cell(H.n)}/${cell(H.expected)})`,
  share: `IF(N(${cell(H.total)})=0,"",${cell(H.retained)}/${cell(H.total)})`,
  gap: `IF(OR(${cell(H.share)}="",${ofYearBefore}=0),"",100*(${cell(H.share)}-${ofYearBefore}))`,
} as const;

/** The nation campaign by campaign: the one in hand is live, the others as published. @returns the row after the table. */
export function writeTrend(sheet: Sheet, row: number, { trend }: NationalReport): number {
  return sheet.table({
    name: TABLES.trend,
    row,
    columns: [
      { name: H.campaign, style: YEAR },
      { name: H.n, style: COUNT },
      { name: H.expected, style: COUNT },
      { name: H.coverage, style: RATIO },
      { name: H.retained, style: AMOUNT },
      { name: H.total, style: AMOUNT },
      { name: H.share, style: RATIO },
      { name: H.fte, style: FTE },
      { name: H.gap, style: POINTS },
      { name: H.rules, style: TEXT },
      { name: H.comparability, style: SENTENCE },
    ],
    rows: trend.map((point) => cells(point, trend)),
  });
}

function cells(point: TrendPoint, trend: readonly TrendPoint[]): readonly Content[] {
  const { campaign, n, expected, retainedDigital, totalExpenses, retainedSsiFte } = point;
  const isInHand = point === trend.at(-1);
  const before = trend.find((one) => one.campaign === campaign - 1);
  const [share, shareBefore] = [shareOf(point), before ? shareOf(before) : ''];
  const gap =
    share === '' || shareBefore === '' || shareBefore === 0 ? '' : pointsBetween(share, shareBefore);
  const live = (indicator: string, heading: string, result: number | ''): Content =>
    isInHand ? { formula: ofNation(indicator, heading), result } : result === '' ? null : result;
  const amount = (value: bigint | null) => (value === null ? '' : hundredths(value));
  return [
    campaign,
    live(H.share, INDICATOR.n, n),
    live(H.share, INDICATOR.expected, expected ?? ''),
    { formula: FORMULAS.coverage, result: expected === null || expected === 0 ? '' : n / expected },
    live(H.share, INDICATOR.numerator, amount(retainedDigital)),
    live(H.share, INDICATOR.denominator, amount(totalExpenses)),
    { formula: FORMULAS.share, result: share },
    live(H.fte, INDICATOR.value, amount(retainedSsiFte)),
    { formula: FORMULAS.gap, result: gap },
    point.ruleSet,
    breakLabels(point.breaks) || null,
  ];
}

/** As the cell gives it: blank without expenses. */
export function shareOf({ retainedDigital: numerator, totalExpenses: denominator }: TrendPoint): number | '' {
  if (numerator === null || !denominator) return '';
  return quotient({ numerator, denominator });
}
