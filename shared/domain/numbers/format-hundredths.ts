/** Hundredths as text with two decimals and a point: 1234n → `12.34`, -5n → `-0.05`. */
export function formatHundredths(value: bigint): string {
  const magnitude = (value < 0n ? -value : value).toString().padStart(3, '0');
  return `${value < 0n ? '-' : ''}${magnitude.slice(0, -2)}.${magnitude.slice(-2)}`;
}
