import { type NumberReading, readHundredths } from '../../numbers/read-hundredths.ts';

/** A whole post, in hundredths of a percent. */
export const WHOLE_QUOTA = 100_00n;

/**
 * A share of working time in hundredths of a percent: `80 %`, `80`, or a fraction of one: `0,8`, `1`. Our rule: a number
 * without `%` is a fraction up to one, included. Out of 0–100 % it is for the caller to refuse.
 */
export function readQuota(text: string): NumberReading {
  const bare = text.replace(/\s/gu, '');
  if (bare.endsWith('%')) return readHundredths(bare.slice(0, -1));
  const fraction = readHundredths(timesHundred(bare));
  return fraction.ok && fraction.value <= WHOLE_QUOTA ? fraction : readHundredths(bare);
}

/** By its exponent: the digits stay as they were typed. */
function timesHundred(number: string): string {
  const [, digits = number, exponent = '0'] = /^(.*?)(?:[eE]([+-]?\d{1,9}))?$/.exec(number) ?? [];
  return /\d$/.test(digits) ? `${digits}e${Number(exponent) + 2}` : number;
}
