/** Characters of a heading, or of another name read in a file, that a place or a fact repeats. */
const LONGEST_SHOWN = 120;

/**
 * A name as issues repeat it, cut where it is longer than anyone would write: every issue and every value of a column
 * carries its heading, and one heading of a megabyte would make a verdict of gigabytes.
 */
export function shownName(name: string): string {
  if (name.length <= LONGEST_SHOWN) return name;
  // Never through a character of two code units.
  return `${name.slice(0, LONGEST_SHOWN).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
