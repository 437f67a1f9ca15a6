import type { Place } from '../issues/issue.ts';
import { parseReference, writeReference } from './cell-reference.ts';
import { type AnyColumn, COLUMN_NAMES, KEY_COLUMNS } from './columns.ts';
import { columnOf } from './match-header.ts';
import { isBlank } from './read-cell.ts';
import { type RawRow, readRow } from './read-row.ts';
import { type RawLine, type RawTable, readTable } from './read-table.ts';
import { type Reading, type ReadingContext, unreadable } from './reading.ts';
import type { Cell, Sheet, WorkbookContent } from './table.ts';
import { TEMPLATE_VERSION_NAME, TEMPLATE_VERSIONS } from './template-version.ts';

/** Rows of a sheet among which the headings of a table are looked for. */
const HEADER_SEARCH_ROWS = 20;

/** A workbook: the template, known by the names of its input cells, or else a sheet that holds a table of declarations. */
export function readWorkbook(content: WorkbookContent, context: ReadingContext): Reading {
  if (KEY_COLUMNS.every((column) => content.names.has(column))) return readTemplate(content, context);
  for (const sheet of content.sheets) {
    const table = tableOf(sheet);
    if (table) return readTable(table, context);
  }
  return unreadable('unknown', [{ code: 'NOT_A_DECLARATION', at: {}, seen: '' }]);
}

function readTemplate(content: WorkbookContent, context: ReadingContext): Reading {
  const version = namedCell(content, TEMPLATE_VERSION_NAME);
  const known = TEMPLATE_VERSIONS.find((v) => v === version.cell?.text.trim());
  if (version.place && !known) {
    const facts = { versions: TEMPLATE_VERSIONS.join(', ') };
    return unreadable('template', [
      { code: 'TEMPLATE_VERSION_UNKNOWN', at: version.place, seen: version.cell?.text ?? '', facts },
    ]);
  }
  const columns: AnyColumn[] = [...KEY_COLUMNS, ...COLUMN_NAMES].filter((column) =>
    content.names.has(column),
  );
  const cells = new Map<AnyColumn, Cell>();
  for (const column of columns) {
    const { cell } = namedCell(content, column);
    if (cell) cells.set(column, cell);
  }
  const row: RawRow = { line: 1, columns, cells, place: (column) => namedCell(content, column).place ?? {} };
  const outcome = readRow(row, context);
  return 'finess' in outcome
    ? { kind: 'template', issues: [], orphans: [], entries: [outcome] }
    : { kind: 'template', issues: [], orphans: [outcome], entries: [] };
}

function namedCell(content: WorkbookContent, name: string): { cell: Cell | undefined; place: Place | null } {
  const target = content.names.get(name);
  if (!target) return { cell: undefined, place: null };
  const sheet = content.sheets.find((s) => s.name === target.sheet);
  return { cell: sheet?.cells.get(target.cell), place: { sheet: target.sheet, cell: target.cell } };
}

/** The table of a sheet whose headings hold a key column and another; null when none of its first rows does. */
function tableOf(sheet: Sheet): RawTable | null {
  const rows = rowsOf(sheet);
  const index = rows.slice(0, HEADER_SEARCH_ROWS).findIndex(({ cells }) => {
    const known = [...cells.values()].map((cell) => columnOf(cell.text)).filter((column) => column !== null);
    return known.length > 1 && KEY_COLUMNS.some((column) => known.includes(column));
  });
  const header = rows[index];
  if (!header) return null;
  const lineOf = ({ row, last, cells }: SheetRow): RawLine => ({
    line: row,
    cell: (column) => cells.get(column),
    last,
    place: (column) => {
      const heading = header.cells.get(column)?.text.trim();
      return {
        sheet: sheet.name,
        cell: writeReference({ column, row }),
        ...(heading ? { column: heading } : {}),
      };
    },
  });
  return { header: lineOf(header), rows: rows.slice(index + 1).map(lineOf) };
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
