import type { RowCode } from '../../issues/codes.ts';
import type { Issue } from '../../issues/issue.ts';
import { STAFF_TYPES, type StaffLine, type StaffType } from '../../return/details.ts';
import { rangeOf } from '../line-range.ts';
import { plainWord } from '../match-header.ts';
import type { RawLine } from '../raw-table.ts';
import { isBlank, readNumber, readSigned, unusable, type ValueReading } from '../read-cell.ts';
import type { Cell } from '../table.ts';
import { STAFF_COLUMNS, type StaffCell } from './columns.ts';
import { readQuota, WHOLE_QUOTA } from './quota.ts';

/** Index of each column of a table of staff that it has. */
export type StaffIndices = { get(column: StaffCell): number | undefined };

const CELLS: readonly StaffCell[] = [...STAFF_COLUMNS, 'nombre'];
/** Hundredths of a month. */
export const WHOLE_YEAR = 12_00n;
/** Hundredths of a person, where the table has no column for their number. */
const ONE_PERSON = 100n;

/** A function alone, as a template has it, is no line. */
export function isStaffLine(row: RawLine, columns: StaffIndices): boolean {
  return CELLS.some((column) => column !== 'fonction' && !isBlank(cellOf(row, columns, column)));
}

/** One line of staff, or every reason why it is none. */
export function readStaffLine(
  row: RawLine,
  columns: StaffIndices,
): { readonly line: StaffLine | null; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const read = <T>(column: StaffCell, understand: (cell: Cell) => ValueReading<T>): T | null => {
    const cell = cellOf(row, columns, column);
    const at = row.place(columns.get(column) ?? 0);
    if (cell === undefined || isBlank(cell)) {
      issues.push({ code: 'STAFF_LINE_INCOMPLETE', at, seen: '', facts: { column: at.column ?? column } });
      return null;
    }
    const fault = unusable(cell);
    const reading = fault ? { ok: false as const, code: fault } : understand(cell);
    if (reading.ok) return reading.value;
    issues.push({ code: reading.code, at, seen: cell.text });
    return null;
  };
  const title = read('fonction', ({ text }) => ({ ok: true, value: text.trim() }));
  const type = read('type', readType);
  const quota = read(
    'quotite',
    upTo(WHOLE_QUOTA, 'QUOTA_OUT_OF_RANGE', (cell) => readSigned(cell, readQuota)),
  );
  const months = read('mois', upTo(WHOLE_YEAR, 'MONTHS_OUT_OF_RANGE', readSigned));
  const count = columns.get('nombre') === undefined ? ONE_PERSON : read('nombre', readNumber);
  if (title === null || type === null || quota === null || months === null || count === null)
    return { line: null, issues };
  return { line: { function: title, type, quota, months, count, at: placeOf(row, columns) }, issues };
}

function cellOf(row: RawLine, columns: StaffIndices, column: StaffCell): Cell | undefined {
  const index = columns.get(column);
  return index === undefined ? undefined : row.cell(index);
}

/** From its first cell to its last. */
function placeOf(row: RawLine, columns: StaffIndices) {
  const indices = CELLS.map((column) => columns.get(column)).filter((index) => index !== undefined);
  return rangeOf(row.place(Math.min(...indices)), row.place(Math.max(...indices)));
}

/** `Internes`, `externe`, `Mutualisée`: in any gender and number. */
function readType({ text }: Cell): ValueReading<StaffType> {
  const word = plainWord(text.trim());
  const type = STAFF_TYPES.find((known) => new RegExp(`^${known}e?s?$`).test(word));
  return type ? { ok: true, value: type } : { ok: false, code: 'STAFF_TYPE_UNKNOWN' };
}

function upTo(
  highest: bigint,
  code: RowCode,
  read: (cell: Cell) => ValueReading<bigint>,
): (cell: Cell) => ValueReading<bigint> {
  return (cell) => {
    const reading = read(cell);
    return reading.ok && (reading.value < 0n || reading.value > highest) ? { ok: false, code } : reading;
  };
}
