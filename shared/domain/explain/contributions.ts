import { type Ratio, ratio } from '../numbers/ratio.ts';
import type { Contributor, SliceSums } from './slice-sums.ts';
import { sliceValue } from './slice-sums.ts';

/** What one declarant brings to the figure of a slice. */
export interface Contribution {
  readonly finess: string;
  /** Cents; hundredths of an FTE. */
  readonly numerator: bigint;
  /** Cents; one hundred for FTE. */
  readonly denominator: bigint;
  readonly value: Ratio;
  /** Its numerator over the sum of all; null where that sum is zero. */
  readonly shareOfSum: Ratio | null;
  /** The figure of the slice without it; null where nobody else contributes. */
  readonly without: Ratio | null;
  /** How the figure would move: without it, less with it; exact. Null as `without`. */
  readonly move: Ratio | null;
}

/** @param isFte the sum is the figure: its denominator, one hundred, stays */
export function contributionOf({ body, value }: Contributor, sums: SliceSums, isFte: boolean): Contribution {
  const { numerator, denominator } = value;
  const others = {
    numerator: sums.numerator - numerator,
    denominator: isFte ? (sums.contributors.length > 1 ? 100n : 0n) : sums.denominator - denominator,
  };
  const [all, without] = [sliceValue(sums), sliceValue(others)];
  return {
    finess: body.finess,
    numerator,
    denominator,
    value,
    shareOfSum: sums.numerator > 0n ? ratio(numerator, sums.numerator) : null,
    without,
    move: all && without && difference(without, all),
  };
}

function difference(a: Ratio, b: Ratio): Ratio {
  return ratio(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);
}
