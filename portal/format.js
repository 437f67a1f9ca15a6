/**
 * Numbers, days and sizes as French readers write them. Figures arrive as exact decimal text and are moved digit by
 * digit: no binary floating point anywhere.
 */

const NARROW_SPACE = '\u202f';
const NO_BREAK_SPACE = '\u00a0';
const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * `-1234567.80` → `−1 234 567,80`. Text that is no decimal is given back as it is.
 *
 * @param {string} text
 */
export function decimal(text) {
  const [match, sign = '', whole = '', decimals] = DECIMAL.exec(text) ?? [];
  if (match === undefined) return text;
  const digits = grouped(whole);
  return `${sign && '−'}${decimals === undefined ? digits : `${digits},${decimals}`}`;
}

/**
 * `1234.50` → `1 234,50 €`.
 *
 * @param {string} text euros
 */
export function euros(text) {
  return `${decimal(text)}${NO_BREAK_SPACE}€`;
}

/**
 * A ratio as a percentage: `0.021437` → `2,1437 %`, every decimal kept unless fewer are asked for.
 *
 * @param {string} ratio
 * @param {number} [decimals] to which it is rounded, half away from zero
 */
export function percent(ratio, decimals) {
  const [match, sign = '', whole = '', fraction = ''] = DECIMAL.exec(ratio) ?? [];
  if (match === undefined) return ratio;
  const places = Math.max(fraction.length, 2);
  const scaled = BigInt(whole + fraction.padEnd(places, '0'));
  const kept = decimals ?? places - 2;
  return `${decimal(sign + pointed(rescale(scaled, places - 2, kept), kept))}${NO_BREAK_SPACE}%`;
}

/**
 * A part of a whole number of things: (2, 3) → `66,7 %`; blank where there are none.
 *
 * @param {number} part
 * @param {number} whole
 */
export function share(part, whole) {
  if (whole === 0) return '';
  const tenths = (BigInt(part) * 2000n + BigInt(whole)) / (2n * BigInt(whole));
  return `${decimal(pointed(tenths, 1))}${NO_BREAK_SPACE}%`;
}

/**
 * `2026-05-20` → `20/05/2026`.
 *
 * @param {string} day
 */
export function day(day) {
  return day.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1');
}

const PARIS = new Intl.DateTimeFormat('fr-FR', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Europe/Paris',
});

/**
 * `2026-05-20T08:30:00Z` → `20/05/2026 à 10:30`, in Paris.
 *
 * @param {string} instant
 */
export function instant(instant) {
  const moment = new Date(instant);
  return Number.isNaN(moment.getTime()) ? instant : PARIS.format(moment).replace(/,? /, ' à ');
}

/**
 * A size as people know it: 999 → `999 octets`, 2 300 → `2,3 ko`, by powers of a thousand.
 *
 * @param {number} bytes
 */
export function size(bytes) {
  if (bytes < 1000) return `${bytes}${NO_BREAK_SPACE}octet${bytes > 1 ? 's' : ''}`;
  const [unit, zeros] = bytes < 1_000_000 ? ['ko', 3] : ['Mo', 6];
  return `${decimal(pointed(rescale(BigInt(bytes), zeros, 1), 1))}${NO_BREAK_SPACE}${unit}`;
}

/**
 * `1 ligne lue`, `3 lignes lues`: in French zero and one are singular.
 *
 * @param {number} n
 * @param {string} one
 * @param {string} [many] @default one with an s
 */
export function count(n, one, many = `${one}s`) {
  return `${grouped(String(n))} ${n < 2 ? one : many}`;
}

/**
 * A sentence whose quotation marks, colons and units stay with what they hold, at the end of a line too.
 *
 * @param {string} text
 */
export function sentence(text) {
  return text.replace(/« | »| (?=[:;?!%€])/g, (mark) => mark.replace(' ', NO_BREAK_SPACE));
}

/** @param {string} digits */
function grouped(digits) {
  return digits.replace(/\B(?=(\d{3})+$)/g, NARROW_SPACE);
}

/**
 * From so many decimals to so many, half away from zero.
 *
 * @param {bigint} scaled not negative
 * @param {number} from
 * @param {number} to
 */
function rescale(scaled, from, to) {
  if (to >= from) return scaled * 10n ** BigInt(to - from);
  const step = 10n ** BigInt(from - to);
  return (scaled + step / 2n) / step;
}

/**
 * (2145n, 2) → `21.45`.
 *
 * @param {bigint} scaled not negative
 * @param {number} decimals
 */
function pointed(scaled, decimals) {
  if (decimals === 0) return String(scaled);
  const digits = String(scaled).padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
