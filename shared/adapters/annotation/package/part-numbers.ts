/**
 * The lowest number above all those that parts of a kind bear: `xl/comments3.xml` is followed by 4. Such names are what
 * simpler readers than Excel know parts by.
 *
 * @param keys of the parts that there are.
 * @param pattern of a kind's keys, its number in a group.
 */
export function nextNumber(keys: readonly string[], pattern: RegExp): number {
  const numbers = keys.map((key) => Number(pattern.exec(key)?.[1] ?? 0));
  return numbers.reduce((highest, one) => Math.max(highest, one), 0) + 1;
}

export const SHEET_KEY = /(?:^|\/)worksheets\/sheet(\d{1,6})\.xml$/;
export const COMMENTS_KEY = /(?:^|\/)comments(\d{1,6})\.xml$/;
export const VML_KEY = /(?:^|\/)vmldrawing(\d{1,6})\.vml$/;
export const STYLES_KEY = /(?:^|\/)styles(\d{1,6})\.xml$/;
