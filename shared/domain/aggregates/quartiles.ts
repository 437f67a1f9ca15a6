import { compareRatios, type Ratio, ratio } from '../numbers/ratio.ts';

/**
 * Quartile q (1, 2 or 3) of exact values, as QUARTILE.INC: rank (n − 1)·q/4 in the sorted list, linear between
 * neighbours; exact, to be rounded once. rules.md, « Aggregates ».
 *
 * @returns null for an empty list.
 */
export function quartile(sorted: readonly Ratio[], q: 1 | 2 | 3): Ratio | null {
  const position = (sorted.length - 1) * q;
  const low = sorted[Math.floor(position / 4)];
  if (!low) return null;
  const high = sorted[Math.ceil(position / 4)] ?? low;
  const quarters = BigInt(position % 4);
  // low·(4 − f)/4 + high·f/4
  return ratio(
    low.numerator * (4n - quarters) * high.denominator + high.numerator * quarters * low.denominator,
    4n * low.denominator * high.denominator,
  );
}

export function sortRatios(values: readonly Ratio[]): readonly Ratio[] {
  return [...values].sort(compareRatios);
}
