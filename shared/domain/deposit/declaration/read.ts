import type { Issue } from '../../issues/issue.ts';
import type { Entry } from '../../return/entry.ts';
import { type AnyColumn, KEY_COLUMNS } from '../columns.ts';
import { columnOf } from '../match-header.ts';
import type { RawLine, RawTable } from '../raw-table.ts';
import { isBlank } from '../read-cell.ts';
import { type OrphanRow, type Reading, type ReadingContext, unreadable } from '../reading.ts';
import type { Cell } from '../table.ts';
import { type RawRow, readRow } from './row.ts';

/** contracts.md, « declaration »: columns in any order, an unknown one is a warning, the same known one twice rejects the file. */
export function readDeclarations(table: RawTable, context: ReadingContext): Reading {
  const { columns, issues } = readHeader(table);
  if (issues.some(({ code }) => code !== 'COLUMN_UNKNOWN')) return unreadable('declaration', issues);
  if (table.rows.length === 0)
    return unreadable('declaration', [...issues, { code: 'NO_ROW', at: table.header.place(0), seen: '' }]);

  const entries: Entry[] = [];
  const orphans: OrphanRow[] = [];
  const firstLines = new Map<string, number>();
  for (const row of table.rows) {
    const outcome = readRow(rawRow(row, columns, table), context);
    if (!('finess' in outcome)) {
      orphans.push(outcome);
      continue;
    }
    const first = firstLines.get(outcome.finess);
    if (first === undefined) firstLines.set(outcome.finess, outcome.line);
    entries.push(
      first === undefined ? outcome : { ...outcome, issues: [...outcome.issues, twice(outcome, first)] },
    );
  }
  return { kind: 'declaration', issues, orphans, entries };
}

function twice(entry: Entry, first: number): Issue {
  return {
    code: 'DECLARANT_TWICE_IN_FILE',
    at: entry.places.finess ?? { line: entry.line },
    seen: entry.finess,
    facts: { first: String(first) },
  };
}

interface Header {
  /** Index of each known column. */
  readonly columns: ReadonlyMap<AnyColumn, number>;
  readonly issues: readonly Issue[];
}

function readHeader({ header }: RawTable): Header {
  const columns = new Map<AnyColumn, number>();
  const issues: Issue[] = [];
  for (let index = 0; index <= header.last; index++) {
    const cell = header.cell(index);
    if (cell === undefined || isBlank(cell)) continue;
    const column = columnOf(cell.text);
    const issue = { at: header.place(index), seen: cell.text };
    if (column === null) issues.push({ code: 'COLUMN_UNKNOWN', ...issue });
    else if (columns.has(column)) issues.push({ code: 'COLUMN_TWICE', ...issue });
    else columns.set(column, index);
  }
  if (columns.size === 0)
    return { columns, issues: [{ code: 'NOT_A_DECLARATION', at: header.place(0), seen: '' }] };
  for (const column of KEY_COLUMNS) {
    if (!columns.has(column))
      issues.push({ code: 'COLUMN_MISSING', at: header.place(0), seen: '', facts: { column } });
  }
  return { columns, issues };
}

function rawRow(row: RawLine, columns: ReadonlyMap<AnyColumn, number>, { header }: RawTable): RawRow {
  const cells = new Map<AnyColumn, Cell>();
  for (const [column, index] of columns) {
    const cell = row.cell(index);
    if (cell) cells.set(column, cell);
  }
  const beyond =
    row.last > header.last ? { at: row.place(row.last), seen: row.cell(row.last)?.text ?? '' } : null;
  return {
    line: row.line,
    columns: [...columns.keys()],
    cells,
    place: (column) => row.place(columns.get(column) ?? 0),
    ...(beyond ? { beyond } : {}),
  };
}
