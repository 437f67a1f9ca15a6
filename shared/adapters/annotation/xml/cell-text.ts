const LONGEST = 32_767;

/** What XML cannot carry, or a reader would change; an escape that a text happens to hold is escaped itself. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is escaped
const ESCAPED = /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g;

/**
 * A text as a cell or a comment holds it: control characters as Excel escapes them (`_x0001_`), 32,767 characters at
 * most, never half of a character.
 */
export function cellText(text: string): string {
  const whole = text.toWellFormed();
  const fitting = whole.length <= LONGEST ? whole : `${whole.slice(0, LONGEST - 1).toWellFormed()}…`;
  return fitting.replace(
    ESCAPED,
    (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
}
