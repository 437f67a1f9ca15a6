import { isDeepStrictEqual } from 'node:util';
import type ExcelJS from 'exceljs';
import type { TemplateTable } from '../../domain/deposit/template/named-table.ts';
import { heightOf } from '../workbooks/package/row-height.ts';
import { nameCell, put, type Worksheet } from './frame.ts';
import { HEADING, type Style } from './styles.ts';

interface TableColumn {
  /** The reader knows the column by it. */
  readonly heading: string;
  /** Of the cells that do not have their own. */
  readonly style: Style;
  /** Of every cell of the column. @default none */
  readonly check?: ExcelJS.DataValidation;
}

/** A value in the style of its column, or with its own. */
export type TableCell =
  | ExcelJS.CellValue
  | { readonly content: ExcelJS.CellValue; readonly style: Style; readonly check?: ExcelJS.DataValidation };

interface TableSpec {
  /** Of the first heading: by it the reader finds the table. */
  readonly name: TemplateTable;
  /** Of the headings. */
  readonly row: number;
  /** The first one. @default 1 */
  readonly column?: number;
  readonly columns: readonly TableColumn[];
  /** Each as long as the columns. */
  readonly lines: readonly (readonly TableCell[])[];
  /** Of a line, in points; more where its texts need it. @default 20 */
  readonly lineHeight?: number;
}

const LINE_HEIGHT = 20;

/** A table of inputs under named headings. @returns the row after its last */
export function writeTable(sheet: Worksheet, spec: TableSpec): number {
  const { row, columns, lines } = spec;
  const first = spec.column ?? 1;
  columns.forEach(({ heading }, index) => {
    put(sheet, row, first + index, heading, HEADING);
  });
  sheet.getRow(row).height = 34;
  nameCell(sheet, row, first, spec.name);
  lines.forEach((cells, index) => {
    writeLine(sheet, { row: row + 1 + index, column: first }, spec, cells);
  });
  columns.forEach(({ check: ofColumn }, index) => {
    const { letter } = sheet.getColumn(first + index);
    const checks = lines.map((cells) => checkOf(cells[index]) ?? ofColumn ?? null);
    for (const { from, to, check } of runsOf(checks)) {
      checkRange(sheet, `${letter}${row + 1 + from}:${letter}${row + 1 + to}`, check);
    }
  });
  return row + 1 + lines.length;
}

type Check = ExcelJS.DataValidation;

/** Neighbours with one check, from the first to the last. */
function runsOf(
  checks: readonly (Check | null)[],
): readonly { readonly from: number; readonly to: number; readonly check: Check }[] {
  const runs: { readonly from: number; to: number; readonly check: Check }[] = [];
  checks.forEach((check, index) => {
    const last = runs.at(-1);
    if (check === null) return;
    if (last?.to === index - 1 && isDeepStrictEqual(last.check, check)) last.to = index;
    else runs.push({ from: index, to: index, check });
  });
  return runs;
}

function checkOf(cell: TableCell | undefined): Check | undefined {
  return isOwn(cell) ? cell.check : undefined;
}

function writeLine(
  sheet: Worksheet,
  { row, column: first }: { readonly row: number; readonly column: number },
  { columns, lineHeight = LINE_HEIGHT }: TableSpec,
  cells: readonly TableCell[],
): void {
  if (cells.length !== columns.length)
    throw new RangeError(`${cells.length} cells for ${columns.length} columns`);
  let height = lineHeight;
  columns.forEach((column, index) => {
    const given = cells[index];
    const own = isOwn(given);
    const content = own ? given.content : (given ?? null);
    const style = own ? given.style : column.style;
    put(sheet, row, first + index, content, style);
    if (typeof content !== 'string' || !style.alignment?.wrapText) return;
    height = Math.max(height, heightOf(content, sheet.getColumn(first + index).width ?? 9, style) + 4);
  });
  sheet.getRow(row).height = height;
}

/** One check over a range, which its types leave out: those of single cells exceljs merges, and merges wrong. */
function checkRange(sheet: Worksheet, range: string, check: ExcelJS.DataValidation): void {
  const { dataValidations } = sheet as Worksheet & {
    readonly dataValidations: { add(range: string, check: ExcelJS.DataValidation): void };
  };
  dataValidations.add(range, check);
}

function isOwn(cell: TableCell | undefined): cell is Exclude<TableCell, ExcelJS.CellValue> {
  return typeof cell === 'object' && cell !== null && 'content' in cell;
}
