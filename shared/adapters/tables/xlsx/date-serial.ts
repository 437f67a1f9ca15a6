const DAY_SECONDS = 86_400;
/** Days from 1 January 1970 to the day before serial 1 (31 December 1899), and to serial 0 of the 1904 calendar. */
const EPOCH_1900 = -25_568;
const EPOCH_1904 = -24_107;
/** Lotus took 1900 for a leap year and Excel kept it: serial 60 is a 29 February 1900 that never was. */
const PHANTOM_DAY = 60;
/** 31 December 9999 as serial of either calendar. */
const LAST_DAY_1900 = 2_958_465;
const LAST_DAY_1904 = 2_957_003;

/**
 * The date that Excel shows for a serial number of days: `AAAA-MM-JJ`, then ` HH:MM:SS` when a time of day,
 * rounded to the second, is left. Null when it is no date: negative, after 9999, a time without a day, or
 * the phantom 29 February 1900.
 */
export function dateOfSerial(serial: number, calendar1904: boolean): string | null {
  if (!(serial >= 0)) return null;
  const seconds = Math.round(serial * DAY_SECONDS);
  const day = Math.floor(seconds / DAY_SECONDS);
  const shift = (epoch: number) => dateText(seconds + epoch * DAY_SECONDS);
  if (calendar1904) return day > LAST_DAY_1904 ? null : shift(EPOCH_1904);
  if (day === 0 || day === PHANTOM_DAY || day > LAST_DAY_1900) return null;
  return shift(day < PHANTOM_DAY ? EPOCH_1900 : EPOCH_1900 - 1);
}

const ISO_DATE = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d{1,9})?))?Z?)?$/;

/** The same text for a date that strict workbooks write in ISO 8601; null for what is no day of the calendar. */
export function dateOfIso(text: string): string | null {
  const [whole, year, month, day, hours = '0', minutes = '0', seconds = '0'] = ISO_DATE.exec(text) ?? [];
  if (whole === undefined) return null;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 1000;
  const isDay = dateText(midnight) === whole.slice(0, 10);
  if (!isDay || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) >= 60) return null;
  return dateText(midnight + Math.round(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)));
}

/** Seconds from 1 January 1970, before or after. */
function dateText(seconds: number): string {
  const days = Math.floor(seconds / DAY_SECONDS);
  const time = seconds - days * DAY_SECONDS;
  const date = new Date(days * DAY_SECONDS * 1000);
  const day = `${pad(date.getUTCFullYear(), 4)}-${pad(date.getUTCMonth() + 1, 2)}-${pad(date.getUTCDate(), 2)}`;
  if (time === 0) return day;
  return `${day} ${pad(Math.floor(time / 3600), 2)}:${pad(Math.floor(time / 60) % 60, 2)}:${pad(time % 60, 2)}`;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
