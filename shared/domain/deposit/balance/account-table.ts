import {
  type AccountMode,
  BLOCK_COLUMNS,
  type Block,
  type DigitalAccount,
  type Nomenclature,
} from '../../accounts/digital-account.ts';
import { accountFinder, digitalAccountsOf } from '../../accounts/digital-accounts.ts';
import { titleOf } from '../../accounts/titles.ts';
import type { Issue } from '../../issues/issue.ts';
import { readHeadings } from '../headings.ts';
import { plainWord } from '../match-header.ts';
import type { RawTable } from '../raw-table.ts';
import { isBlank } from '../read-cell.ts';
import { accountLayout, type RawAccount, readAccountLine, wordsOf } from './account-line.ts';
import { balanceColumn } from './columns.ts';
import { type DigitalReading, digitalLines } from './digital-lines.ts';

export interface AccountTableContext {
  /** The chart of accounts of a line that names none. */
  readonly nomenclature: Nomenclature;
  /** Of the reference set, whole. */
  readonly accounts: readonly DigitalAccount[];
  readonly financialYear: number;
}

/**
 * Reads the template's table of digital accounts (headings Nomenclature, Compte, Libellé, Bloc, Mode, Montant du compte,
 * Part numérique, in any order). A line without an amount nor a part is none: where `accounts` and `issues` are both
 * blank, the table says nothing. A part without an amount is its own account's. Where the reference set lists no account
 * of a line's chart, the block and the mode that the line says, or its title, take their place.
 */
export function readAccountTable(table: RawTable, context: AccountTableContext): DigitalReading {
  const { columns, issues: headings } = readHeadings(table, balanceColumn, ['compte', 'part_numerique']);
  const amounts = [columns.get('solde'), columns.get('part_numerique')].filter(
    (index) => index !== undefined,
  );
  const rows = table.rows.filter((row) => amounts.some((index) => !isBlank(row.cell(index))));
  if (rows.length === 0) return { accounts: [], totals: null, issues: [] };
  const wrong = headings.filter(({ code }) => code !== 'COLUMN_UNKNOWN');
  if (wrong.length > 0) return { accounts: [], totals: null, issues: wrong };

  const layout = accountLayout(columns, context.nomenclature);
  const readings = rows.map((row) => readAccountLine(row, layout));
  const lines = readings.flatMap(({ line }) => (line ? [line] : []));
  const digital = digitalLines(lines, finderOf(context));
  const issues: Issue[] = [...readings.flatMap((one) => one.issues), ...digital.issues];
  return { ...digital, issues };
}

function finderOf({
  accounts,
  financialYear,
}: AccountTableContext): (line: RawAccount) => DigitalAccount | null {
  const finders = new Map<Nomenclature, (line: RawAccount) => DigitalAccount | null>();
  return (line) => {
    let find = finders.get(line.nomenclature);
    if (!find) {
      const listed = digitalAccountsOf(accounts, line.nomenclature, financialYear);
      const inList = accountFinder(listed);
      const said = new Map<string, DigitalAccount>();
      find = listed.length > 0 ? ({ account }) => inList(account) : (one) => asItSays(one, said);
      finders.set(line.nomenclature, find);
    }
    return find(line);
  };
}

const BLOCK_OF_TITLE = {
  charges_titre1: 'personnel',
  charges_titre2: 'medical',
  charges_titre3: 'general',
  charges_titre4: 'amortissement',
} as const satisfies Record<string, Block>;

/** A line of a chart of which nothing is listed is what it says; the same account twice is one. */
function asItSays(line: RawAccount, said: Map<string, DigitalAccount>): DigitalAccount | null {
  const title = titleOf(line.nomenclature, line.account);
  const block =
    (Object.keys(BLOCK_COLUMNS) as Block[]).find((known) =>
      plainWord(wordsOf(line, 'bloc')).startsWith(known),
    ) ?? (title ? BLOCK_OF_TITLE[title] : line.account.startsWith('2') ? 'investissement' : null);
  if (!block) return null;
  const mode: AccountMode = plainWord(wordsOf(line, 'mode')) === 'lecture' ? 'lecture' : 'retraitement';
  const key = `${line.account} ${block} ${mode}`;
  const known = said.get(key);
  if (known) return known;
  const { nomenclature, account } = line;
  const label = wordsOf(line, 'libelle');
  const listed: DigitalAccount = { nomenclature, year: 0, account, label, block, mode };
  said.set(key, listed);
  return listed;
}
