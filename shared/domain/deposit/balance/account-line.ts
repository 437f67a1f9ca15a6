import { readAccountNumber } from '../../accounts/account-number.ts';
import type { Nomenclature } from '../../accounts/digital-account.ts';
import { readNomenclature } from '../../accounts/nomenclature.ts';
import type { RowCode } from '../../issues/codes.ts';
import type { Issue, Place } from '../../issues/issue.ts';
import { rangeOf } from '../line-range.ts';
import { plainWord } from '../match-header.ts';
import type { RawLine } from '../raw-table.ts';
import { isBlank, readNumber, readSigned, unusable, type ValueReading } from '../read-cell.ts';
import type { Cell } from '../table.ts';
import { type AccountColumn, AMOUNT_FORMS } from './columns.ts';

/** Index of each column of a table of accounts that it has. */
export type AccountIndices = { get(column: AccountColumn): number | undefined };

/** How a table says accounts: the same for each of its lines. */
export interface AccountLayout {
  readonly columns: AccountIndices;
  /** The columns that say the amount of a line; blank where the table has none. */
  readonly amount: (typeof AMOUNT_FORMS)[number] | readonly [];
  /** The column of what was debited in the year: a total may hold what stood before it. Null where the table has none. */
  readonly movement: AccountColumn | null;
  /** The chart of accounts of a line that names none. */
  readonly usual: Nomenclature;
}

export function accountLayout(columns: AccountIndices, usual: Nomenclature): AccountLayout {
  const has = (column: AccountColumn) => columns.get(column) !== undefined;
  const amount = AMOUNT_FORMS.find((all) => all.every(has)) ?? [];
  const movement = (['mouvement_debit', 'debit'] as const).find(has) ?? null;
  return { columns, amount, movement, usual };
}

/** One line of accounts as it was typed. Amounts in cents. A balance has 100,000 of them: what is seldom asked for is not kept. */
export interface RawAccount {
  readonly nomenclature: Nomenclature;
  /** Digits alone. */
  readonly account: string;
  /** Letter of the budget; `H` is the principal one. */
  readonly budget: string;
  /** Debit less credit; null where no amount is given. */
  readonly amount: bigint | null;
  /** Debit movements alone; null where the table has none: a balance of class 2 is no expense of the year. */
  readonly movement: bigint | null;
  /** Null where it is not given. */
  readonly part: bigint | null;
  readonly row: RawLine;
  readonly layout: AccountLayout;
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
 */
export function readAccountLine(row: RawLine, layout: AccountLayout): AccountLineReading {
  const { columns, usual } = layout;
  const issues: Issue[] = [];
  const read = <T>(column: AccountColumn | null, understand: (cell: Cell) => ValueReading<T>): T | null => {
    const index = column === null ? undefined : columns.get(column);
    const cell = index === undefined ? undefined : row.cell(index);
    if (index === undefined || cell === undefined || isBlank(cell)) return null;
    const fault = unusable(cell);
    const reading = fault ? { ok: false as const, code: fault } : understand(cell);
    if (reading.ok) return reading.value;
    issues.push({ code: reading.code, at: row.place(index), seen: cell.text });
    return null;
  };

  const named = read('compte', asText) ?? '';
  if (isHeading(named)) return { line: null, issues: [...issues, notAnAccount(row, columns, named)] };
  const account = read('compte', asAccount);
  const nomenclature = read('nomenclature', asNomenclature);
  const [first = null, second = null] = layout.amount.map((column) => read(column, readSigned));
  const movement = layout.movement === layout.amount[0] ? first : read(layout.movement, readSigned);
  const part = read('part_numerique', readNumber);
  if (account === null || issues.length > 0) return { line: null, issues };
  const line: RawAccount = {
    nomenclature: nomenclature ?? usual,
    account,
    budget: read('budget', asText)?.toUpperCase() || PRINCIPAL,
    amount: first === null && second === null ? null : (first ?? 0n) - (second ?? 0n),
    movement,
    part,
    row,
    layout,
  };
  return { line, issues };
}

/** The words of a line under a column; blank where it has none. */
export function wordsOf({ row, layout }: RawAccount, column: 'libelle' | 'bloc' | 'mode'): string {
  const index = layout.columns.get(column);
  return index === undefined ? '' : (row.cell(index)?.text.trim() ?? '');
}

/** Where a column of a line stands, `amount` being the first that says its amount; its account where it has no such column. */
export function placeIn({ row, layout }: RawAccount, what: AccountColumn | 'amount'): Place {
  return placeOf(row, layout.columns, what === 'amount' ? (layout.amount[0] ?? 'compte') : what);
}

/**
 * Where their amounts stand, from the first of these lines to the last: a debit and its credit are two cells, of which
 * neither is the amount.
 *
 * @param beside other columns that were read for what is placed there
 */
export function placesOf(lines: readonly RawAccount[], beside: readonly AccountColumn[] = []): Place {
  const [first, last] = [lines.at(0), lines.at(-1)];
  if (!first || !last) return {};
  const { layout } = first;
  const indices = [...layout.amount, ...beside].flatMap((column) => layout.columns.get(column) ?? []);
  if (indices.length === 0) return rangeOf(placeIn(first, 'compte'), placeIn(last, 'compte'));
  return rangeOf(first.row.place(Math.min(...indices)), last.row.place(Math.max(...indices)));
}

function asText({ text }: Cell): ValueReading<string> {
  return { ok: true, value: text.trim() };
}

function asAccount({ text }: Cell): ValueReading<string> {
  return orCode(readAccountNumber(text), 'ACCOUNT_MALFORMED');
}

function asNomenclature({ text }: Cell): ValueReading<Nomenclature> {
  return orCode(readNomenclature(text), 'NOMENCLATURE_UNKNOWN');
}

function orCode<T>(value: T | null, code: RowCode): ValueReading<T> {
  return value === null ? { ok: false, code } : { ok: true, value };
}

/** The column's cell; the account's where the table has no such column. */
function placeOf(row: RawLine, columns: AccountIndices, column: AccountColumn): Place {
  return row.place(columns.get(column) ?? columns.get('compte') ?? 0);
}

/** `Classe 6`, `6`, `Total 64`, `Sous-total`, or no digit at all: what exports put between accounts. Our rule. */
function isHeading(named: string): boolean {
  return !/\d/.test(named) || /^(?:\d|(?:classe|total|sous.?total)\b.*)$/.test(plainWord(named));
}

function notAnAccount(row: RawLine, columns: AccountIndices, named: string): Issue {
  const label = columns.get('libelle');
  const seen = named || (label === undefined ? '' : (row.cell(label)?.text.trim() ?? ''));
  return { code: 'LINE_NOT_AN_ACCOUNT', at: placeOf(row, columns, 'compte'), seen };
}
