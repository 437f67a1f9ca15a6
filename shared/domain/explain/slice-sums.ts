import type { AnyAxis, Indicator } from '../aggregates/aggregate.ts';
import { type Ratio, ratio } from '../numbers/ratio.ts';
import { isInSlice, type ObservedBody, type ObservedNation } from './observed-nation.ts';

/** What an indicator over a slice is about: one line of the aggregates. */
export interface SliceAsked {
  readonly axis: AnyAxis;
  readonly slice: string;
  readonly indicator: Indicator;
}

/** A declarant that has a value. */
export interface Contributor {
  readonly body: ObservedBody;
  readonly value: Ratio;
}

/** The sums of an indicator over a slice. Cents; hundredths of an FTE over one hundred. */
export interface SliceSums {
  /** Every declarant of the slice, with figures or not. */
  readonly members: readonly ObservedBody[];
  /** By FINESS. */
  readonly contributors: readonly Contributor[];
  readonly numerator: bigint;
  /** One hundred for FTE. Zero where there is no contributor. */
  readonly denominator: bigint;
}

/** Null where no declarant is in the slice: there is no such slice. */
export function sliceSums(nation: ObservedNation, { axis, slice, indicator }: SliceAsked): SliceSums | null {
  const members = nation.bodies.filter((body) => isInSlice(body, axis, slice));
  if (members.length === 0) return null;
  const contributors = members.flatMap((body) => {
    const value = body.values[indicator];
    return value ? [{ body, value }] : [];
  });
  const sum = (of: (value: Ratio) => bigint) =>
    contributors.reduce((total, { value }) => total + of(value), 0n);
  const isFte = indicator === 'etp_ssi_retenus';
  return {
    members,
    contributors,
    numerator: sum(({ numerator }) => numerator),
    denominator: isFte && contributors.length > 0 ? 100n : sum(({ denominator }) => denominator),
  };
}

/** The figure of the slice; null without a contributor. */
export function sliceValue({ numerator, denominator }: Pick<SliceSums, 'numerator' | 'denominator'>) {
  return denominator > 0n ? ratio(numerator, denominator) : null;
}
