import type { DigitalAccount } from '../../shared/domain/accounts/digital-account.ts';
import { readDeposit } from '../../shared/domain/deposit/read-deposit.ts';
import type { Reading, ReadingContext } from '../../shared/domain/deposit/reading.ts';
import type { Entry } from '../../shared/domain/return/entry.ts';
import { bodiesOf } from './caller.ts';
import { delimited, readingContext } from './declaration.ts';
import { CARRIER, directory } from './directory.ts';

type Records = readonly (readonly string[])[];

/** A line of comptes.csv. */
export function digitalAccount(
  account: string,
  block: DigitalAccount['block'],
  mode: DigitalAccount['mode'],
  over: Partial<DigitalAccount> = {},
): DigitalAccount {
  return { nomenclature: 'M21', year: 2024, account, label: `Compte ${account}`, block, mode, ...over };
}

export const DIGITAL_ACCOUNTS: readonly DigitalAccount[] = [
  digitalAccount('64', 'personnel', 'retraitement'),
  digitalAccount('615261', 'general', 'lecture'),
  digitalAccount('6284', 'general', 'lecture'),
  digitalAccount('6811', 'amortissement', 'retraitement'),
  digitalAccount('2183', 'investissement', 'lecture'),
  digitalAccount('6156', 'general', 'lecture', { nomenclature: 'PCG' }),
];

/** Of the carrier, a public body, unless the context says otherwise. */
export function balanceContext(over: Partial<ReadingContext> = {}): ReadingContext {
  return readingContext({
    directory: directory({ accounts: DIGITAL_ACCOUNTS }),
    perimeter: bodiesOf(CARRIER),
    ...over,
  });
}

export function readBalanceOf(records: Records, over: Partial<ReadingContext> = {}): Reading {
  return readDeposit({ kind: 'delimited', content: delimited(...records) }, balanceContext(over));
}

/** The one entry of a balance of the carrier, of the financial year collected. */
export function balanceEntry(headings: readonly string[], ...rows: Records): Entry {
  const { entries } = readBalanceOf([['exercice', ...headings], ...rows.map((row) => ['2025', ...row])]);
  const [entry, ...others] = entries;
  if (!entry || others.length > 0) throw new Error('not one entry');
  return entry;
}

export function titlesOf({ values }: Entry) {
  return [values.charges_titre1, values.charges_titre2, values.charges_titre3, values.charges_titre4];
}

export function digitalOf({ values }: Entry) {
  const { num_personnel, num_medical, num_general, num_amortissement, num_investissement } = values;
  return [num_personnel, num_medical, num_general, num_amortissement, num_investissement];
}
