import type { Indicator } from '../../domain/aggregates/aggregate.ts';
import type { TrendPoint } from '../../domain/report/trend.ts';
import { breakLabels } from '../../messages/comparability.ts';
import { hundredths, pointsBetween, quotient } from './exact.ts';
import { INDICATOR_HEADINGS, INDICATOR_LABELS } from './indicator-labels.ts';
import type { Content } from './package/content.ts';
import type { Sheet } from './package/sheet.ts';
import { column, thisRow } from './package/structured.ts';
import { AMOUNT, COUNT, FTE, POINTS, RATIO, SENTENCE, TEXT, YEAR } from './package/styles.ts';

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

/** The table of a workbook, and where the campaign in hand is live in it. */
export interface TrendSpec {
  readonly name: string;
  readonly trend: readonly TrendPoint[];
  /** The cell of the campaign's own table of indicators, under one of `INDICATOR_HEADINGS`. */
  readonly indicatorCell: (indicator: Indicator, heading: string) => string;
}

/**
 * A region or the nation campaign by campaign: the one in hand is live, the others as published.
 * @returns the row after the table.
 */
export function writeTrend(sheet: Sheet, row: number, spec: TrendSpec): number {
  const formulas = formulasOf(spec.name);
  return sheet.table({
    name: spec.name,
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
    rows: spec.trend.map((point) => cells(point, spec, formulas)),
  });
}

function formulasOf(name: string) {
  const cell = (heading: string) => thisRow(name, heading);
  const ofYearBefore = `SUMIFS(${column(name, H.share)},${column(name, H.campaign)},${cell(H.campaign)}-1)`;
  return {
    coverage: `IF(N(${cell(H.expected)})=0,"",${cell(H.n)}/${cell(H.expected)})`,
    share: `IF(N(${cell(H.total)})=0,"",${cell(H.retained)}/${cell(H.total)})`,
    gap: `IF(OR(${cell(H.share)}="",${ofYearBefore}=0),"",100*(${cell(H.share)}-${ofYearBefore}))`,
  } as const;
}

function cells(
  point: TrendPoint,
  { trend, indicatorCell }: TrendSpec,
  formulas: ReturnType<typeof formulasOf>,
): readonly Content[] {
  const { campaign, n, expected, retainedDigital, totalExpenses, retainedSsiFte } = point;
  const isInHand = point === trend.at(-1);
  const before = trend.find((one) => one.campaign === campaign - 1);
  const [share, shareBefore] = [shareOf(point), before ? shareOf(before) : ''];
  const gap =
    share === '' || shareBefore === '' || shareBefore === 0 ? '' : pointsBetween(share, shareBefore);
  const live = (indicator: Indicator, heading: string, result: number | ''): Content =>
    isInHand ? { formula: indicatorCell(indicator, heading), result } : result === '' ? null : result;
  const amount = (value: bigint | null) => (value === null ? '' : hundredths(value));
  return [
    campaign,
    live('part_numerique', INDICATOR_HEADINGS.n, n),
    live('part_numerique', INDICATOR_HEADINGS.expected, expected ?? ''),
    { formula: formulas.coverage, result: expected === null || expected === 0 ? '' : n / expected },
    live('part_numerique', INDICATOR_HEADINGS.numerator, amount(retainedDigital)),
    live('part_numerique', INDICATOR_HEADINGS.denominator, amount(totalExpenses)),
    { formula: formulas.share, result: share },
    live('etp_ssi_retenus', INDICATOR_HEADINGS.value, amount(retainedSsiFte)),
    { formula: formulas.gap, result: gap },
    point.ruleSet,
    breakLabels(point.breaks) || null,
  ];
}

/** As the cell gives it: blank without expenses. */
export function shareOf({ retainedDigital: numerator, totalExpenses: denominator }: TrendPoint): number | '' {
  if (numerator === null || !denominator) return '';
  return quotient({ numerator, denominator });
}
