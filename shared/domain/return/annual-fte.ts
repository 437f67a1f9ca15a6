import { type Ratio, ratio, roundHalfUp } from '../numbers/ratio.ts';
import type { StaffLine } from './details.ts';

/** Hundredths of a percent, and of a month: a whole post for a whole year. */
const WHOLE_YEAR_POST = 100_00n * 12_00n;

/**
 * Quota × months of twelve × number, exact; the sum alone is rounded, half up, to hundredths of an FTE. Action 7, « le
 * nombre d'ETP consacré à la SSI »; how lines make FTE is our rule.
 */
export function annualFte(lines: readonly StaffLine[]): bigint {
  return roundHalfUp(exactAnnualFte(lines), 2);
}

/** The same in FTE, before it is rounded. */
export function exactAnnualFte(lines: readonly StaffLine[]): Ratio {
  const sum = lines.reduce((total, { quota, months, count }) => total + quota * months * count, 0n);
  return ratio(sum, 100n * WHOLE_YEAR_POST);
}
