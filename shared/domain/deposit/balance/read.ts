import { BLOCK_COLUMNS, type DigitalAccount, type Nomenclature } from '../../accounts/digital-account.ts';
import { accountFinder, digitalAccountsOf } from '../../accounts/digital-accounts.ts';
import { nomenclatureOf } from '../../accounts/nomenclature.ts';
import { TITLE_COLUMNS, titleOf } from '../../accounts/titles.ts';
import { financialYear } from '../../campaign/campaign.ts';
import type { Issue, Place } from '../../issues/issue.ts';
import { formatHundredths } from '../../numbers/format-hundredths.ts';
import type { Entry } from '../../return/entry.ts';
import { type AmountColumn, COLUMNS, NO_VALUES, type Values } from '../columns.ts';
import { areRefused, readHeadings } from '../headings.ts';
import { rangeOf } from '../line-range.ts';
import type { RawTable } from '../raw-table.ts';
import { type Reading, type ReadingContext, unreadable } from '../reading.ts';
import { type BodyLines, whoseLines } from '../whose.ts';
import {
  type AccountLayout,
  accountLayout,
  placeIn,
  placesOf,
  type RawAccount,
  readAccountLine,
} from './account-line.ts';
import { balanceColumn } from './columns.ts';
import { type DigitalReading, digitalLines } from './digital-lines.ts';
import { subtotalsOf } from './subtotals.ts';

/**
 * A balance of accounts: one entry per body, of the section `budget`, and of `numerique` where the digital part of every
 * account that asks for one is there. What a balance does not hold (total investment uses) stays blank.
 */
export function readBalance(table: RawTable, context: ReadingContext): Reading {
  const headings = readHeadings(table, balanceColumn, ['compte']);
  if (areRefused(headings)) return unreadable('balance', headings.issues);
  const whose = whoseLines(table, headings.columns, context);
  return {
    kind: 'balance',
    issues: [...headings.issues, ...whose.issues],
    orphans: whose.orphans,
    entries: whose.bodies.map((body) => {
      const usual = nomenclatureOf(context.directory.declarant(body.finess)?.status ?? 'public');
      return entryOf(body, table, accountLayout(headings.columns, usual), context);
    }),
  };
}

function entryOf(
  { finess, lines, issues: whoseIssues }: BodyLines,
  table: RawTable,
  layout: AccountLayout,
  context: ReadingContext,
): Entry {
  const all: RawAccount[] = [];
  const unread: Issue[] = [];
  for (const row of lines) {
    const { line, issues } = readAccountLine(row, layout);
    if (line && isCounted(line)) all.push(line);
    for (const issue of issues) unread.push(issue);
  }
  const subtotals = subtotalsOf(all);
  const counted = all.filter((line) => !subtotals.has(line));
  const titles = titlesOf(counted);
  const digital = digitalOf(counted, context);
  return {
    campaign: context.campaign,
    finess,
    source: context.source,
    line: lines[0].line,
    sections: digital.values ? ['budget', 'numerique'] : ['budget'],
    values: { ...NO_VALUES, ...titles.values, ...digital.values },
    places: { ...titles.places, ...digital.places },
    issues: [
      ...whoseIssues,
      ...unread,
      ...all.filter((line) => subtotals.has(line)).map(subtotalOf),
      ...budgetsTogether(counted, table, layout),
      ...(unread.length > 0 ? [] : withoutExpenses(counted, lines)),
      ...titles.issues,
      ...digital.issues,
    ],
    ...(digital.values ? { details: { accounts: digital.accounts } } : {}),
  };
}

/** Classes 6 and 2: what else a balance holds is neither spent nor acquired. A digital part given to it is told all the same. */
function isCounted({ account, part }: RawAccount): boolean {
  return account.startsWith('6') || account.startsWith('2') || (part !== null && part > 0n);
}

function subtotalOf(line: RawAccount): Issue {
  return { code: 'ACCOUNT_SUBTOTAL', at: placeIn(line, 'compte'), seen: line.account };
}

const DIGITAL_COLUMNS = Object.values(BLOCK_COLUMNS);

interface Part {
  readonly values: Partial<Values>;
  readonly places: Entry['places'];
  readonly issues: readonly Issue[];
}

