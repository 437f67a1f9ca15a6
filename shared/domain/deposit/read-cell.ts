import { type Day, readDay } from '../calendar/day.ts';
import type { RowCode } from '../issues/codes.ts';
import { readHundredths } from '../numbers/read-hundredths.ts';
import { type Closure, COLUMNS, type ColumnName } from './columns.ts';
import { plainWord } from './match-header.ts';
import type { Cell } from './table.ts';

const NUMBER_FAULTS = {
  unreadable: 'NUMBER_UNREADABLE',
  'too-precise': 'NUMBER_TOO_PRECISE',
  'too-large': 'NUMBER_TOO_LARGE',
} as const;
const DATE_FAULTS = {
  unreadable: 'DATE_UNREADABLE',
  impossible: 'DATE_IMPOSSIBLE',
  serial: 'DATE_SERIAL',
} as const;

export function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || (cell.text.trim() === '' && cell.kind !== 'formula-without-value');
}

/** A cell that shows an error or was never calculated says nothing, whatever its column. */
export function unusable(cell: Cell): RowCode | null {
  if (cell.kind === 'error') return 'CELL_IN_ERROR';
  return cell.kind === 'formula-without-value' ? 'FORMULA_WITHOUT_VALUE' : null;
}

export type CellReading = ValueReading<bigint | Day | Closure | null>;

/** The typed value of a cell under a column: cents, hundredths of an FTE, a day, a closure; null when blank. */
export function readCell(column: ColumnName, cell: Cell | undefined): CellReading {
  if (cell === undefined || isBlank(cell)) return { ok: true, value: null };
  const fault = unusable(cell);
  if (fault) return { ok: false, code: fault };
  switch (COLUMNS[column].type) {
    case 'closure':
      return readClosure(cell);
    case 'date':
      return readDate(cell);
    case 'amount':
    case 'fte':
      return readNumber(cell);
  }
}

export type ValueReading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: RowCode };

/** The hundredths of a cell that is neither blank nor unusable, zero or more. */
export function readNumber(cell: Cell): ValueReading<bigint> {
  const reading = readSigned(cell);
  return reading.ok && reading.value < 0n ? { ok: false, code: 'NUMBER_NEGATIVE' } : reading;
}

/** The same, of either sign. @param read how its text is read */
export function readSigned(cell: Cell, read = readHundredths): ValueReading<bigint> {
  if (cell.kind === 'date' || cell.kind === 'boolean') return { ok: false, code: 'NUMBER_UNREADABLE' };
  const reading = read(cell.text);
  return reading.ok ? reading : { ok: false, code: NUMBER_FAULTS[reading.fault] };
}

/** The day of a cell that is neither blank nor unusable. */
export function readDate(cell: Cell): ValueReading<Day> {
  const reading = readDay(cell.text);
  return reading.ok ? reading : { ok: false, code: DATE_FAULTS[reading.fault] };
}

function readClosure(cell: Cell): CellReading {
  const word = plainWord(cell.text.trim());
  return word === 'definitive' || word === 'provisoire'
    ? { ok: true, value: word }
    : { ok: false, code: 'CLOSURE_UNKNOWN' };
}
