const LONGEST = 2_000;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;

/**
 * A text that came from outside (a file's name, a cell as read) in a form that every cell takes: a strange name
 * of one deposit must not keep a whole region from its workbook. Control characters and lone surrogates become
 * U+FFFD; beyond 2,000 characters it is cut.
 */
export function plainText(text: string): string {
  const whole = text.toWellFormed().replace(/\r\n?/g, '\n').replace(CONTROL, '\ufffd');
  // Cut by whole characters: half of a surrogate pair is no text.
  return whole.length <= LONGEST ? whole : `${whole.slice(0, LONGEST - 1).toWellFormed()}…`;
}
