/** A calendar day, `AAAA-MM-JJ`; text order is time order. */
export type Day = string & { readonly __day: unique symbol };

export type DayReading =
  | { readonly ok: true; readonly value: Day }
  | { readonly ok: false; readonly fault: 'unreadable' | 'impossible' | 'serial' };

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const FRENCH = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const MIDNIGHT = /[ T]00:00:00$/;
const SERIAL = /^\d{1,7}([.,]\d+)?$/;

/**
 * Reads `AAAA-MM-JJ` or `J/M/AAAA`; outer spaces and a `00:00:00` are ignored. A bare number is the serial
 * number of a date that lost its format: an error of its own. rules.md, « Numbers », dates.
 */
export function readDay(text: string): DayReading {
  const bare = text.trim().replace(MIDNIGHT, '').trim();
  const iso = ISO.exec(bare);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const french = FRENCH.exec(bare);
  if (french) return dayOf(Number(french[3]), Number(french[2]), Number(french[1]));
  return { ok: false, fault: SERIAL.test(bare) ? 'serial' : 'unreadable' };
}

function dayOf(year: number, month: number, day: number): DayReading {
  const lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const length = lengths[month - 1];
  if (year === 0 || length === undefined || day < 1 || day > length)
    return { ok: false, fault: 'impossible' };
  return { ok: true, value: writeDay(year, month, day) };
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The day of a year, month (1–12) and day that are known to exist. */
export function writeDay(year: number, month: number, day: number): Day {
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as Day;
}

/** `2026-05-20` → `20/05/2026`, as French readers write it. */
export function frenchDay(day: Day): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}
