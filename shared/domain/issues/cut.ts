import type { IssueCode } from './codes.ts';

/** At most that many issues in one verdict (contracts.md). */
export const MOST_ISSUES = 1_000;

/**
 * The first issues, in their order, when there are too many for a verdict: as many of each code as leaves room for every
 * other, so that a fault on every line of a file hides none that comes after it.
 *
 * @param most @default MOST_ISSUES
 */
export function cutToMost<T extends { readonly code: IssueCode }>(
  issues: readonly T[],
  most = MOST_ISSUES,
): readonly T[] {
  if (issues.length <= most) return issues;
  const limits = limitsOf(issues, most);
  const given = new Map<IssueCode, number>();
  return issues.filter(({ code }) => {
    const count = (given.get(code) ?? 0) + 1;
    given.set(code, count);
    return count <= (limits.get(code) ?? 0);
  });
}

/** How many of each code: the rarest whole, what is left shared out among the others, the first of them first. */
function limitsOf(
  issues: readonly { readonly code: IssueCode }[],
  most: number,
): ReadonlyMap<IssueCode, number> {
  const counts = [...Map.groupBy(issues, ({ code }) => code)].map(([code, all]) => ({
    code,
    count: all.length,
  }));
  const limits = new Map<IssueCode, number>();
  let left = most;
  counts
    .toSorted((a, b) => a.count - b.count)
    .forEach(({ code, count }, index) => {
      const limit = Math.min(count, Math.floor(left / (counts.length - index)));
      limits.set(code, limit);
      left -= limit;
    });
  return limits;
}
