/** A1 references: `AB12` is column 27 (from 0) of row 12 (from 1), as Excel shows it. */
export interface CellPosition {
  readonly column: number;
  readonly row: number;
}

const A1 = /^([A-Z]{1,3})([1-9]\d{0,6})$/;

export function parseReference(reference: string): CellPosition | null {
  const match = A1.exec(reference);
  if (!match) return null;
  let column = 0;
  for (const letter of match[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(match[2]) };
}

export function writeReference({ column, row }: CellPosition): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}
