import { readAccountNumber } from '../../accounts/account-number.ts';
import type { Nomenclature } from '../../accounts/digital-account.ts';
import { readNomenclature } from '../../accounts/nomenclature.ts';
import type { RowCode } from '../../issues/codes.ts';
import type { Issue, Place } from '../../issues/issue.ts';
import type { RawLine } from '../raw-table.ts';
import { isBlank, readNumber, readSigned, unusable, type ValueReading } from '../read-cell.ts';
import type { Cell } from '../table.ts';
import { type AccountColumn, AMOUNT_FORMS } from './columns.ts';

/** Index of each column of a table of accounts that it has. */
export type AccountIndices = { get(column: AccountColumn): number | undefined };

/** One line of accounts as it was typed. Amounts in cents. */
export interface RawAccount {
  readonly nomenclature: Nomenclature;
  /** Digits alone. */
  readonly account: string;
  readonly label: string;
  /** Letter of the budget; `H` is the principal one. */
  readonly budget: string;
  /** Debit less credit; null where no amount is given. */
  readonly amount: bigint | null;
  /** Debit movements alone; null where the table has none: a balance of class 2 is no expense of the year. */
  readonly movement: bigint | null;
  /** Null where it is not given. */
  readonly part: bigint | null;
  /** Where a column of it stands, `amount` being the first that says its amount: most are never asked for. */
  readonly at: (what: AccountColumn | 'amount') => Place;
  /** As the template has them; blank elsewhere. */
  readonly block: string;
  readonly mode: string;
}

export interface AccountLineReading {
  /** Null for a line that names no account, and for one that cannot be read. */
  readonly line: RawAccount | null;
  readonly issues: readonly Issue[];
}

/** The letter of the principal budget, that many exports leave blank. */
const PRINCIPAL = 'H';

/**
 * Reads one line of accounts. A line without a digit where its account should stand is a title or a total; a blank amount
 * is none, a negative debit or credit is a reversal and nets.
 *
 * @param usual the chart of accounts of a line that names none.
 */
export function readAccountLine(
  row: RawLine,
  columns: AccountIndices,
  usual: Nomenclature,
): AccountLineReading {
  const issues: Issue[] = [];
  const read = <T>(column: AccountColumn, understand: (cell: Cell) => ValueReading<T>): T | null => {
    const index = columns.get(column);
    const cell = index === undefined ? undefined : row.cell(index);
    if (index === undefined || cell === undefined || isBlank(cell)) return null;
    const fault = unusable(cell);
    const reading = fault ? { ok: false as const, code: fault } : understand(cell);
    if (reading.ok) return reading.value;
    issues.push({ code: reading.code, at: row.place(index), seen: cell.text });
    return null;
  };

  const text = (column: AccountColumn) =>
    read(column, ({ text: seen }) => ({ ok: true, value: seen.trim() }));
  const named = text('compte') ?? '';
  if (!/\d/.test(named)) return { line: null, issues: [...issues, notAnAccount(row, columns, named)] };
  const account = read('compte', (cell) => orCode(readAccountNumber(cell.text), 'ACCOUNT_MALFORMED'));
  const nomenclature = read('nomenclature', (cell) =>
    orCode(readNomenclature(cell.text), 'NOMENCLATURE_UNKNOWN'),
  );
  const form = AMOUNT_FORMS.find((all) => all.every((column) => columns.get(column) !== undefined));
  const [first, second] = (form ?? []).map((column) => read(column, readSigned));
  const movement = read('debit', readSigned);
  const part = read('part_numerique', readNumber);
  if (account === null || issues.length > 0) return { line: null, issues };
  const given = [first, second].some((amount) => amount !== null && amount !== undefined);
  const line: RawAccount = {
    nomenclature: nomenclature ?? usual,
    account,
    label: text('libelle') ?? '',
    budget: text('budget')?.toUpperCase() || PRINCIPAL,
    amount: given ? (first ?? 0n) - (second ?? 0n) : null,
    movement,
    part,
    at: (what) => placeOf(row, columns, what === 'amount' ? (form?.[0] ?? 'compte') : what),
    block: text('bloc') ?? '',
    mode: text('mode') ?? '',
  };
  return { line, issues };
}

function orCode<T>(value: T | null, code: RowCode): ValueReading<T> {
  return value === null ? { ok: false, code } : { ok: true, value };
}

/** The column's cell; the account's where the table has no such column. */
function placeOf(row: RawLine, columns: AccountIndices, column: AccountColumn): Place {
  return row.place(columns.get(column) ?? columns.get('compte') ?? 0);
}

function notAnAccount(row: RawLine, columns: AccountIndices, named: string): Issue {
  const label = columns.get('libelle');
  const seen = named || (label === undefined ? '' : (row.cell(label)?.text.trim() ?? ''));
  return { code: 'LINE_NOT_AN_ACCOUNT', at: placeOf(row, columns, 'compte'), seen };
}
