import type { Aggregate } from '../../../domain/aggregates/aggregate.ts';
import type { PreviousSlice } from '../../../domain/report/previous-slices.ts';
import { hundredths, pointsBetween, quotient, ratioValue } from '../exact.ts';
import { INDICATOR_HEADINGS, INDICATOR_LABELS } from '../indicator-labels.ts';
import type { Content } from '../package/content.ts';
import type { Styled, TableColumn } from '../package/sheet.ts';
import { thisRow } from '../package/structured.ts';
import { AMOUNT, COUNT, FTE, FTE_CHANGE, POINTS, RATIO, TEXT } from '../package/styles.ts';

export const H = {
  ...INDICATOR_HEADINGS,
  previousN: 'N-1 : calculés',
  previous: 'N-1 : valeur',
  previousGap: 'Écart avec N-1',
} as const;

type Cell = Content | Styled;

/** What every table of indicators has after the columns that name its slices. */
export const INDICATOR_COLUMNS: readonly TableColumn[] = [
  { name: H.indicator, style: TEXT },
  { name: H.expected, style: COUNT },
  { name: H.n, style: COUNT },
  { name: H.coverage, style: RATIO, bars: { to: 1 } },
  ...[H.numerator, H.denominator, H.value, H.median, H.q1, H.q3].map((name) => ({ name, style: RATIO })),
];
export const INDICATOR_WIDTHS: readonly number[] = [36, 11, 11, 13, 22, 22, 16, 13, 13, 13];

/** The campaign before, where it is known by that axis. */
export const PREVIOUS_COLUMNS: readonly TableColumn[] = [
  { name: H.previousN, style: COUNT },
  { name: H.previous, style: RATIO },
  { name: H.previousGap, style: POINTS },
];
export const PREVIOUS_WIDTHS: readonly number[] = [12, 14, 14];

/** Counts and sums as they are given: of a slice values, of the nation sums over the regions. */
export interface SumCells {
  readonly expected: Content;
  readonly n: Content;
  readonly numerator: Content;
  readonly denominator: Content;
}

/** Coverage and value are live; medians and quartiles are values, as individual figures stay in the regional workbooks. */
export function indicatorCells(table: string, aggregate: Aggregate, sums: SumCells): readonly Cell[] {
  const { indicator, n, expected } = aggregate;
  const cell = (heading: string) => thisRow(table, heading);
  const isFte = indicator === 'etp_ssi_retenus';
  const style = isFte ? FTE : RATIO;
  const spread = (value: Aggregate['median']): Styled => ({
    content: value === null ? null : ratioValue(value),
    style,
  });
  const value = isFte
    ? `IF(${cell(H.n)}=0,"",${cell(H.numerator)})`
    : `IF(${cell(H.n)}=0,"",${cell(H.numerator)}/${cell(H.denominator)})`;
  return [
    INDICATOR_LABELS[indicator],
    sums.expected,
    sums.n,
    {
      formula: `IF(${cell(H.expected)}=0,"",${cell(H.n)}/${cell(H.expected)})`,
      result: expected === 0 ? '' : n / expected,
    },
    { content: sums.numerator, style: isFte ? FTE : AMOUNT },
    { content: isFte ? null : sums.denominator, style: AMOUNT },
    { content: { formula: value, result: sliceValue(aggregate) }, style },
    spread(aggregate.median),
    spread(aggregate.q1),
    spread(aggregate.q3),
  ];
}

/** As the cell gives it: blank without figures. */
export function sliceValue({
  indicator,
  numerator,
  denominator,
}: Pick<Aggregate, 'indicator' | 'numerator' | 'denominator'>): number | '' {
  if (numerator === null) return '';
  if (indicator === 'etp_ssi_retenus') return hundredths(numerator);
  return denominator === null ? '' : quotient({ numerator, denominator });
}

/** The campaign before as published over the declarants of today, and the difference: points for a part, FTE for FTE. */
export function previousCells(
  table: string,
  aggregate: Aggregate,
  previous: PreviousSlice | undefined,
): readonly Cell[] {
  const isFte = aggregate.indicator === 'etp_ssi_retenus';
  const before = previous ? sliceValue(previous) : '';
  const now = sliceValue(aggregate);
  const [after, earlier] = [thisRow(table, H.value), thisRow(table, H.previous)];
  const difference = isFte ? `ROUND(${after}-${earlier},2)` : `100*(${after}-${earlier})`;
  const gap = now === '' || before === '' ? '' : isFte ? fteBetween(now, before) : pointsBetween(now, before);
  return [
    previous && previous.n > 0 ? previous.n : null,
    { content: before === '' ? null : before, style: isFte ? FTE : RATIO },
    {
      content: { formula: `IF(OR(${after}="",${earlier}=""),"",${difference})`, result: gap },
      style: isFte ? FTE_CHANGE : POINTS,
    },
  ];
}

/** Both are the doubles nearest to whole hundredths. */
function fteBetween(now: number, before: number): number {
  return (Math.round(now * 100) - Math.round(before * 100)) / 100;
}
