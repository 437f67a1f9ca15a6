import type { Declarant } from '../declarant/reference-set.ts';
import type { Figures, Outcome } from '../figures/figures.ts';
import { type Ratio, ratio } from '../numbers/ratio.ts';
import { quartile, sortRatios } from './quartiles.ts';

/** Those of aggregates.csv, in its order (contracts.md). */
export const AXES = ['nation', 'region', 'statut', 'categorie', 'region_statut'] as const;
export type Axis = (typeof AXES)[number];

/** Those of the API and of the national workbook: size of budget comes after, and never in aggregates.csv. */
export const ALL_AXES = [...AXES, 'taille_budget'] as const;
export type AnyAxis = (typeof ALL_AXES)[number];

export const INDICATORS = ['part_numerique', 'part_investissement', 'etp_ssi_retenus'] as const;
export type Indicator = (typeof INDICATORS)[number];

/**
 * One indicator over one slice: always a ratio of sums, with n, the number expected and the quartiles of the
 * individual values. Sums in cents for the parts, in hundredths of an FTE for FTE.
 */
export interface Aggregate {
  readonly axis: AnyAxis;
  readonly slice: string;
  readonly indicator: Indicator;
  readonly n: number;
  readonly expected: number;
  /** Null when n is zero. */
  readonly numerator: bigint | null;
  /** Null for FTE, and when n is zero. */
  readonly denominator: bigint | null;
  /** For FTE, the sum in FTE. */
  readonly value: Ratio | null;
  readonly median: Ratio | null;
  readonly q1: Ratio | null;
  readonly q3: Ratio | null;
}

export interface Observation {
  readonly declarant: Declarant;
  readonly outcome: Outcome;
}

/** Every slice that has a declarant, in the order of aggregates.csv (contracts.md). */
export function aggregate(observations: readonly Observation[]): readonly Aggregate[] {
  return AXES.flatMap((axis) =>
    [...Map.groupBy(observations, ({ declarant }) => sliceOf(axis, declarant))]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([slice, members]) => summariesOf(axis, slice, members)),
  );
}

/** Every indicator over one slice. */
export function summariesOf(
  axis: AnyAxis,
  slice: string,
  members: readonly Observation[],
): readonly Aggregate[] {
  return INDICATORS.map((indicator) => summarise(axis, slice, indicator, members));
}

/** The slice of an axis in which a declarant is. */
export function sliceOf(axis: Axis, declarant: Declarant): string {
  switch (axis) {
    case 'nation':
      return 'FR';
    case 'region':
      return declarant.region;
    case 'statut':
      return declarant.status;
    case 'categorie':
      return declarant.category;
    case 'region_statut':
      return `${declarant.region}|${declarant.status}`;
  }
}

/** Numerator, denominator: an FTE counts over one hundred, so that its value is in FTE. */
function measure(indicator: Indicator, figures: Figures): Ratio | null {
  switch (indicator) {
    case 'part_numerique':
      return figures.digitalShare;
    case 'part_investissement':
      return figures.investmentShare;
    case 'etp_ssi_retenus':
      return ratio(figures.retainedSsiFte, 100n);
  }
}

function summarise(
  axis: AnyAxis,
  slice: string,
  indicator: Indicator,
  members: readonly Observation[],
): Aggregate {
  const values = members.flatMap(({ outcome }) => {
    const value = outcome.state === 'calcule' ? measure(indicator, outcome.figures) : null;
    return value ? [value] : [];
  });
  return { axis, slice, indicator, expected: members.length, ...summaryOf(indicator, values) };
}

/** The sums and quartiles of individual values: n zero leaves the rest null. rules.md, « Aggregates ». */
export function summaryOf(
  indicator: Indicator,
  values: readonly Ratio[],
): Omit<Aggregate, 'axis' | 'slice' | 'indicator' | 'expected'> {
  if (values.length === 0)
    return { n: 0, numerator: null, denominator: null, value: null, median: null, q1: null, q3: null };
  const isFte = indicator === 'etp_ssi_retenus';
  const numerator = values.reduce((sum, value) => sum + value.numerator, 0n);
  const denominator = isFte ? 100n : values.reduce((sum, value) => sum + value.denominator, 0n);
  const sorted = sortRatios(values);
  return {
    n: values.length,
    numerator,
    denominator: isFte ? null : denominator,
    value: ratio(numerator, denominator),
    median: quartile(sorted, 2),
    q1: quartile(sorted, 1),
    q3: quartile(sorted, 3),
  };
}
