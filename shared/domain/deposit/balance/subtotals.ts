import type { RawAccount } from './account-line.ts';

/**
 * Lines that repeat the sum of others: an account that is the beginning of others of its budget and whose amount is the
 * sum of those directly under it. Exports list a class, its accounts and their subdivisions together; counted twice, they
 * would double the budget. Our rule.
 */
export function subtotalsOf(lines: readonly RawAccount[]): ReadonlySet<RawAccount> {
  const groups = Map.groupBy(lines, ({ nomenclature, budget }) => `${nomenclature} ${budget}`);
  return new Set([...groups.values()].flatMap(ofOneBudget));
}

interface Node {
  readonly account: string;
  readonly lines: readonly RawAccount[];
  readonly amount: bigint;
  below: bigint;
  hasBelow: boolean;
}

function ofOneBudget(lines: readonly RawAccount[]): readonly RawAccount[] {
  const byAccount = Map.groupBy(lines, ({ account }) => account);
  const nodes = [...byAccount]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([account, all]): Node => ({ account, lines: all, amount: sumOf(all), below: 0n, hasBelow: false }));
  // In the order of the accounts, those that one begins with are on the path that leads to it.
  const path: Node[] = [];
  for (const node of nodes) {
    while (path.length > 0 && !node.account.startsWith(path.at(-1)?.account ?? '')) path.pop();
    const above = path.at(-1);
    if (above) {
      above.below += node.amount;
      above.hasBelow = true;
    }
    path.push(node);
  }
  return nodes
    .filter(({ hasBelow, amount, below }) => hasBelow && amount !== 0n && amount === below)
    .flatMap((node) => node.lines);
}

function sumOf(lines: readonly RawAccount[]): bigint {
  return lines.reduce((sum, { amount }) => sum + (amount ?? 0n), 0n);
}
