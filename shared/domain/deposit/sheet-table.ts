import { parseReference, writeReference } from './cell-reference.ts';
import type { RawLine, RawTable } from './raw-table.ts';
import { isBlank } from './read-cell.ts';
import { shownName } from './shown-name.ts';
import type { Cell, Sheet } from './table.ts';
import { kindOf } from './table-kinds.ts';

/** Rows of a sheet among which the headings of a table are looked for. */
const HEADER_SEARCH_ROWS = 20;

/** The first table of a sheet that some kind recognises, its headings among the first rows; null when there is none. */
export function sheetTable(sheet: Sheet): RawTable | null {
  const rows = rowsOf(sheet);
  const index = rows
    .slice(0, HEADER_SEARCH_ROWS)
    .findIndex((row) => kindOf(lineOf(sheet.name, row, row)) !== null);
  return tableUnder(sheet.name, rows, index);
}

/** The table whose headings stand on that row of a sheet; null when the row is blank. */
export function tableAtRow(sheet: Sheet, row: number): RawTable | null {
  const rows = rowsOf(sheet);
  const index = rows.findIndex((one) => one.row === row);
  return tableUnder(sheet.name, rows, index);
}

function tableUnder(sheet: string, rows: readonly SheetRow[], index: number): RawTable | null {
  const header = rows[index];
  if (!header) return null;
  const below = rows.slice(index + 1);
  return { header: lineOf(sheet, header, header), rows: below.map((row) => lineOf(sheet, row, header)) };
}

function lineOf(sheet: string, { row, last, cells }: SheetRow, header: SheetRow): RawLine {
  return {
    line: row,
    cell: (column) => cells.get(column),
    last,
    place: (column) => {
      const heading = shownName(header.cells.get(column)?.text.trim() ?? '');
      return { sheet, cell: writeReference({ column, row }), ...(heading ? { column: heading } : {}) };
    },
  };
}

interface SheetRow {
  readonly row: number;
  last: number;
  /** By column: a row may hold a single cell, sixteen thousand columns away. */
  readonly cells: Map<number, Cell>;
}

/** Rows that are not blank, from top to bottom. */
function rowsOf(sheet: Sheet): readonly SheetRow[] {
  const rows = new Map<number, SheetRow>();
  for (const [reference, cell] of sheet.cells) {
    const position = parseReference(reference);
    if (!position || isBlank(cell)) continue;
    const row = rows.get(position.row) ?? { row: position.row, last: -1, cells: new Map() };
    row.cells.set(position.column, cell);
    row.last = Math.max(row.last, position.column);
    rows.set(position.row, row);
  }
  return [...rows.values()].sort((a, b) => a.row - b.row);
}
