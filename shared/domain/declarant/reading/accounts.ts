import { readAccountNumber } from '../../accounts/account-number.ts';
import {
  ACCOUNT_MODES,
  BLOCK_COLUMNS,
  type Block,
  type DigitalAccount,
} from '../../accounts/digital-account.ts';
import { readNomenclature } from '../../accounts/nomenclature.ts';
import { byText } from './by-text.ts';
import type { Line } from './lines.ts';

const BLOCKS = Object.keys(BLOCK_COLUMNS) as readonly Block[];

/** comptes.csv, by nomenclature, millésime then account: the accounts that hold digital expenses. */
export function readAccounts(lines: readonly Line<'comptes.csv'>[]): readonly DigitalAccount[] {
  const firstLines = new Map<string, number>();
  const accounts: DigitalAccount[] = [];
  for (const line of lines) {
    const nomenclature = readNomenclature(line.text('nomenclature'));
    if (nomenclature === null) line.fault('NOMENCLATURE_UNKNOWN', 'nomenclature');
    const year = /^[1-9]\d{3}$/.test(line.text('millesime')) ? Number(line.text('millesime')) : null;
    if (year === null) line.fault('YEAR_UNREADABLE', 'millesime');
    const account = readAccountNumber(line.text('compte'));
    if (account === null) line.fault('ACCOUNT_MALFORMED', 'compte');
    const block = BLOCKS.find((known) => known === line.text('bloc').toLowerCase());
    if (block === undefined) line.fault('BLOCK_UNKNOWN', 'bloc');
    const mode = ACCOUNT_MODES.find((known) => known === line.text('mode').toLowerCase());
    if (mode === undefined) line.fault('MODE_UNKNOWN', 'mode');
    if (!nomenclature || year === null || account === null || !block || !mode) continue;

    const key = `${nomenclature} ${year} ${account}`;
    const first = firstLines.get(key);
    if (first !== undefined) line.fault('ACCOUNT_TWICE', 'compte', { first: String(first) });
    else firstLines.set(key, line.line);
    accounts.push({ nomenclature, year, account, label: line.text('libelle'), block, mode });
  }
  return accounts.sort(byText(({ nomenclature, year, account }) => `${nomenclature} ${year} ${account}`));
}
