import type ExcelJS from 'exceljs';
import { type Content, checked } from './content.ts';
import { heightOf } from './row-height.ts';
import type { Style } from './styles.ts';

/** Height of a row of one line, in points. */
export const LOWEST = 15;

export function isWrapped({ alignment }: Style): boolean {
  return alignment?.wrapText === true;
}

/** Raises a row, never lowers it, so that a wrapped text shows whole. */
export function raise(
  worksheet: ExcelJS.Worksheet,
  row: number,
  column: number,
  content: Content,
  style: Style,
): void {
  if (typeof content !== 'string') return;
  const needed = heightOf(content, worksheet.getColumn(column).width ?? 9, style);
  const line = worksheet.getRow(row);
  if (needed > (line.height ?? LOWEST)) line.height = needed;
}

/** A content as exceljs takes it. @throws RangeError for what a cell cannot hold. */
export function written(content: Content, address: string): ExcelJS.CellValue {
  const value = checked(content);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  const { formula, result } = value;
  if (!value.array) return { formula, result, date1904: false };
  // The declared type of a cell's value lacks the array formulas that exceljs writes.
  return { formula, result, date1904: false, shareType: 'array', ref: address } as ExcelJS.CellFormulaValue;
}