function titlesOf(lines: readonly RawAccount[]): Part {
  const byTitle = Map.groupBy(lines, ({ nomenclature, account }) => titleOf(nomenclature, account));
  // Of a title that has no account: among all that were looked at, by their numbers.
  const everywhere = placesOf(
    lines.filter(({ nomenclature, account }) => titleOf(nomenclature, account)),
    ['compte'],
  );
  const sums = TITLE_COLUMNS.map((title) => {
    const all = byTitle.get(title) ?? [];
    const sum = all.reduce((total, { amount }) => total + (amount ?? 0n), 0n);
    return { title, sum, at: all.length > 0 ? placesOf(all) : everywhere };
  });
  return {
    values: Object.fromEntries(sums.map(({ title, sum }) => [title, sum])),
    places: Object.fromEntries(sums.map(({ title, at }) => [title, at])),
    issues: sums.flatMap(({ title, sum, at }) => belowZero(title, sum, at)),
  };
}

/** A balance sheet, or a part of a balance, would set the budget to zero. Our rule. */
function withoutExpenses(counted: readonly RawAccount[], lines: BodyLines['lines']): readonly Issue[] {
  if (counted.some(({ account }) => account.startsWith('6'))) return [];
  const first = lines[0].place(0);
  const last = (lines.at(-1) ?? lines[0]).place(0);
  return [{ code: 'BALANCE_WITHOUT_EXPENSES', at: rangeOf(first, last), seen: '' }];
}

/** More was reversed than spent, or the sign is wrong: no amount is negative. rules.md, refusal 2. */
function belowZero(column: AmountColumn, sum: bigint | null, at: Place): readonly Issue[] {
  if (sum === null || sum >= 0n) return [];
  const facts = { title: COLUMNS[column].label };
  return [{ code: 'TITLE_NEGATIVE', at, seen: formatHundredths(sum), facts }];
}

/** Null values where a part is asked for, or where the reference set lists no account: the section is not filled. */
function digitalOf(
  lines: readonly RawAccount[],
  { campaign, directory }: ReadingContext,
): Omit<Part, 'values'> & { readonly values: Partial<Values> | null } & Pick<DigitalReading, 'accounts'> {
  const year = financialYear(campaign);
  const finders = new Map<Nomenclature, ((account: string) => DigitalAccount | null) | null>();
  for (const { nomenclature } of lines) {
    if (finders.has(nomenclature)) continue;
    const listed = digitalAccountsOf(directory.reference.accounts, nomenclature, year);
    finders.set(nomenclature, listed.length > 0 ? accountFinder(listed) : null);
  }
  const unknown = [...finders].filter(([, find]) => find === null).map(([nomenclature]) => nomenclature);
  if (unknown.length > 0) {
    const issues = unknown.map((nomenclature) => ({
      code: 'ACCOUNTS_UNKNOWN' as const,
      at: {},
      seen: nomenclature,
      facts: { nomenclature, exercice: String(year) },
    }));
    return { values: null, places: {}, issues, accounts: [] };
  }
  const reading = digitalLines(
    lines,
    ({ nomenclature, account }) => finders.get(nomenclature)?.(account) ?? null,
  );
  const { accounts, totals, issues } = reading;
  if (!totals) return { values: null, places: {}, issues, accounts };
  const values = {
    num_personnel: totals.personnel,
    num_medical: totals.medical,
    num_general: totals.general,
    num_amortissement: totals.amortissement,
    num_investissement: totals.investissement,
  };
  const at = placesOf(lines, ['compte', 'part_numerique']);
  return {
    values,
    places: Object.fromEntries(Object.keys(values).map((column) => [column, at])),
    issues: [...issues, ...DIGITAL_COLUMNS.flatMap((column) => belowZero(column, values[column], at))],
    accounts,
  };
}

function budgetsTogether(
  lines: readonly RawAccount[],
  { header }: RawTable,
  { columns }: AccountLayout,
): readonly Issue[] {
  const budgets = [...new Set(lines.map(({ budget }) => budget))].sort();
  const column = columns.get('budget');
  if (column === undefined || budgets.length < 2) return [];
  return [{ code: 'BUDGETS_TOGETHER', at: header.place(column), seen: budgets.join(', ') }];
}
