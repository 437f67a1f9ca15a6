import type { Day } from '../../domain/calendar/day.ts';
import { formatHundredths } from '../../domain/numbers/format-hundredths.ts';
import { type Ratio, roundHalfUp } from '../../domain/numbers/ratio.ts';

/**
 * Exact numbers as the doubles that a spreadsheet holds. An amount goes through its decimal text, so that it is
 * the nearest double; a ratio, a median or a quartile is computed from such doubles by the very operations of
 * Excel and LibreOffice, so that recalculating the workbook changes nothing.
 */
export function hundredths(value: bigint): number {
  return Number(formatHundredths(value));
}

/** Null stays blank. */
export function hundredthsOrBlank(value: bigint | null): number | null {
  return value === null ? null : hundredths(value);
}

/** Combined activity, in ten-thousandths. Never negative. */
export function tenThousandths(value: bigint): number {
  const digits = value.toString().padStart(5, '0');
  return Number(`${digits.slice(0, -4)}.${digits.slice(-4)}`);
}

/** A quotient of two amounts, as the cell `=A/B`. */
export function quotient({ numerator, denominator }: Ratio): number {
  return hundredths(numerator) / hundredths(denominator);
}

/** An exact ratio as a value that no formula gives again: through fifteen decimals. */
export function ratioValue(ratio: Ratio): number {
  return Number(`${roundHalfUp(ratio, 15)}e-15`);
}

/** An exact ratio as published: rounded half up to six decimals. */
export function publishedRatio(ratio: Ratio): number {
  return Number(`${roundHalfUp(ratio, 6)}e-6`);
}

/** As `=A/B-1`. Both programs give zero for a difference of the last few bits. */
export function relativeChange(now: number, before: number): number {
  const change = now / before - 1;
  return Math.abs(change) < 4e-15 ? 0 : change;
}

/** As `=100*(A-B)`, in points. Both programs give zero for a difference of the last few bits. */
export function pointsBetween(now: number, before: number): number {
  const difference = now - before;
  return Math.abs(difference) < 3.6e-15 * Math.abs(now) ? 0 : 100 * difference;
}

/** As MEDIAN; null for no value. */
export function median(values: readonly number[]): number | null {
  const sorted = ascending(values);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.ceil((sorted.length - 1) / 2)];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** As QUARTILE.INC: rank (n − 1)·q/4 in the sorted list, linear between neighbours; null for no value. */
export function quartile(values: readonly number[], q: 1 | 3): number | null {
  const sorted = ascending(values);
  const position = ((sorted.length - 1) * q) / 4;
  const low = sorted[Math.floor(position)];
  const high = sorted[Math.ceil(position)];
  return low === undefined || high === undefined
    ? null
    : low + (position - Math.floor(position)) * (high - low);
}

function ascending(values: readonly number[]): readonly number[] {
  return [...values].sort((a, b) => a - b);
}

/** A day as the moment that Excel shows as that day, wherever it is opened. */
export function dateOf(day: Day): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date));
}
