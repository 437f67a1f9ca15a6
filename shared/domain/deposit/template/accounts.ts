import { BLOCK_COLUMNS, type Block } from '../../accounts/digital-account.ts';
import { nomenclatureOf } from '../../accounts/nomenclature.ts';
import { financialYear } from '../../campaign/campaign.ts';
import type { Finess } from '../../finess/finess.ts';
import type { IssueCode } from '../../issues/codes.ts';
import type { Issue } from '../../issues/issue.ts';
import { readAccountTable } from '../balance/account-table.ts';
import { type BalanceColumn, balanceColumn } from '../balance/columns.ts';
import { readHeadings } from '../headings.ts';
import type { RawLine, RawTable } from '../raw-table.ts';
import { isBlank } from '../read-cell.ts';
import type { ReadingContext } from '../reading.ts';
import { filledLines } from './named-table.ts';
import type { TableReading } from './table-reading.ts';

/** Issues of lines that were read, and count for what they say. */
const COUNTED: readonly IssueCode[] = [
  'LINE_NOT_AN_ACCOUNT',
  'DIGITAL_PART_OF_NO_ACCOUNT',
  'DIGITAL_PART_OVER_AMOUNT',
];

/** While the digital part of an account is asked for, the file leaves the section as it was: its lines are not the whole. */
export function readAccounts(
  table: RawTable,
  { directory, campaign }: ReadingContext,
  finess: Finess,
): TableReading {
  const status = directory.declarant(finess)?.status ?? 'public';
  const { accounts, totals, ...reading } = readAccountTable(withoutFormulas(table), {
    nomenclature: nomenclatureOf(status),
    accounts: directory.reference.accounts,
    financialYear: financialYear(campaign),
  });
  const assets = assetsWithoutPart(table);
  const issues = [...reading.issues, ...assets];
  if (assets.length > 0 || (totals === null && accounts.length > 0)) return { issues, withheld: 'numerique' };
  const blocks = Object.keys(BLOCK_COLUMNS) as readonly Block[];
  return {
    issues,
    details: { accounts },
    totals: blocks.map((block) => ({
      column: BLOCK_COLUMNS[block],
      total: totals?.[block] ?? null,
      given: accounts.some((account) => account.block === block),
      partial: issues.some(({ code }) => !COUNTED.includes(code)),
    })),
  };
}

/** The amount of a fixed asset is a stock: what was acquired in the year is asked for as its digital part. Our rule. */
function assetsWithoutPart(table: RawTable): readonly Issue[] {
  const { columns } = readHeadings(table, balanceColumn, []);
  const cell = (row: RawLine, column: BalanceColumn) => row.cell(columns.get(column) ?? -1);
  return filledLines(table, [columns.get('solde')]).flatMap((row): readonly Issue[] => {
    const account = cell(row, 'compte')?.text.trim() ?? '';
    if (!account.startsWith('2') || !isBlank(cell(row, 'part_numerique'))) return [];
    const facts = { account, label: cell(row, 'libelle')?.text.trim() ?? '' };
    const at = row.place(columns.get('part_numerique') ?? -1);
    return [{ code: 'DIGITAL_PART_MISSING', at, seen: '', facts }];
  });
}

/** What formulas deduce from the account, calculated or not, is not typed: the reader deduces it anew. */
function withoutFormulas(table: RawTable): RawTable {
  const { columns } = readHeadings(table, balanceColumn, []);
  const deduced = [columns.get('bloc'), columns.get('mode')];
  const cell = (row: RawLine, index: number) => {
    const found = row.cell(index);
    return deduced.includes(index) && found?.kind === 'formula-without-value' ? undefined : found;
  };
  return { ...table, rows: table.rows.map((row) => ({ ...row, cell: (index) => cell(row, index) })) };
}
