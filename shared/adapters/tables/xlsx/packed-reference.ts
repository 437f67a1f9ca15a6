import { writeReference as writeCellReference } from '../../../domain/deposit/cell-reference.ts';
import { LAST_COLUMN, LAST_ROW } from '../limits.ts';

const A = 65;
const Z = 90;
const ZERO = 48;
const NINE = 57;

/** A row and a column, both from 1, in one number: it is made for each cell of a sheet, where an object would cost. */
export type PackedReference = number;

/** Reads `B4`; null for what is no cell of Excel's grid (`XFE1`, `A0`, `A1048577`, `b4`, `$B$4`). */
export function parseReference(text: string): PackedReference | null {
  let at = 0;
  let column = 0;
  for (; at < text.length && at < 4; at += 1) {
    const code = text.charCodeAt(at);
    if (code < A || code > Z) break;
    column = column * 26 + code - A + 1;
  }
  if (column === 0 || column > LAST_COLUMN || text.length - at > 7 || text.charCodeAt(at) === ZERO)
    return null;
  let row = 0;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < ZERO || code > NINE) return null;
    row = row * 10 + code - ZERO;
  }
  return row === 0 || row > LAST_ROW ? null : packReference(row, column);
}

function packReference(row: number, column: number): PackedReference {
  return row * (LAST_COLUMN + 1) + column;
}

export function rowOf(reference: PackedReference): number {
  return Math.floor(reference / (LAST_COLUMN + 1));
}

export function columnOf(reference: PackedReference): number {
  return reference % (LAST_COLUMN + 1);
}

/** `B4` for row 4, column 2. */
export function writeReference(row: number, column: number): string {
  return writeCellReference({ row, column: column - 1 });
}
