import type { Issue, Place } from '../../issues/issue.ts';
import {
  type AnyColumn,
  COLUMN_NAMES,
  COLUMNS,
  type ColumnName,
  KEY_COLUMNS,
  SECTIONS,
  type SectionName,
} from '../columns.ts';
import { type RawRow, readRow } from '../declaration/row.ts';
import { readIdentity } from '../identity.ts';
import { type Reading, type ReadingContext, unreadable } from '../reading.ts';
import type { Cell, WorkbookContent } from '../table.ts';
import { namedCell } from './named-cell.ts';
import { readTables, type TablesReading } from './read-tables.ts';
import { totalCell } from './totals.ts';
import { TEMPLATE_VERSION_NAME, TEMPLATE_VERSIONS } from './version.ts';

/** The template is known by the names of its input cells, which any tool keeps. */
export function isTemplate(content: WorkbookContent): boolean {
  return KEY_COLUMNS.every((column) => content.names.has(column));
}

/**
 * One declaration, read from the cells that bear the names of the columns, and from the tables under named headings; taken
 * or refused whole. contracts.md, « template workbook ».
 */
export function readTemplate(content: WorkbookContent, context: ReadingContext): Reading {
  const version = namedCell(content, TEMPLATE_VERSION_NAME);
  const known = TEMPLATE_VERSIONS.find((v) => v === version.cell?.text.trim());
  if (version.place && !known) {
    const facts = { versions: TEMPLATE_VERSIONS.join(', ') };
    return unreadable('template', [
      { code: 'TEMPLATE_VERSION_UNKNOWN', at: version.place, seen: version.cell?.text ?? '', facts },
    ]);
  }
  const row = namedRow(content);
  const { finess } = readIdentity(row.cells.get('finess'), row.place('finess'), context);
  const tables = finess === null ? null : readTables(content, context, finess);
  const { row: whole, issues } = tables ? withTotals(row, tables) : { row, issues: [] };
  const outcome = readRow(whole, context);
  if (!('finess' in outcome) || tables === null) {
    return { kind: 'template', issues: [], orphans: [outcome], entries: [] };
  }
  const { sections, withheld, details, justifications } = tables;
  const given = [...outcome.sections, ...sections].filter((section) => !withheld.includes(section));
  const entry = {
    ...outcome,
    sections: SECTIONS.filter((section) => given.includes(section)),
    issues: [...outcome.issues, ...tables.issues, ...issues],
    ...(Object.keys(details).length > 0 ? { details } : {}),
    ...(justifications.length > 0 ? { justifications } : {}),
  };
  return { kind: 'template', issues: [], orphans: [], entries: [entry] };
}

/** The single inputs, in the order of the columns. */
function namedRow(content: WorkbookContent): RawRow {
  const columns: AnyColumn[] = [...KEY_COLUMNS, ...COLUMN_NAMES].filter((column) =>
    content.names.has(column),
  );
  const cells = new Map<AnyColumn, Cell>();
  for (const column of columns) {
    const { cell } = namedCell(content, column);
    if (cell) cells.set(column, cell);
  }
  return { line: 1, columns, cells, place: (column) => namedCell(content, column).place ?? {} };
}

/** The single inputs as the tables give them, without those of a section that the file leaves as it was. */
function withTotals(
  row: RawRow,
  { totals, sections, withheld }: TablesReading,
): { readonly row: RawRow; readonly issues: readonly Issue[] } {
  const kept = row.columns.filter((column) => !isOf(column, withheld));
  const columns = new Set(kept);
  const cells = new Map([...row.cells].filter(([column]) => columns.has(column)));
  const places = new Map<AnyColumn, Place>();
  const issues: Issue[] = [];
  for (const given of totals) {
    const { column } = given;
    // The name of a total may be lost; that of a pool is of another section, which the file may not have.
    const named = row.columns.includes(column);
    if (isOf(column, withheld) || !(named || isOf(column, sections))) continue;
    const at = named ? row.place(column) : given.at;
    const { cell, issues: found } = totalCell(given, row.cells.get(column), at);
    columns.add(column);
    places.set(column, at);
    if (cell) cells.set(column, cell);
    else cells.delete(column);
    issues.push(...found);
  }
  const place = (column: AnyColumn) => places.get(column) ?? row.place(column);
  return { row: { ...row, columns: [...columns], cells, place }, issues };
}

function isOf(column: AnyColumn, sections: readonly SectionName[]): boolean {
  return column in COLUMNS && sections.includes(COLUMNS[column as ColumnName].section);
}
