/**
 * Text to an exact number of hundredths (cents, or hundredths of an FTE). rules.md, « Numbers ».
 *
 * All white space (U+00A0, U+202F… included) and one trailing `€` are dropped; U+2212 is a minus; then an
 * optional minus, digits, at most one decimal mark with digits after it, an optional exponent. A lone `-` is
 * zero: Excel's accounting format shows it so.
 */
export type NumberFault = 'unreadable' | 'too-precise' | 'too-large';

export type NumberReading =
  | { readonly ok: true; readonly value: bigint }
  | { readonly ok: false; readonly fault: NumberFault };

const SHAPE = /^(-?)(\d+)(?:[.,](\d+))?(?:[eE]([+-]?\d+))?$/;

/** 10^13 euros (or FTE) and above are errors. */
const LIMIT_UNITS_DIGITS = 13;
const LIMIT = 10n ** 15n;

/** A value within 0.0001 hundredth of a whole one is that one: spreadsheets export 39297655.289999999. */
const TOLERANCE_DECIMALS = 4;

/** Digits after which a number cannot be anything but noise; bounds the work on hostile text. */
const MOST_DIGITS = 400;

export function readHundredths(text: string): NumberReading {
  const bare = text.replace(/\s/gu, '').replace(/€$/u, '').replaceAll('\u2212', '-');
  if (bare === '-') return { ok: true, value: 0n };
  const match = bare.length <= MOST_DIGITS ? SHAPE.exec(bare) : null;
  if (!match) return { ok: false, fault: 'unreadable' };
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = (whole + fraction).replace(/^0+/, '');
  if (digits === '') return { ok: true, value: 0n };

  // value = digits × 10^power hundredths
  const power = Number(exponent) - fraction.length + 2;
  if (digits.length + power > LIMIT_UNITS_DIGITS + 2) return { ok: false, fault: 'too-large' };
  const magnitude = power >= 0 ? BigInt(digits) * 10n ** BigInt(power) : snap(digits, -power);
  if (magnitude === null) return { ok: false, fault: 'too-precise' };
  if (magnitude >= LIMIT) return { ok: false, fault: 'too-large' };
  return { ok: true, value: sign === '-' ? -magnitude : magnitude };
}

/** The whole number of hundredths within the tolerance of digits × 10^-decimals, inclusive; null if none is. */
function snap(digits: string, decimals: number): bigint | null {
  // Fewer digits than decimals by more than the tolerance's own: below it, hence zero.
  if (decimals - digits.length > TOLERANCE_DECIMALS) return 0n;
  const scale = 10n ** BigInt(decimals);
  const value = BigInt(digits);
  const below = value / scale;
  const rest = value % scale;
  const nearest = rest * 2n < scale ? below : below + 1n;
  const distance = nearest === below ? rest : scale - rest;
  return distance * 10n ** BigInt(TOLERANCE_DECIMALS) <= scale ? nearest : null;
}
