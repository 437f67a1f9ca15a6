import type { TrendPoint } from '../../../domain/report/trend.ts';
import { breakLabels } from '../../../messages/comparability.ts';
import { hundredths, pointsBetween } from '../exact.ts';
import { INDICATOR_HEADINGS } from '../indicator-labels.ts';
import type { Content } from '../package/content.ts';
import type { Sheet } from '../package/sheet.ts';
import { column, thisRow } from '../package/structured.ts';
import { AMOUNT, COUNT, FTE, POINTS, RATIO, SENTENCE, TEXT, YEAR } from '../package/styles.ts';
import type { RegionalContext } from './context.ts';
import { sliceShare } from './slice.ts';
import { indicatorCell } from './summary-indicators.ts';
import { HEADINGS, TABLES } from './tables.ts';

const { n, expected, coverage, numerator, denominator } = INDICATOR_HEADINGS;
const H = {
  campaign: 'Campagne',
  n,
  expected,
  coverage,
  retained: HEADINGS.share.retained,
  total: HEADINGS.share.total,
  share: HEADINGS.share.share,
  fte: HEADINGS.ssiFte.retained,
  gap: "Écart avec l'année d'avant",
  rules: 'Jeu de règles',
  comparability: HEADINGS.share.comparability,
} as const;

/** Of the shares, in that table: what a chart draws. */
export const TREND_SHARE_COLUMN = Object.keys(H).indexOf('share') + 1;

const cell = (heading: string) => thisRow(TABLES.trend, heading);
const ofYearBefore = `SUMIFS(${column(TABLES.trend, H.share)},${column(TABLES.trend, H.campaign)},${cell(H.campaign)}-1)`;

const FORMULAS = {
  coverage: `IF(N(${cell(H.expected)})=0,"",${cell(H.n)}/${cell(H.expected)})`,
  share: `IF(N(${cell(H.total)})=0,"",${cell(H.retained)}/${cell(H.total)})`,
  gap: `IF(OR(${cell(H.share)}="",${ofYearBefore}=0),"",100*(${cell(H.share)}-${ofYearBefore}))`,
} as const;

/** The region campaign by campaign: the one in hand is live, the others as published. @returns the row after the table. */
export function writeTrend(sheet: Sheet, row: number, { report }: RegionalContext): number {
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
    rows: report.trend.map((point) => cells(point, report.trend)),
  });
}

function cells(point: TrendPoint, trend: readonly TrendPoint[]): readonly Content[] {
  const share = shareOf(point);
  const before = trend.find(({ campaign }) => campaign === point.campaign - 1);
  const shareBefore = (before && shareOf(before)) ?? 0;
  const gap = share === null || shareBefore === 0 ? '' : pointsBetween(share, shareBefore);
  const isInHand = point === trend.at(-1);
  const sums = [point.retainedDigital, point.totalExpenses].map((sum) =>
    sum === null ? '' : hundredths(sum),
  );
  const fte = point.retainedSsiFte === null ? '' : hundredths(point.retainedSsiFte);
  const live = (formula: string, result: number | ''): Content =>
    isInHand ? { formula, result } : result || null;
  const ofShare = (heading: string) => indicatorCell('part_numerique', heading);
  const rate = point.expected === null || point.expected === 0 ? '' : point.n / point.expected;
  return [
    point.campaign,
    live(ofShare(n), point.n),
    live(ofShare(expected), point.expected ?? ''),
    { formula: FORMULAS.coverage, result: rate },
    live(ofShare(numerator), sums[0] ?? ''),
    live(ofShare(denominator), sums[1] ?? ''),
    { formula: FORMULAS.share, result: share ?? '' },
    live(indicatorCell('etp_ssi_retenus', INDICATOR_HEADINGS.value), fte),
    { formula: FORMULAS.gap, result: gap },
    point.ruleSet,
    breakLabels(point.breaks) || null,
  ];
}

/** Null where there were no expenses. */
function shareOf({ retainedDigital, totalExpenses }: TrendPoint): number | null {
  return totalExpenses === 0n ? null : sliceShare({ numerator: retainedDigital, denominator: totalExpenses });
}
