import type { Aggregate, Indicator } from '../../../domain/aggregates/aggregate.ts';
import type { NationalReport } from '../../../domain/report/national-report.ts';
import { hundredths } from '../exact.ts';
import { INDICATOR_LABELS } from '../indicator-labels.ts';
import type { Content } from '../package/content.ts';
import type { Sheet } from '../package/sheet.ts';
import { column, quoted, thisRow } from '../package/structured.ts';
import { TABLES } from './names.ts';
import { H, INDICATOR_COLUMNS, indicatorCells, PREVIOUS_COLUMNS, previousCells } from './slice-columns.ts';

/** The three indicators of the nation: its counts and sums are those of the regions, added. @returns the row after. */
export function writeNation(sheet: Sheet, row: number, report: NationalReport): number {
  const columns = [...INDICATOR_COLUMNS, ...PREVIOUS_COLUMNS];
  const rows = report.aggregates
    .filter(({ axis }) => axis === 'nation')
    .map((aggregate) => [
      ...indicatorCells(TABLES.nation, aggregate, sumsOf(aggregate)),
      ...previousCells(
        TABLES.nation,
        aggregate,
        report.previousSlices.find(
          ({ axis, indicator }) => axis === 'nation' && indicator === aggregate.indicator,
        ),
      ),
    ]);
  const none = [columns.map((_, i) => (i === 0 ? 'Aucun établissement' : null))];
  return sheet.table({ name: TABLES.nation, row, columns, rows: rows.length > 0 ? rows : none });
}

function sumsOf({ expected, n, numerator, denominator }: Aggregate) {
  const over = (heading: string) =>
    `SUMIFS(${column(TABLES.region, heading)},${column(TABLES.region, H.indicator)},${thisRow(TABLES.nation, H.indicator)})`;
  const sum = (heading: string, result: bigint | null): Content => ({
    formula: `IF(${thisRow(TABLES.nation, H.n)}=0,"",ROUND(${over(heading)},2))`,
    result: result === null ? '' : hundredths(result),
  });
  return {
    expected: { formula: over(H.expected), result: expected },
    n: { formula: over(H.n), result: n },
    numerator: sum(H.numerator, numerator),
    denominator: sum(H.denominator, denominator),
  };
}

/** A figure of the nation's table, found by the indicator of a formula's own row. */
export function ofNation(table: string, heading: string): string {
  return `INDEX(${column(TABLES.nation, heading)},MATCH(${thisRow(table, H.indicator)},${column(TABLES.nation, H.indicator)},0))`;
}

/** A figure of the nation's table, of an indicator named once and for all. */
export function nationCell(indicator: Indicator, heading: string): string {
  return `INDEX(${column(TABLES.nation, heading)},MATCH(${quoted(INDICATOR_LABELS[indicator])},${column(TABLES.nation, H.indicator)},0))`;
}
