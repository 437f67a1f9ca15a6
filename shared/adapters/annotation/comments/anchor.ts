import { parseReference } from '../../../domain/deposit/cell-reference.ts';
import { LAST_COLUMN, LAST_ROW } from '../../tables/limits.ts';
import type { SheetSizes } from './column-widths.ts';

/** Pixels. */
const BOX_WIDTH = 330;
const LINE_HEIGHT = 15;
const PADDING = 12;
const GAP = 12;
/** Of a letter of the comments' font, on average. */
const LETTER = 6;
const MOST_COLUMNS = 40;

/** Where the box of a comment opens: right of its cell, as tall as its text asks. The eight numbers of `x:Anchor`. */
export function anchorOf(cell: string, text: string, sizes: SheetSizes): string {
  const { column, row } = parseReference(cell) ?? { column: 0, row: 1 };
  const left = Math.min(column + 1, LAST_COLUMN - 1);
  const [right, rightOffset] = columnAt(left, GAP + BOX_WIDTH, sizes);
  // One row higher than its cell, as Excel does: the arrow between them then points down.
  const top = Math.max(0, row - 2);
  const height = linesOf(text) * LINE_HEIGHT + PADDING;
  const bottom = Math.min(top + Math.floor(height / sizes.rowHeight), LAST_ROW - 1);
  return [left, GAP, top, 4, right, rightOffset, bottom, (height % sizes.rowHeight) + 4].join(', ');
}

/** The column, and the place in it, that lies so many pixels right of the start of another. */
function columnAt(from: number, distance: number, { widthOf }: SheetSizes): readonly [number, number] {
  let left = distance;
  for (let column = from; column < from + MOST_COLUMNS && column < LAST_COLUMN; column += 1) {
    const width = widthOf(column);
    if (left <= width) return [column, left];
    left -= width;
  }
  return [Math.min(from + MOST_COLUMNS, LAST_COLUMN - 1), 0];
}

function linesOf(text: string): number {
  const capacity = Math.floor((BOX_WIDTH - PADDING) / LETTER);
  return text.split('\n').reduce((sum, { length }) => sum + Math.max(1, Math.ceil(length / capacity)), 0);
}
