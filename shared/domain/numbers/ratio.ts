/** An exact quotient of integers, denominator above zero. Rounded only when written. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** @throws RangeError when the denominator is not above zero: a ratio without meaning is `null`, never this. */
export function ratio(numerator: bigint, denominator: bigint): Ratio {
  if (denominator <= 0n) throw new RangeError('the denominator of a ratio must be above zero');
  return { numerator, denominator };
}

/** Orders exactly, by cross-multiplication. */
export function compareRatios(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The value times 10^decimals, rounded to the nearest whole, halves upwards (towards +∞). */
export function roundHalfUp(value: Ratio, decimals: number): bigint {
  const doubled = 2n * value.numerator * 10n ** BigInt(decimals) + value.denominator;
  const divisor = 2n * value.denominator;
  const truncated = doubled / divisor;
  return doubled < 0n && doubled % divisor !== 0n ? truncated - 1n : truncated;
}

/** With that many decimals (one at least) and a point, half up: 2/3 with six → `0.666667`. */
export function formatRatio(value: Ratio, decimals: number): string {
  const scaled = roundHalfUp(value, decimals);
  const magnitude = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, '0');
  return `${scaled < 0n ? '-' : ''}${magnitude.slice(0, -decimals)}.${magnitude.slice(-decimals)}`;
}
