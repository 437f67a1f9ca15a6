import { BLOCK_COLUMNS, type Block, type DigitalAccount } from '../../accounts/digital-account.ts';
import type { Issue } from '../../issues/issue.ts';
import { formatHundredths } from '../../numbers/format-hundredths.ts';
import type { AccountLine } from '../../return/details.ts';
import { shownName } from '../shown-name.ts';
import { placeIn, placesOf, type RawAccount, wordsOf } from './account-line.ts';
import type { AccountColumn } from './columns.ts';

/** Cents by block. Investment is optional: null where no line says any. */
type BlockTotals = { readonly [B in Block]: B extends 'investissement' ? bigint | null : bigint };

export interface DigitalReading {
  /** One per digital account that has lines, by account. */
  readonly accounts: readonly AccountLine[];
  /** Null while the digital part of a line is asked for. */
  readonly totals: BlockTotals | null;
  readonly issues: readonly Issue[];
}

/** A line with the digital account that it falls under, and the amount of the year that it says. */
interface Matched {
  readonly line: RawAccount;
  readonly under: DigitalAccount;
  /** Cents; null where the line says none. */
  readonly amount: bigint | null;
}

/**
 * The digital part of lines of accounts: the whole of an account that is read, the part given of one that is restated.
 * domain-facts.md, 1.2: « soit par simple lecture du montant de certains comptes, soit par un retraitement analytique ».
 *
 * @param find the digital account that a line falls under; null when it is none.
 */
export function digitalLines(
  lines: readonly RawAccount[],
  find: (line: RawAccount) => DigitalAccount | null,
): DigitalReading {
  const ofNoAccount: Issue[] = [];
  const matched: Matched[] = [];
  for (const line of lines) {
    const under = find(line);
    if (under) {
      const asset = under.block === 'investissement';
      const amount = asset ? (line.movement ?? line.part) : line.amount;
      // What an asset stands at says nothing of what was bought in the year.
      if (!asset || amount !== null) matched.push({ line, under, amount });
    } else if (line.part !== null && line.part > 0n) {
      ofNoAccount.push({
        code: 'DIGITAL_PART_OF_NO_ACCOUNT',
        at: placeIn(line, 'part_numerique'),
        seen: formatHundredths(line.part),
        facts: { account: line.account },
      });
    }
  }
  const missing = matched.filter(isMissing);
  const accounts = [...Map.groupBy(matched, ({ under }) => under)]
    .map(([under, all]) => accountLine(under, all))
    .sort((a, b) => (a.account < b.account ? -1 : 1));
  return {
    accounts,
    totals: missing.length > 0 ? null : totalsOf(accounts),
    issues: [...ofNoAccount, ...missing.map(partMissing), ...matched.filter(isOver).map(partOver)],
  };
}

/** No part is asked of an account at zero or below: refunds and reversals have none. */
function isMissing({ line, under, amount }: Matched): boolean {
  return under.mode === 'retraitement' && line.part === null && amount !== null && amount > 0n;
}

function isOver({ line, under, amount }: Matched): boolean {
  if (under.mode !== 'retraitement' || line.part === null || amount === null) return false;
  return line.part > (amount > 0n ? amount : 0n);
}

function partMissing({ line, under }: Matched): Issue {
  const facts = { account: line.account, label: shownName(wordsOf(line, 'libelle') || under.label) };
  return { code: 'DIGITAL_PART_MISSING', at: placeIn(line, 'part_numerique'), seen: '', facts };
}

function partOver({ line, amount }: Matched): Issue {
  const facts = { account: line.account, amount: formatHundredths(amount ?? 0n) };
  return {
    code: 'DIGITAL_PART_OVER_AMOUNT',
    at: placeIn(line, 'part_numerique'),
    seen: formatHundredths(line.part ?? 0n),
    facts,
  };
}

function accountLine(under: DigitalAccount, all: readonly Matched[]): AccountLine {
  const amount = all.reduce((sum, one) => sum + (one.amount ?? one.line.part ?? 0n), 0n);
  const parts = all.reduce((sum, { line }) => sum + (line.part ?? 0n), 0n);
  return {
    nomenclature: under.nomenclature,
    account: under.account,
    label: under.label,
    block: under.block,
    amount,
    digital: under.mode === 'lecture' ? amount : parts,
    at: placesOf(
      all.map(({ line }) => line),
      readBeside(under),
    ),
  };
}

/** What is read of a digital account beside its amount. */
function readBeside({ mode, block }: DigitalAccount): readonly AccountColumn[] {
  if (mode === 'retraitement') return ['part_numerique'];
  return block === 'investissement' ? ['mouvement_debit', 'part_numerique'] : [];
}

function totalsOf(accounts: readonly AccountLine[]): BlockTotals {
  const of = (block: Block) => accounts.filter((one) => one.block === block);
  const sums = Object.fromEntries(
    Object.keys(BLOCK_COLUMNS).map((block) => [
      block,
      of(block as Block).reduce((sum, { digital }) => sum + digital, 0n),
    ]),
  ) as Record<Block, bigint>;
  return { ...sums, investissement: of('investissement').length > 0 ? sums.investissement : null };
}
