import { parseDecimal } from './decimal-text.ts';

type NumberFault = 'unreadable' | 'too-precise' | 'too-large';

export type NumberReading =
  | { readonly ok: true; readonly value: bigint }
  | { readonly ok: false; readonly fault: NumberFault };

/** 10^13 euros (or FTE) and above are errors: hundredths of more than fifteen digits. */
export const MOST_DIGITS = 15;
const LIMIT = 10n ** 15n;

/** A value within 0.0001 hundredth of a whole one is that one: spreadsheets export 39297655.289999999. */
const TOLERANCE_DECIMALS = 4;

/** Text to an exact number of hundredths (cents, or hundredths of an FTE). rules.md, « Numbers ». */
export function readHundredths(text: string): NumberReading {
  const decimal = parseDecimal(text);
  if (decimal === null) return { ok: false, fault: 'unreadable' };
  const { negative, digits, point } = decimal;
  if (digits === '') return { ok: true, value: 0n };
  if (point > MOST_DIGITS) return { ok: false, fault: 'too-large' };
  const magnitude = snap(digits, point);
  if (magnitude === null) return { ok: false, fault: 'too-precise' };
  if (magnitude >= LIMIT) return { ok: false, fault: 'too-large' };
  return { ok: true, value: negative ? -magnitude : magnitude };
}

/**
 * The whole number of hundredths within the tolerance of 0.digits × 10^point, inclusive; null if none is. Only
 * the digits before the mark become a number: a million digits after it cost one look at each.
 */
function snap(digits: string, point: number): bigint | null {
  if (point < -TOLERANCE_DECIMALS) return 0n;
  const padded = '0'.repeat(Math.max(-point, 0)) + digits.padEnd(point, '0');
  const mark = Math.max(point, 0);
  const below = BigInt(padded.slice(0, mark) || '0');
  const rest = padded.slice(mark).padEnd(TOLERANCE_DECIMALS, '0');
  if (/^0000|^00010*$/.test(rest)) return below;
  return rest.startsWith('9999') ? below + 1n : null;
}
