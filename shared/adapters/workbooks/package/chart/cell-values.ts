import type ExcelJS from 'exceljs';
import { absoluteRef } from '../area.ts';
import type { CellRange } from './chart-spec.ts';

/** Cells that a chart names, with what they hold. */
export interface Referenced {
  /** `'Synthèse'!$A$5:$A$10` */
  readonly ref: string;
  readonly values: readonly (string | number | null)[];
  /** Format of the first one. */
  readonly numberFormat: string;
}

/** What a chart names, with its values. */
export interface ChartData {
  readonly categories: Referenced;
  /** In the order of the series. */
  readonly values: readonly Referenced[];
}

/**
 * The values of cells as they are written, cached ones of formulas: a chart holds them beside the reference, so that
 * a program that recalculates nothing draws it too. @throws RangeError for a sheet that is not there.
 */
function referenced(worksheet: ExcelJS.Worksheet, range: CellRange): Referenced {
  const sheet = range.sheet === undefined ? worksheet : worksheet.workbook.getWorksheet(range.sheet);
  if (!sheet) throw new RangeError(`a chart names the sheet ${range.sheet}, which is not there`);
  const values: (string | number | null)[] = [];
  for (let row = range.from.row; row <= range.to.row; row++)
    for (let column = range.from.column; column <= range.to.column; column++)
      values.push(plain(sheet.findCell(row, column)));
  const first = sheet.findCell(range.from.row, range.from.column);
  return { ref: absoluteRef(sheet.name, range), values, numberFormat: first?.numFmt ?? 'General' };
}

/** The words or years under a chart. @throws RangeError for a blank one: what stands there could not be told. */
export function referencedCategories(worksheet: ExcelJS.Worksheet, range: CellRange): Referenced {
  const found = referenced(worksheet, range);
  if (found.values.some((value) => value === null || value === ''))
    throw new RangeError(`a chart with a blank category: ${found.ref}`);
  return found;
}

/** The numbers of a chart, null for a gap. @throws RangeError for a text, which Excel would draw as a zero. */
export function referencedNumbers(worksheet: ExcelJS.Worksheet, range: CellRange): Referenced {
  const found = referenced(worksheet, range);
  if (found.values.some((value) => typeof value === 'string'))
    throw new RangeError(`a chart draws a text as a zero: ${found.ref}`);
  return found;
}

function plain(cell: ExcelJS.Cell | undefined): string | number | null {
  const value: unknown = cell?.formula ? cell.result : cell?.value;
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? value : null;
}
