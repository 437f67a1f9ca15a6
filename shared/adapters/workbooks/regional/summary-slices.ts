import { categoryLabel } from '../../../domain/declarant/categories.ts';
import { LEGAL_STATUSES } from '../../../domain/declarant/legal-status.ts';
import type { Declarant } from '../../../domain/declarant/reference-set.ts';
import { hundredths, quotient } from '../exact.ts';
import type { Content } from '../package/content.ts';
import { plainText } from '../package/plain-text.ts';
import type { Sheet, TableColumn } from '../package/sheet.ts';
import { column, thisRow } from '../package/structured.ts';
import { AMOUNT, COUNT, FTE, RATIO, SENTENCE } from '../package/styles.ts';
import type { RegionalContext } from './context.ts';
import { IDENTITY } from './identity.ts';
import { aggregateOf, spread, spreadFormulas } from './slice.ts';
import { valuesOf } from './summary-indicators.ts';
import { HEADINGS, TABLES } from './tables.ts';

export interface Axis {
  readonly axis: 'statut' | 'categorie';
  readonly title: string;
  readonly table: string;
  /** The table that sets it beside the nation and the campaign before. */
  readonly comparison: string;
  /** Of the slice, here and in the lists. */
  readonly heading: string;
  readonly slice: (declarant: Declarant) => string;
  readonly label: (slice: string) => string;
}

export const BY_STATUS: Axis = {
  axis: 'statut',
  title: 'Par statut',
  table: TABLES.byStatus,
  comparison: TABLES.statusComparison,
  heading: IDENTITY.status,
  slice: ({ status }) => status,
  label: (slice) => LEGAL_STATUSES[slice as keyof typeof LEGAL_STATUSES],
};
export const BY_CATEGORY: Axis = {
  axis: 'categorie',
  title: 'Par catégorie',
  table: TABLES.byCategory,
  comparison: TABLES.categoryComparison,
  heading: IDENTITY.category,
  slice: ({ category }) => category,
  label: (slice) => plainText(categoryLabel(slice)),
};

const H = {
  expected: 'Attendus',
  n: 'Calculés',
  coverage: 'Couverture',
  median: 'Médiane',
  q1: 'Premier quartile',
  q3: 'Troisième quartile',
} as const;
const { retained, total, share } = HEADINGS.share;
const fte = HEADINGS.ssiFte.retained;

/** The slices of an axis that the region has, in order. */
export function slicesOf(axis: Axis, { rows }: RegionalContext['report']): readonly string[] {
  return [...new Set(rows.map(({ declarant }) => axis.slice(declarant)))].sort();
}

/** The digital share and the SSI FTE by slice of one axis, live. @returns the row after the table. */
export function writeSlices(sheet: Sheet, row: number, axis: Axis, context: RegionalContext): number {
  const columns: readonly TableColumn[] = [
    { name: axis.heading, style: SENTENCE, numberLike: true },
    { name: H.expected, style: COUNT },
    { name: H.n, style: COUNT },
    { name: H.coverage, style: RATIO },
    { name: retained, style: AMOUNT },
    { name: total, style: AMOUNT },
    { name: share, style: RATIO },
    { name: H.median, style: RATIO },
    { name: H.q1, style: RATIO },
    { name: H.q3, style: RATIO },
    { name: fte, style: FTE },
  ];
  const rows = slicesOf(axis, context.report).map((slice) => cells(slice, axis, context));
  return sheet.table({
    name: axis.table,
    row,
    columns,
    rows: rows.length > 0 ? rows : [columns.map((_, i) => (i === 0 ? 'Aucun établissement' : null))],
  });
}

function cells(slice: string, axis: Axis, { report, computed }: RegionalContext): readonly Content[] {
  const found = aggregateOf(report, axis.axis, slice, 'part_numerique');
  const found2 = aggregateOf(report, axis.axis, slice, 'etp_ssi_retenus');
  const n = found?.n ?? 0;
  const expected = found?.expected ?? 0;
  const cell = (heading: string) => thisRow(axis.table, heading);
  const own = cell(axis.heading);
  const count = (table: string) => `COUNTIFS(${column(table, axis.heading)},${own})`;
  const unlessNone = (formula: string) => `IF(${cell(H.n)}=0,"",${formula})`;
  const sum = (table: string, heading: string) =>
    unlessNone(`ROUND(SUMIFS(${column(table, heading)},${column(table, axis.heading)},${own}),2)`);
  const amount = (value: bigint | null | undefined) =>
    value === null || value === undefined ? '' : hundredths(value);
  const [numerator, denominator] = [found?.numerator ?? null, found?.denominator ?? null];
  const values = valuesOf(
    'part_numerique',
    computed.filter(({ row }) => axis.slice(row.declarant) === slice),
  );
  // Medians have no conditional form: the condition is evaluated cell by cell, as an array.
  const inSlice = `IF(${column(TABLES.share, axis.heading)}=${own},${column(TABLES.share, share)})`;
  const spreads = spread(values);
  return [
    axis.label(slice),
    { formula: count(TABLES.declared), result: expected },
    { formula: count(TABLES.share), result: n },
    {
      formula: `IF(${cell(H.expected)}=0,"",${cell(H.n)}/${cell(H.expected)})`,
      result: expected ? n / expected : '',
    },
    { formula: sum(TABLES.share, retained), result: amount(numerator) },
    { formula: sum(TABLES.share, total), result: amount(denominator) },
    {
      formula: unlessNone(`${cell(retained)}/${cell(total)}`),
      result: numerator !== null && denominator !== null ? quotient({ numerator, denominator }) : '',
    },
    ...spreadFormulas(inSlice, cell(H.n)).map(
      (formula, i) => ({ formula, result: spreads[i] ?? '', array: true }) as const,
    ),
    { formula: sum(TABLES.ssiFte, fte), result: amount(found2?.numerator) },
  ];
}
