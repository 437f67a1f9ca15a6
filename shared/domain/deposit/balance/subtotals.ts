import type { RawAccount } from './account-line.ts';

/**
 * Lines that repeat the sum of others: an account that is the beginning of others of its budget and whose amount is the
 * sum of those directly under it. Exports list a class, its accounts and their subdivisions together; counted twice, they
 * would double the budget. Our rule.
 */
export function subtotalsOf(lines: readonly RawAccount[]): ReadonlySet<RawAccount> {
  const budgets = Map.groupBy(lines, ({ nomenclature, budget }) => `${nomenclature} ${budget}`);
  return new Set([...budgets.values()].flatMap(ofOneBudget));
}

/** An account, and what stands directly under it. */
interface Node {
  readonly account: string;
  readonly lines: RawAccount[];
  amount: bigint;
  /** Null while nothing stands under it. */
  below: bigint | null;
}

/** In the order of the accounts, those that one begins with are on the path that leads to it. */
function ofOneBudget(lines: readonly RawAccount[]): readonly RawAccount[] {
  const subtotals: RawAccount[] = [];
  const path: Node[] = [];
  const leave = (node: Node) => {
    path.pop();
    const above = path.at(-1);
    if (above) above.below = (above.below ?? 0n) + node.amount;
    if (node.amount !== 0n && node.amount === node.below) for (const line of node.lines) subtotals.push(line);
  };
  for (const line of lines.toSorted(byAccount)) {
    const { account, amount } = line;
    for (let last = path.at(-1); last && !account.startsWith(last.account); last = path.at(-1)) leave(last);
    const same = path.at(-1);
    if (same?.account === account) {
      same.lines.push(line);
      same.amount += amount ?? 0n;
    } else path.push({ account, lines: [line], amount: amount ?? 0n, below: null });
  }
  for (let last = path.at(-1); last; last = path.at(-1)) leave(last);
  return subtotals;
}

function byAccount(a: RawAccount, b: RawAccount): number {
  if (a.account === b.account) return 0;
  return a.account < b.account ? -1 : 1;
}
