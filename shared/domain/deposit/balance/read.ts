import type { DigitalAccount, Nomenclature } from '../../accounts/digital-account.ts';
import { accountFinder, digitalAccountsOf } from '../../accounts/digital-accounts.ts';
import { nomenclatureOf } from '../../accounts/nomenclature.ts';
import { TITLE_COLUMNS, titleOf } from '../../accounts/titles.ts';
import { financialYear } from '../../campaign/campaign.ts';
import type { Issue, Place } from '../../issues/issue.ts';
import { formatHundredths } from '../../numbers/format-hundredths.ts';
import type { Entry } from '../../return/entry.ts';
import { COLUMNS, NO_VALUES, type Values } from '../columns.ts';
import { areRefused, readHeadings } from '../headings.ts';
import { rangeOf } from '../line-range.ts';
import type { RawTable } from '../raw-table.ts';
import { type Reading, type ReadingContext, unreadable } from '../reading.ts';
import { type BodyLines, whoseLines } from '../whose.ts';
import { type AccountIndices, type RawAccount, readAccountLine } from './account-line.ts';
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
    entries: whose.bodies.map((body) => entryOf(body, table, headings.columns, context)),
  };
}

function entryOf(
  { finess, lines, issues: whoseIssues }: BodyLines,
  table: RawTable,
  columns: AccountIndices,
  context: ReadingContext,
): Entry {
  const declarant = context.directory.declarant(finess);
  const usual = nomenclatureOf(declarant?.status ?? 'public');
  const readings = lines.map((row) => readAccountLine(row, columns, usual));
  const all = readings.flatMap(({ line }) => (line ? [line] : []));
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
      ...readings.flatMap(({ issues }) => issues),
      ...[...subtotals].map(({ account, at }) => ({
        code: 'ACCOUNT_SUBTOTAL' as const,
        at: at('compte'),
        seen: account,
      })),
      ...budgetsTogether(counted, table, columns),
      ...titles.issues,
      ...digital.issues,
    ],
    ...(digital.values ? { details: { accounts: digital.accounts } } : {}),
  };
}

interface Part {
  readonly values: Partial<Values>;
  readonly places: Entry['places'];
  readonly issues: readonly Issue[];
}

function titlesOf(lines: readonly RawAccount[]): Part {
  const byTitle = Map.groupBy(lines, ({ nomenclature, account }) => titleOf(nomenclature, account));
  const everywhere = placeOf([...byTitle].flatMap(([title, all]) => (title ? all : [])));
  const sums = TITLE_COLUMNS.map((title) => {
    const all = byTitle.get(title) ?? [];
    const sum = all.reduce((total, { amount }) => total + (amount ?? 0n), 0n);
    return { title, sum, at: all.length > 0 ? placeOf(all) : everywhere };
  });
  return {
    values: Object.fromEntries(sums.map(({ title, sum }) => [title, sum])),
    places: Object.fromEntries(sums.map(({ title, at }) => [title, at])),
    issues: sums
      .filter(({ sum }) => sum < 0n)
      .map(({ title, sum, at }) => ({
        code: 'TITLE_NEGATIVE',
        at,
        seen: formatHundredths(sum),
        facts: { title: COLUMNS[title].label },
      })),
  };
}

/** From the first of these lines to the last. */
function placeOf(lines: readonly RawAccount[]): Place {
  return rangeOf(lines.at(0)?.at('amount') ?? {}, lines.at(-1)?.at('amount') ?? {});
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
  const at = placeOf(lines);
  return {
    values,
    places: Object.fromEntries(Object.keys(values).map((column) => [column, at])),
    issues,
    accounts,
  };
}

function budgetsTogether(
  lines: readonly RawAccount[],
  { header }: RawTable,
  columns: AccountIndices,
): readonly Issue[] {
  const budgets = [...new Set(lines.map(({ budget }) => budget))].sort();
  const column = columns.get('budget');
  if (column === undefined || budgets.length < 2) return [];
  return [{ code: 'BUDGETS_TOGETHER', at: header.place(column), seen: budgets.join(', ') }];
}
