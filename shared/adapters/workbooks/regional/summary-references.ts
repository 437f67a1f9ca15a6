import type { Indicator } from '../../../domain/aggregates/aggregate.ts';
import type { Ratio } from '../../../domain/numbers/ratio.ts';
import { hundredths, ratioValue } from '../exact.ts';
import { INDICATOR_HEADINGS, INDICATOR_LABELS } from '../indicator-labels.ts';
import type { Content } from '../package/content.ts';
import type { Sheet, Styled, TableColumn } from '../package/sheet.ts';
import { column, quoted, thisRow } from '../package/structured.ts';
import { AMOUNT, COUNT, FTE, RATIO, SENTENCE, TEXT } from '../package/styles.ts';
import type { RegionalContext } from './context.ts';
import { sliceShare } from './slice.ts';
import { BY_CATEGORY, BY_STATUS } from './summary-slices.ts';
import { TABLES } from './tables.ts';

/** What the region is compared with. */
const PERIMETERS = { nation: 'Nation', previous: 'Région, N-1' } as const;
export type Perimeter = keyof typeof PERIMETERS;

const { n, expected, numerator, denominator, value, median, q1, q3 } = INDICATOR_HEADINGS;
const H = {
  label: 'Indicateur, statut ou catégorie',
  perimeter: 'Périmètre',
  n,
  expected,
  numerator,
  denominator,
  value,
  median,
  q1,
  q3,
} as const;

const COLUMNS: readonly TableColumn[] = Object.values(H).map((name) => ({
  name,
  ...(name === H.label ? { numberLike: true } : {}),
  style: name === H.label ? SENTENCE : name === H.perimeter ? TEXT : COUNT,
}));

/** An indicator over the nation, or over the region a campaign before. */
export interface Reference {
  readonly perimeter: Perimeter;
  readonly axis: string;
  readonly slice: string;
  readonly indicator: Indicator;
  readonly n: number;
  /** Null of a campaign before: it is not known. */
  readonly expected: number | null;
  readonly numerator: bigint | null;
  readonly denominator: bigint | null;
  readonly median: Ratio | null;
  readonly q1: Ratio | null;
  readonly q3: Ratio | null;
}

/** The indicators, then the digital share of each slice that the region has; only what has figures. */
export function referencesOf({ report }: RegionalContext): readonly Reference[] {
  const ofPerimeter = (
    perimeter: Perimeter,
    axis: string,
    all: readonly Omit<Reference, 'perimeter' | 'expected'>[],
  ) =>
    all
      .filter((one) => one.axis === axis && one.n > 0)
      .map((one) => ({ expected: null, ...one, perimeter }) as Reference);
  const wholes = [
    ...ofPerimeter('nation', 'nation', report.nation),
    ...ofPerimeter('previous', 'region', report.previousSlices),
  ];
  const slices = [BY_STATUS, BY_CATEGORY].flatMap(({ axis, slice }) => {
    const present = new Set(report.rows.map(({ declarant }) => slice(declarant)));
    return [
      ...ofPerimeter('nation', axis, report.nation),
      ...ofPerimeter('previous', axis, report.previousSlices),
    ].filter((one) => one.indicator === 'part_numerique' && present.has(one.slice));
  });
  return [...wholes, ...slices];
}

/** Sums, medians and quartiles are values; shares are live. @returns the row after the table. */
export function writeReferences(sheet: Sheet, row: number, references: readonly Reference[]): number {
  const none = COLUMNS.map((_, i) => (i === 0 ? 'Aucun chiffre à comparer' : null));
  return sheet.table({
    name: TABLES.references,
    row,
    columns: COLUMNS,
    rows: references.length > 0 ? references.map(cells) : [none],
  });
}

/** What a table's row is compared with, found by its label; blank where there are no figures. */
export function referenceFormula(
  label: string,
  perimeter: Perimeter,
  what: 'n' | 'value' | 'median',
): string {
  const found = `SUMIFS(${column(TABLES.references, H[what])},${column(TABLES.references, H.label)},${label},${column(TABLES.references, H.perimeter)},${quoted(PERIMETERS[perimeter])})`;
  return what === 'n' ? found : `IF(${referenceFormula(label, perimeter, 'n')}=0,"",${found})`;
}

/** The same, as cached. */
export function referenceValue(reference: Reference | undefined, what: 'value' | 'median'): number | '' {
  if (!reference) return '';
  if (what === 'median') return reference.median ? ratioValue(reference.median) : '';
  if (reference.indicator !== 'etp_ssi_retenus') return sliceShare(reference) ?? '';
  return reference.numerator === null ? '' : hundredths(reference.numerator);
}

function cells(reference: Reference): readonly (Content | Styled)[] {
  const isFte = reference.indicator === 'etp_ssi_retenus';
  const cell = (heading: string) => thisRow(TABLES.references, heading);
  const [sumStyle, style] = isFte ? [FTE, FTE] : [AMOUNT, RATIO];
  const sum = (amount: bigint | null) => ({
    content: amount === null ? null : hundredths(amount),
    style: sumStyle,
  });
  const formula = isFte ? cell(H.numerator) : `${cell(H.numerator)}/${cell(H.denominator)}`;
  return [
    labelOf(reference),
    PERIMETERS[reference.perimeter],
    reference.n,
    reference.expected,
    sum(reference.numerator),
    sum(reference.denominator),
    { content: { formula, result: referenceValue(reference, 'value') }, style },
    ...[reference.median, reference.q1, reference.q3].map((one) => ({
      content: one && ratioValue(one),
      style,
    })),
  ];
}

function labelOf({ axis, slice, indicator }: Reference): string {
  const sliced = [BY_STATUS, BY_CATEGORY].find((one) => one.axis === axis);
  return sliced ? sliced.label(slice) : INDICATOR_LABELS[indicator];
}
