import type { Aggregate } from '../../../domain/aggregates/aggregate.ts';
import { hundredths, quotient, ratioValue } from '../exact.ts';
import { INDICATOR_HEADINGS, INDICATOR_LABELS } from '../indicator-labels.ts';
import type { Content } from '../package/content.ts';
import type { Sheet, Styled, TableColumn } from '../package/sheet.ts';
import { thisRow } from '../package/structured.ts';
import { AMOUNT, COUNT, FTE, RATIO, TEXT } from '../package/styles.ts';

const H = INDICATOR_HEADINGS;

export const INDICATOR_WIDTHS: readonly number[] = [36, 11, 11, 13, 22, 22, 16, 13, 13, 13];

export interface SliceTable {
  readonly name: string;
  readonly row: number;
  /** What names the slice: a code, a label… */
  readonly headings: readonly string[];
  readonly labels: (slice: string) => readonly string[];
}

/**
 * One line per slice and indicator. Coverage and values are live; medians and quartiles are values, as the
 * individual figures stay in the regional workbooks. @returns the row after the table.
 */
export function writeSliceTable(sheet: Sheet, table: SliceTable, aggregates: readonly Aggregate[]): number {
  const columns: readonly TableColumn[] = [
    ...table.headings.map((name) => ({ name, style: TEXT, numberLike: true }) as const),
    { name: H.indicator, style: TEXT },
    { name: H.expected, style: COUNT },
    { name: H.n, style: COUNT },
    { name: H.coverage, style: RATIO },
    ...[H.numerator, H.denominator, H.value, H.median, H.q1, H.q3].map((name) => ({ name, style: RATIO })),
  ];
  const rows = aggregates.map((aggregate) => [
    ...table.labels(aggregate.slice),
    ...indicatorCells(table.name, aggregate),
  ]);
  const none = [columns.map((_, i) => (i === 0 ? 'Aucun établissement' : null))];
  return sheet.table({ name: table.name, row: table.row, columns, rows: rows.length > 0 ? rows : none });
}

function indicatorCells(table: string, aggregate: Aggregate): readonly (Content | Styled)[] {
  const { n, expected, indicator, numerator, denominator } = aggregate;
  const cell = (heading: string) => thisRow(table, heading);
  const isFte = indicator === 'etp_ssi_retenus';
  const sum = (value: bigint | null): Styled => ({
    content: value === null ? null : hundredths(value),
    style: isFte ? FTE : AMOUNT,
  });
  const spread = (value: Aggregate['median']): Styled => ({
    content: value === null ? null : ratioValue(value),
    style: isFte ? FTE : RATIO,
  });
  return [
    INDICATOR_LABELS[indicator],
    expected,
    n,
    {
      formula: `IF(${cell(H.expected)}=0,"",${cell(H.n)}/${cell(H.expected)})`,
      result: expected === 0 ? '' : n / expected,
    },
    sum(numerator),
    isFte ? null : sum(denominator),
    isFte ? fteValue(cell(H.numerator), numerator) : shareValue(cell, numerator, denominator),
    spread(aggregate.median),
    spread(aggregate.q1),
    spread(aggregate.q3),
  ];
}

function fteValue(numeratorCell: string, numerator: bigint | null): Styled {
  const result = numerator === null ? '' : hundredths(numerator);
  return { content: { formula: `IF(${numeratorCell}="","",${numeratorCell})`, result }, style: FTE };
}

function shareValue(
  cell: (heading: string) => string,
  numerator: bigint | null,
  denominator: bigint | null,
): Styled {
  const result = numerator === null || denominator === null ? '' : quotient({ numerator, denominator });
  const formula = `IF(${cell(H.n)}=0,"",${cell(H.numerator)}/${cell(H.denominator)})`;
  return { content: { formula, result }, style: RATIO };
}
