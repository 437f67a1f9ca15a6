import type { Aggregate, Axis, Indicator } from '../../../domain/aggregates/aggregate.ts';
import type { RegionalReport } from '../../../domain/report/regional-report.ts';
import { median, quartile, quotient } from '../exact.ts';

/** Of one slice and indicator; a region without declarants has none. */
export function aggregateOf(
  { aggregates }: RegionalReport,
  axis: Axis,
  slice: string,
  indicator: Indicator,
): Aggregate | null {
  return aggregates.find((a) => a.axis === axis && a.slice === slice && a.indicator === indicator) ?? null;
}

/** The share of a slice, as the cell `=A/B`; null where there are no figures. */
export function sliceShare({
  numerator,
  denominator,
}: Pick<Aggregate, 'numerator' | 'denominator'>): number | null {
  return numerator === null || denominator === null ? null : quotient({ numerator, denominator });
}

/** MEDIAN, QUARTILE.INC 1 and 3 of the same values as the formulas see; blank texts for no value. */
export function spread(values: readonly number[]): readonly (number | '')[] {
  return [median(values) ?? '', quartile(values, 1) ?? '', quartile(values, 3) ?? ''];
}

/** The three formulas over a range, in the same order. @param n reference to the number of values. */
export function spreadFormulas(range: string, n: string): readonly string[] {
  return [`MEDIAN(${range})`, `_xlfn.QUARTILE.INC(${range},1)`, `_xlfn.QUARTILE.INC(${range},3)`].map(
    (formula) => `IF(${n}=0,"",${formula})`,
  );
}
