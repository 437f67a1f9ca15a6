import type { Place } from '../../issues/issue.ts';
import { type AnyColumn, COLUMN_NAMES, KEY_COLUMNS } from '../columns.ts';
import { type RawRow, readRow } from '../declaration/row.ts';
import { type Reading, type ReadingContext, unreadable } from '../reading.ts';
import type { Cell, WorkbookContent } from '../table.ts';
import { TEMPLATE_VERSION_NAME, TEMPLATE_VERSIONS } from './version.ts';

/** The template is known by the names of its input cells, which any tool keeps. */
export function isTemplate(content: WorkbookContent): boolean {
  return KEY_COLUMNS.every((column) => content.names.has(column));
}

/** One declaration, read from the cells that bear the names of the columns. contracts.md, « template workbook ». */
export function readTemplate(content: WorkbookContent, context: ReadingContext): Reading {
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
