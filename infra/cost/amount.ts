import { formatRatio, type Ratio, ratio } from '../../shared/domain/numbers/ratio.ts';

/** Dollars, exact: a price times a quantity is rounded only when it is written. */
export type Amount = Ratio;

export const NOTHING: Amount = ratio(0n, 1n);

const DECIMAL = /^(\d+)(?:\.(\d+))?$/;

/** `0.1487` → 1487/10000. @throws RangeError for anything but an unsigned decimal. */
export function amountOf(decimal: string): Amount {
  const [, whole = '', fraction = ''] = DECIMAL.exec(decimal) ?? [];
  if (whole === '') throw new RangeError(`${decimal} is no decimal`);
  return ratio(BigInt(whole + fraction), 10n ** BigInt(fraction.length));
}

export function plus(a: Amount, b: Amount): Amount {
  if (a.denominator === b.denominator) return ratio(a.numerator + b.numerator, a.denominator);
  return ratio(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function sumOf(amounts: Iterable<Amount>): Amount {
  return [...amounts].reduce(plus, NOTHING);
}

export function times(a: Amount, factor: Ratio): Amount {
  return ratio(a.numerator * factor.numerator, a.denominator * factor.denominator);
}

/** `1234567.8` → `1 234 567.80`, to the cent, half up; what is above zero and below half a cent is `< 0.01`. */
export function formatAmount(amount: Amount): string {
  const text = formatRatio(amount, 2);
  if (text === '0.00' && amount.numerator > 0n) return '< 0.01';
  return text.replace(/\B(?=(\d{3})+\.)/g, ' ');
}

/** The part of a whole in percent, half up: `0` to `100`; below half a percent, `< 1`. */
export function formatShare(part: Amount, whole: Amount): string {
  if (whole.numerator === 0n) return '0';
  const percent = ratio(100n * part.numerator * whole.denominator, part.denominator * whole.numerator);
  const text = formatRatio(percent, 1).replace(/\.\d$/, '');
  return text === '0' && part.numerator > 0n ? '< 1' : text;
}
