import { parseReference, writeReference } from '../deposit/cell-reference.ts';
import type { Place } from './issue.ts';

interface Placed {
  readonly at: Place;
}

type KeyOf<T> = (issue: T) => string;

/**
 * Merges equal neighbours into ranges: the same issue on consecutive lines of a column becomes one, from `line` to
 * `lastLine`, or one range of cells; then ranges of the same rows side by side become one, which has no column any more.
 * Two issues are equal when all but their place is. Each stays where the first of its own stood.
 *
 * @param keyOf equal for two issues that differ in nothing but their place.
 */
export function mergeNeighbours<T extends Placed>(issues: readonly T[], keyOf: KeyOf<T>): readonly T[] {
  const down = mergeBy(issues, (issue) => `${issue.at.column ?? ''}\u0000${keyOf(issue)}`, extendDown);
  return mergeBy(down, (issue) => `${rowsOf(issue.at)}\u0000${keyOf(issue)}`, extendRight);
}

/** Each issue is joined to the last of its sheet and key, where the two places make one. */
function mergeBy<T extends Placed>(
  issues: readonly T[],
  keyOf: KeyOf<T>,
  join: (place: Place, next: Place) => Place | null,
): readonly T[] {
  const merged: T[] = [];
  const open = new Map<string, number>();
  for (const issue of issues) {
    const key = `${issue.at.sheet ?? ''}\u0000${keyOf(issue)}`;
    const index = open.get(key);
    const previous = index === undefined ? undefined : merged[index];
    const at = previous ? join(previous.at, issue.at) : null;
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
function extendDown(place: Place, next: Place): Place | null {
  if (place.cell !== undefined && next.cell !== undefined) {
    const [above, below] = [cornersOf(place), cornersOf(next)];
    const follows =
      above?.from.column === below?.from.column &&
      above?.to.column === below?.to.column &&
      (above?.to.row ?? 0) + 1 === below?.from.row;
    if (!above || !below || !follows) return null;
    return { ...place, cell: rangeOf(above.from, below.to) };
  }
  if (place.line === undefined || next.line === undefined || next.line !== (place.lastLine ?? place.line) + 1)
    return null;
  return { ...place, lastLine: next.lastLine ?? next.line };
}

/** The place that holds both when the second stands directly to the right of the first, on the same rows, else null. */
function extendRight(place: Place, next: Place): Place | null {
  const [left, right] = [cornersOf(place), cornersOf(next)];
  if (!left || !right || right.from.column !== left.to.column + 1) return null;
  const { column: _, ...rest } = place;
  return { ...rest, cell: rangeOf(left.from, right.to) };
}

/** The rows that a range of cells spans; blank where it is no cell. */
function rowsOf(place: Place): string {
  const corners = cornersOf(place);
  return corners ? `${corners.from.row}:${corners.to.row}` : '';
}

interface Corner {
  readonly column: number;
  readonly row: number;
}

function cornersOf({ cell }: Place): { readonly from: Corner; readonly to: Corner } | null {
  const [first = '', last = first] = (cell ?? '').split(':');
  const [from, to] = [parseReference(first), parseReference(last)];
  return from && to ? { from, to } : null;
}

function rangeOf(from: Corner, to: Corner): string {
  return `${writeReference(from)}:${writeReference(to)}`;
}
