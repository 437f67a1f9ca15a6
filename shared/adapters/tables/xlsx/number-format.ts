/** Built-in formats that show a date or a time of day (ECMA-376 part 1, 18.8.30); 46 is `[h]:mm:ss`, a duration. */
const BUILT_IN_DATES: readonly (readonly [first: number, last: number])[] = [
  [14, 22],
  [27, 36],
  [45, 45],
  [47, 47],
  [50, 58],
];

/** Whether a built-in format shows its number as a date. */
export function isBuiltInDate(id: number): boolean {
  return BUILT_IN_DATES.some(([first, last]) => first <= id && id <= last);
}

/** Quoted text, an escaped character, a width (`_)`) or a fill (`* `): shown as they are, whatever their letters. */
const LITERAL = /"[^"]*"?|[\\_*]./gs;
/** `[h]:mm` counts hours beyond 24: a duration, which is a number of days and no date. */
const ELAPSED = /\[(?:h+|m+|s+)\]/i;
/** Colours, conditions, currencies and locales: `[Red]`, `[<100]`, `[$-40C]`. */
const BRACKETS = /\[[^\]]*\]?/g;

/** Whether a custom format code shows its number as a date: a day, month, year, hour or second outside literals. */
export function isDateFormat(code: string): boolean {
  const shown = code.replace(LITERAL, '');
  if (ELAPSED.test(shown)) return false;
  return /[dmyhs]/i.test(shown.replace(BRACKETS, ''));
}
