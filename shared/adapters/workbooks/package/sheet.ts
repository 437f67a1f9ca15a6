import type ExcelJS from 'exceljs';
import type { SheetAdditions } from './additions.ts';
import { type Area, areaRef } from './area.ts';
import { isWrapped, LOWEST, raise, written } from './cell.ts';
import { type ChartSpec, checkChart } from './chart/chart-spec.ts';
import { type Content, checked } from './content.ts';
import type { DirectRow } from './direct-table.ts';
import { type Bars, checkVisual, type Icons, type Visual } from './in-cell-visual.ts';
import { checkHeadings, type Taken, takeTableName } from './names.ts';
import { heightOf } from './row-height.ts';
import { HEADING, type Style } from './styles.ts';

/** A cell of a table that does not wear the style of its column. */
export interface Styled {
  readonly content: Content;
  readonly style: Style;
}

export interface TableColumn {
  readonly name: string;
  readonly style: Style;
  /** Texts that look like numbers (a FINESS): Excel is told not to flag each of them. */
  readonly numberLike?: true;
  /** Bars behind its numbers: `bars: true`. They follow the rows, sorted or filtered. */
  readonly bars?: Bars;
  /** An icon before each of its numbers: `icons: { set: '3ArrowsGray', thresholds: [-0.05, 0.05] }`. */
  readonly icons?: Icons;
}

interface TableSpec {
  /** ASCII, unique in the workbook, stable from one edition to the next. */
  readonly name: string;
  /** Of the headings; the table starts in the first column. */
  readonly row: number;
  readonly columns: readonly TableColumn[];
  /** One at least: Excel knows no table without a row. */
  readonly rows: readonly (readonly (Content | Styled)[])[];
  /** For a list of thousands of lines: faster, and nothing else may be put on its rows. */
  readonly direct?: true;
}

/** A sheet being written; rows and columns count from 1. */
export interface Sheet {
  put(row: number, column: number, content: Content, style?: Style): void;
  rowHeight(row: number, points: number): void;
  /** In characters, from the first column; before anything that wraps, whose rows are raised to fit. */
  widths(widths: readonly number[]): void;
  /** @returns the row after its last. */
  table(spec: TableSpec): number;
  /** Bars behind the numbers of cells outside a table: `sheet.dataBars({ from: { column: 2, row: 6 }, to: … })`. */
  dataBars(area: Area, bars?: Bars): void;
  /** An icon before each number of cells outside a table. */
  icons(area: Area, icons: Icons): void;
  /** A native chart over the cells of its anchor, which are left blank; read out in the order of the calls. */
  chart(spec: ChartSpec): void;
}

/** The room that a heading leaves to its filter button. */
const FILTER_BUTTON = '  ▾';

/** @param additions collects what is put into the sheet's XML at the end. */
export function sheetOn(additions: SheetAdditions, taken: Taken): Sheet {
  const { worksheet, numberLike, formats, charts, direct } = additions;
  const show = (range: string, visual: Visual) => {
    checkVisual(visual);
    formats.push({ range, visual });
  };
  return {
    put: (row, column, content, style) => {
      const cell = worksheet.getRow(row).getCell(column);
      cell.value = written(content, cell.address);
      if (style) cell.style = style;
      if (style && isWrapped(style)) raise(worksheet, row, column, content, style);
    },
    rowHeight: (row, points) => {
      worksheet.getRow(row).height = points;
    },
    widths: (widths) => {
      for (const [i, width] of widths.entries()) worksheet.getColumn(i + 1).width = width;
    },
    table: (spec) => {
      takeTableName(spec.name, taken);
      checkHeadings(spec.columns.map((column) => column.name));
      if (spec.rows.length === 0) throw new RangeError(`table ${spec.name} has no row`);
      const letters = spec.columns.map((_, i) => worksheet.getColumn(i + 1).letter);
      putHeadings(worksheet, spec);
      if (spec.direct)
        direct.push({
          row: spec.row,
          last: spec.row + spec.rows.length,
          letters,
          rows: directRows(worksheet, spec),
        });
      else putCells(worksheet, spec, letters);
      worksheet.addTable({
        name: spec.name,
        ref: `A${spec.row}`,
        style: { theme: 'TableStyleLight1', showRowStripes: true },
        columns: spec.columns.map(({ name }) => ({ name, filterButton: true })),
        // Holes give the table its height; put through it, each cell would get a style of its own.
        rows: new Array(spec.rows.length),
      });
      const last = spec.row + spec.rows.length;
      for (const [i, { numberLike: isMeant, bars, icons }] of spec.columns.entries()) {
        const range = areaRef({
          from: { column: i + 1, row: spec.row + 1 },
          to: { column: i + 1, row: last },
        });
        if (isMeant) numberLike.push(range);
        if (bars !== undefined) show(range, { bars });
        if (icons !== undefined) show(range, { icons });
      }
      return last + 1;
    },
    dataBars: (area, bars = true) => show(areaRef(area), { bars }),
    icons: (area, icons) => show(areaRef(area), { icons }),
    chart: (spec) => {
      checkChart(spec);
      charts.push(spec);
    },
  };
}

function putHeadings(worksheet: ExcelJS.Worksheet, { row, columns }: TableSpec): void {
  const headings = worksheet.getRow(row);
  for (const [i, { name }] of columns.entries()) {
    headings.getCell(i + 1).style = HEADING;
    raise(worksheet, row, i + 1, `${name}${FILTER_BUTTON}`, HEADING);
  }
}

function putCells(worksheet: ExcelJS.Worksheet, spec: TableSpec, letters: readonly string[]): void {
  let number = spec.row;
  for (const cells of styledRows(spec)) {
    number++;
    const line = worksheet.getRow(number);
    for (const [i, { content, style }] of cells.entries()) {
      const cell = line.getCell(i + 1);
      if (content !== null) cell.value = written(content, `${letters[i]}${number}`);
      cell.style = style;
      if (isWrapped(style)) raise(worksheet, number, i + 1, content, style);
    }
  }
}

/** Checked as cells are, with the heights of those that wrap: one after the other, as they are written. */
function* directRows(worksheet: ExcelJS.Worksheet, spec: TableSpec): Generator<DirectRow> {
  const widths = spec.columns.map((_, i) => worksheet.getColumn(i + 1).width ?? 9);
  for (const cells of styledRows(spec)) {
    let height = LOWEST;
    for (const [i, { content, style }] of cells.entries())
      if (typeof content === 'string' && isWrapped(style))
        height = Math.max(height, heightOf(content, widths[i] ?? 9, style));
    yield {
      cells: cells.map(({ content, style }) => ({ content: checked(content), style })),
      height: height > LOWEST ? height : null,
    };
  }
}

/** Each cell with the style that it wears. @throws RangeError for a row that does not have a cell per column. */
function* styledRows({ name, row, columns, rows }: TableSpec): Generator<readonly Styled[]> {
  for (const [r, cells] of rows.entries()) {
    if (cells.length !== columns.length)
      throw new RangeError(`table ${name}: ${cells.length} cells for ${columns.length} columns`);
    yield columns.map(({ style }, i) => {
      const given = cells[i];
      if (given === undefined) throw new RangeError(`table ${name}: an absent value on row ${row + 1 + r}`);
      return isStyled(given) ? given : { content: given, style };
    });
  }
}

function isStyled(cell: Content | Styled): cell is Styled {
  return typeof cell === 'object' && cell !== null && 'content' in cell;
}
