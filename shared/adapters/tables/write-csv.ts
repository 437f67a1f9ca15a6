import Papa from 'papaparse';

/** What a spreadsheet may take for a formula: `= + - @`, tab, CR, LF, and their full-width forms. */
const FORMULA_START = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const NUMBER = /^-?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * Writes records as CSV, in UTF-8 without its mark: `;`, LF at the end of every line, quotes where RFC 4180 wants them. A cell that a
 * spreadsheet would run as a formula gets a `'` before it, unless it is strictly a number (`-5,2` stays).
 */
export function writeCsv(
  records: readonly (readonly string[])[],
  { separator = ';' }: { readonly separator?: ';' | ',' | '\t' } = {},
): Uint8Array {
  if (records.length === 0) return new Uint8Array();
  const safe = records.map((cells) => cells.map(withoutFormula));
  const text = Papa.unparse(safe, { delimiter: separator, newline: '\n', header: false });
  return new TextEncoder().encode(`${text}\n`);
}

function withoutFormula(cell: string): string {
  return FORMULA_START.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}
