import { parseReference, writeReference } from '../../../domain/deposit/cell-reference.ts';
import { LAST_COLUMN, LAST_ROW } from '../../tables/limits.ts';
import type { MarkedRange } from './marks.ts';

/** A rectangle of cells, columns from 0, rows from 1, both ends in it. */
interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** `B4` or `B4:C9` within Excel's grid, first corner first; null for anything else. */
export function markedRange(text: string): MarkedRange | null {
  const rectangle = rectangleOf(text);
  if (rectangle === null) return null;
  const first = writeReference({ column: rectangle.left, row: rectangle.top });
  const last = writeReference({ column: rectangle.right, row: rectangle.bottom });
  return { ref: first === last ? first : `${first}:${last}`, first };
}

/** Whether a cell lies within any of these ranges, `$` and case set aside; what is no range holds nothing. */
export function covering(ranges: readonly string[]): (cell: string) => boolean {
  const single = new Set<string>();
  const rectangles: Rectangle[] = [];
  for (const range of ranges) {
    const plain = range.replaceAll('$', '').toUpperCase();
    if (plain.includes(':')) {
      const rectangle = rectangleOf(plain);
      if (rectangle) rectangles.push(rectangle);
    } else single.add(plain);
  }
  return (cell) => {
    if (single.has(cell)) return true;
    const at = rectangles.length === 0 ? null : parseReference(cell);
    return at !== null && rectangles.some((one) => holds(one, at));
  };
}

function holds({ left, top, right, bottom }: Rectangle, at: { column: number; row: number }): boolean {
  return at.column >= left && at.column <= right && at.row >= top && at.row <= bottom;
}

function rectangleOf(text: string): Rectangle | null {
  const [from = '', to = from, more] = text.split(':');
  const a = parseReference(from);
  const b = parseReference(to);
  if (a === null || b === null || more !== undefined) return null;
  const rectangle = {
    left: Math.min(a.column, b.column),
    top: Math.min(a.row, b.row),
    right: Math.max(a.column, b.column),
    bottom: Math.max(a.row, b.row),
  };
  return rectangle.right < LAST_COLUMN && rectangle.bottom <= LAST_ROW ? rectangle : null;
}
