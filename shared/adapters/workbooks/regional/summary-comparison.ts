import { INDICATORS, type Indicator } from '../../../domain/aggregates/aggregate.ts';
import { hundredths, pointsBetween } from '../exact.ts';
import { INDICATOR_HEADINGS, INDICATOR_LABELS } from '../indicator-labels.ts';
import type { Content } from '../package/content.ts';
import type { Sheet, Styled, TableColumn } from '../package/sheet.ts';
import { column, thisRow } from '../package/structured.ts';
import { COUNT, FTE, FTE_CHANGE, POINTS, RATIO, SENTENCE } from '../package/styles.ts';
import type { ComputedRow, RegionalContext } from './context.ts';
import { aggregateOf, sliceShare, spread } from './slice.ts';
import { valuesOf } from './summary-indicators.ts';
import { type Perimeter, type Reference, referenceFormula, referenceValue } from './summary-references.ts';
import { type Axis, slicesOf } from './summary-slices.ts';
import { HEADINGS, TABLES } from './tables.ts';

const H = {
  n: 'Région : calculés',
  value: 'Région : valeur',
  median: 'Région : médiane',
  nationN: 'Nation : calculés',
  nation: 'Nation : valeur',
  nationMedian: 'Nation : médiane',
  nationGap: 'Écart avec la nation',
  previousN: 'N-1 : calculés',
  previous: 'N-1 : valeur',
  previousGap: 'Écart avec N-1',
} as const;

/** A row to compare: where its own figures stand, and what they are. */
interface Compared {
  readonly indicator: Indicator;
  readonly axis: 'region' | 'statut' | 'categorie';
  readonly slice: string;
  readonly label: string;
  readonly rows: readonly ComputedRow[];
}

/** Where the figures of the region stand. */
interface Source {
  readonly table: string;
  readonly key: string;
  readonly n: string;
  readonly value: string;
  readonly median: string;
}

/** The three indicators beside those of the nation and of the campaign before. @returns the row after the table. */
export function writeComparison(
  sheet: Sheet,
  row: number,
  context: RegionalContext,
  references: readonly Reference[],
): number {
  const { indicator: key, n, value, median } = INDICATOR_HEADINGS;
  const { region } = context.report;
  const compared = INDICATORS.map(
    (indicator): Compared => ({
      indicator,
      axis: 'region',
      slice: region,
      label: INDICATOR_LABELS[indicator],
      rows: context.computed,
    }),
  );
  const source: Source = { table: TABLES.indicators, key, n, value, median };
  return writeTable(sheet, row, { table: TABLES.comparison, source, compared }, context, references);
}

/** The digital share of each slice of an axis, likewise. @returns the row after the table. */
export function writeSliceComparison(
  sheet: Sheet,
  row: number,
  axis: Axis,
  context: RegionalContext,
  references: readonly Reference[],
): number {
  const { n, median } = INDICATOR_HEADINGS;
  const compared = slicesOf(axis, context.report).map(
    (slice): Compared => ({
      indicator: 'part_numerique',
      axis: axis.axis,
      slice,
      label: axis.label(slice),
      rows: context.computed.filter(({ row: one }) => axis.slice(one.declarant) === slice),
    }),
  );
  const source: Source = { table: axis.table, key: axis.heading, n, value: HEADINGS.share.share, median };
  return writeTable(sheet, row, { table: axis.comparison, source, compared }, context, references);
}

interface TableSpec {
  readonly table: string;
  readonly source: Source;
  readonly compared: readonly Compared[];
}

function writeTable(
  sheet: Sheet,
  row: number,
  spec: TableSpec,
  context: RegionalContext,
  references: readonly Reference[],
): number {
  const columns: readonly TableColumn[] = [
    { name: spec.source.key, style: SENTENCE, numberLike: true },
    ...Object.values(H).map((name) => ({ name, style: COUNT })),
  ];
  const rows = spec.compared.map((one) => cells(one, spec, context, references));
  const none = columns.map((_, i) => (i === 0 ? 'Aucun établissement' : null));
  return sheet.table({ name: spec.table, row, columns, rows: rows.length > 0 ? rows : [none] });
}

function cells(
  compared: Compared,
  { table, source }: TableSpec,
  { report }: RegionalContext,
  references: readonly Reference[],
): readonly (Content | Styled)[] {
  const { indicator, axis, slice, label, rows } = compared;
  const isFte = indicator === 'etp_ssi_retenus';
  const style = isFte ? FTE : RATIO;
  const cell = (heading: string) => thisRow(table, heading);
  const own = cell(source.key);
  const lookUp = (heading: string) =>
    `INDEX(${column(source.table, heading)},MATCH(${own},${column(source.table, source.key)},0))`;
  const found = aggregateOf(report, axis, slice, indicator);
  const sum = found?.numerator ?? null;
  const value = isFte ? (sum === null ? '' : hundredths(sum)) : ((found && sliceShare(found)) ?? '');
  const [median = ''] = spread(valuesOf(indicator, rows));
  const styled = (formula: string, result: number | ''): Styled => ({ content: { formula, result }, style });
  const other = (perimeter: Perimeter) =>
    references.find(
      (one) =>
        one.perimeter === perimeter &&
        one.indicator === indicator &&
        (axis === 'region'
          ? one.axis === 'nation' || one.axis === 'region'
          : one.slice === slice && one.axis === axis),
    );
  const compare = (perimeter: Perimeter, what: 'value' | 'median') =>
    styled(referenceFormula(own, perimeter, what), referenceValue(other(perimeter), what));
  const count = (perimeter: Perimeter): Content => ({
    formula: referenceFormula(own, perimeter, 'n'),
    result: other(perimeter)?.n ?? 0,
  });
  const gap = (heading: string, perimeter: Perimeter): Styled =>
    gapCell(isFte, cell(H.value), cell(heading), value, referenceValue(other(perimeter), 'value'));
  return [
    label,
    { formula: lookUp(source.n), result: found?.n ?? 0 },
    styled(lookUp(source.value), value),
    styled(lookUp(source.median), median),
    count('nation'),
    compare('nation', 'value'),
    compare('nation', 'median'),
    // The sum of a region is no more or less than that of the nation: it is a part of it.
    isFte ? null : gap(H.nation, 'nation'),
    count('previous'),
    compare('previous', 'value'),
    gap(H.previous, 'previous'),
  ];
}

/** In points for a share, in FTE for FTE. */
function gapCell(
  isFte: boolean,
  now: string,
  before: string,
  value: number | '',
  other: number | '',
): Styled {
  const difference = isFte ? `ROUND(${now}-${before},2)` : `100*(${now}-${before})`;
  const formula = `IF(OR(${now}="",${before}=""),"",${difference})`;
  if (value === '' || other === '') return { content: { formula, result: '' }, style: POINTS };
  return isFte
    ? { content: { formula, result: roundedDifference(value, other) }, style: FTE_CHANGE }
    : { content: { formula, result: pointsBetween(value, other) }, style: POINTS };
}

/** Both are doubles nearest to whole hundredths. */
function roundedDifference(value: number, other: number): number {
  return (Math.round(value * 100) - Math.round(other * 100)) / 100;
}
