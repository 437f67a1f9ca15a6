import { element } from './element.ts';
import { withChild } from './worksheet-children.ts';

/** What Excel marks with a green corner though it is meant: a number kept as text, a formula left open on a protected sheet. */
export type Flag = 'numberStoredAsText' | 'unlockedFormula';

/** A worksheet's XML with ranges in which Excel flags none of these. */
export function withIgnoredErrors(xml: string, ranges: readonly string[], flags: readonly Flag[]): string {
  if (ranges.length === 0) return xml;
  const ignored = element('ignoredError', {
    sqref: ranges.join(' '),
    ...Object.fromEntries(flags.map((flag) => [flag, 1])),
  });
  return withChild(xml, 'ignoredErrors', element('ignoredErrors', {}, ignored));
}
