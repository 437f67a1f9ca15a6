import type { RowCode } from '../../issues/codes.ts';
import type { Issue } from '../../issues/issue.ts';
import type { DirectoryAudit } from '../../return/details.ts';
import { areRefused, headingsBy, readHeadings } from '../headings.ts';
import type { RawLine, RawTable } from '../raw-table.ts';
import { isBlank, readDate, readNumber, unusable, type ValueReading } from '../read-cell.ts';
import type { Cell } from '../table.ts';
import { filledLines } from './named-table.ts';
import { readText } from './read-text.ts';

export interface DirectoriesReading {
  readonly directories: readonly DirectoryAudit[];
  readonly issues: readonly Issue[];
}

/** Of the scale of ADS. */
const LOWEST = 1;
const HIGHEST = 5;
const LONGEST_NAME = 200;

type DirectoryColumn = 'annuaire' | 'score' | 'date';
const columnOf = headingsBy<DirectoryColumn>({
  annuaire: [],
  score: ['score ADS'],
  date: ["date de l'audit", 'date d’audit'],
});

/** Reads the audits of directories, one a line. Action 3. */
export function readDirectoryTable(table: RawTable): DirectoriesReading {
  const headings = readHeadings(table, columnOf, ['annuaire', 'score']);
  if (areRefused(headings)) {
    return { directories: [], issues: headings.issues.filter(({ code }) => code !== 'COLUMN_UNKNOWN') };
  }
  const lines = filledLines(table, [...headings.columns.values()]);
  const readings = lines.map((line) => readLine(line, headings.columns));
  return {
    directories: readings.flatMap(({ directory }) => directory ?? []),
    issues: readings.flatMap(({ issues }) => issues),
  };
}

function readLine(
  line: RawLine,
  columns: ReadonlyMap<DirectoryColumn, number>,
): { readonly directory: DirectoryAudit | null; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const read = <T>(column: DirectoryColumn, understand: (cell: Cell) => ValueReading<T>): T | null => {
    const index = columns.get(column) ?? -1;
    const cell = line.cell(index);
    if (cell === undefined || isBlank(cell)) return null;
    const fault = unusable(cell);
    const reading = fault ? { ok: false as const, code: fault } : understand(cell);
    if (reading.ok) return reading.value;
    const limit = reading.code === 'TEXT_TOO_LONG' ? { facts: { limit: String(LONGEST_NAME) } } : {};
    issues.push({ code: reading.code, at: line.place(index), seen: cell.text, ...limit });
    return null;
  };
  const directory = read('annuaire', (cell) => readText(cell, LONGEST_NAME)) ?? '';
  const score = read('score', readScore);
  const date = read('date', readDate);
  const at = line.place(columns.get('score') ?? -1);
  if (score === null && issues.length === 0) issues.push({ code: 'SCORE_OUT_OF_RANGE', at, seen: '' });
  if (score === null || issues.length > 0) return { directory: null, issues };
  return { directory: { directory, score, date, at }, issues };
}

function readScore(cell: Cell): ValueReading<number> {
  const refused = { ok: false, code: 'SCORE_OUT_OF_RANGE' satisfies RowCode } as const;
  const reading = readNumber(cell);
  if (!reading.ok || reading.value % 100n !== 0n) return refused;
  const score = Number(reading.value / 100n);
  return score >= LOWEST && score <= HIGHEST ? { ok: true, value: score } : refused;
}
