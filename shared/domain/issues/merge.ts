import { parseReference, writeReference } from '../deposit/cell-reference.ts';
import type { Place } from './issue.ts';

/** At most that many issues in one verdict (contracts.md). */
export const MOST_ISSUES = 1_000;

interface Placed {
  readonly at: Place;
}

/**
 * Merges equal neighbours into ranges: the same issue on consecutive lines of a column becomes one, from `line`
 * to `lastLine`, or one cell range. Two issues are equal when all but their place is.
 *
 * @param keyOf equal for two issues that differ in nothing but their place.
 */
export function mergeNeighbours<T extends Placed>(
  issues: readonly T[],
  keyOf: (issue: T) => string,
): readonly T[] {
  const merged: T[] = [];
  const open = new Map<string, number>();
  for (const issue of issues) {
    const key = `${issue.at.sheet ?? ''}\u0000${issue.at.column ?? ''}\u0000${keyOf(issue)}`;
    const index = open.get(key);
    const previous = index === undefined ? undefined : merged[index];
    const at = previous ? extend(previous.at, issue.at) : null;
    if (index !== undefined && previous && at) {
      merged[index] = { ...previous, at };
      continue;
    }
    open.set(key, merged.length);
    merged.push(issue);
  }
  return merged;
}

/** The place that holds both when the second directly follows the first, else null. */
function extend(place: Place, next: Place): Place | null {
  if (place.cell !== undefined && next.cell !== undefined) return extendCells(place, next.cell);
  if (place.line === undefined || next.line === undefined || next.line !== (place.lastLine ?? place.line) + 1)
    return null;
  return { ...place, lastLine: next.line };
}

function extendCells(place: Place, next: string): Place | null {
  const [first = '', last = first] = (place.cell ?? '').split(':');
  const end = parseReference(last);
  const following = parseReference(next);
  if (!end || !following || following.column !== end.column || following.row !== end.row + 1) return null;
  return { ...place, cell: `${first}:${writeReference(following)}` };
}
