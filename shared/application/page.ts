/** Part of a list, and where the next part begins; null at the end. */
export interface Page<T, C> {
  readonly elements: readonly T[];
  readonly next: C | null;
}

/** Elements of a page where nobody says how many. */
export const USUAL_PAGE = 50;

/** The first page of what was found: @param found at least one more than the limit where there are more. */
export function firstPage<T, C>(found: readonly T[], limit: number, cursorOf: (last: T) => C): Page<T, C> {
  const elements = found.slice(0, limit);
  const last = elements.at(-1);
  return { elements, next: found.length > limit && last !== undefined ? cursorOf(last) : null };
}
