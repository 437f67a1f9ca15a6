import type { Style } from './styles.ts';

/** A line of text is that much higher than its font, in points. */
const LEADING = 1.36;
const DEFAULT_SIZE = 11;
const HIGHEST = 409;

/**
 * Height in points that a wrapped text needs in a column of that width (in characters of the default font).
 * Excel and LibreOffice do not agree on fitting rows when they open a file: it is told. A guess on the safe side.
 */
export function heightOf(text: string, width: number, style: Style): number {
  const size = style.font?.size ?? DEFAULT_SIZE;
  // The letters of a text are on average a little narrower than the digit that widths are counted in.
  const capacity = Math.max(1, (width - 2) * (DEFAULT_SIZE / size) * (style.font?.bold ? 1.02 : 1.15));
  let lines = 0;
  for (const paragraph of text.split('\n')) lines += Math.max(1, linesOf(paragraph, capacity));
  return Math.min(HIGHEST, Math.ceil(lines * size * LEADING));
}

/** Broken between words, as a spreadsheet does; a word longer than the line is cut. */
function linesOf(paragraph: string, capacity: number): number {
  let lines = 1;
  let used = 0;
  for (const { length } of paragraph.split(' ')) {
    if (used > 0 && used + 1 + length > capacity) {
      lines++;
      used = 0;
    }
    used += (used > 0 ? 1 : 0) + length;
    while (used > capacity) {
      lines++;
      used -= capacity;
    }
  }
  return lines;
}
