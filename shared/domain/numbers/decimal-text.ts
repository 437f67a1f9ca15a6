/**
 * A decimal number as the files write it. rules.md, « Numbers »: all white space (U+00A0, U+202F… included) and one
 * trailing `€` are dropped; U+2212 is a minus; then an optional minus, digits, at most one decimal mark with digits after
 * it, an optional exponent. A lone `-` is zero: Excel's accounting format shows it so.
 */
export interface DecimalText {
  readonly negative: boolean;
  /** Without leading zeros; blank is zero. The value is 0.digits × 10^point hundredths. */
  readonly digits: string;
  readonly point: number;
}

const SHAPE = /^(-?)(\d+)(?:[.,](\d+))?(?:[eE]([+-]?\d+))?$/;

/** Null when the text is no number. */
export function parseDecimal(text: string): DecimalText | null {
  const bare = text.replace(/\s/gu, '').replace(/€$/u, '').replaceAll('\u2212', '-');
  if (bare === '-') return { negative: false, digits: '', point: 0 };
  const match = SHAPE.exec(bare);
  if (!match) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = (whole + fraction).replace(/^0+/, '');
  if (digits === '') return { negative: false, digits, point: 0 };
  const point = digits.length + Number(exponent) - fraction.length + 2;
  return { negative: sign === '-', digits, point };
}
