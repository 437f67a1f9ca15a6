import { columnOf, parseReference, rowOf, writeReference } from './packed-reference.ts';

/** `Sheet1!$B$4`, `'Clôture et budget'!$B$4`, or the same with its cell twice (`$B$4:$B$4`). */
const ONE_CELL =
  /^(?:'((?:[^']|'')+)'|([^'![\]:]+))!(\$?[A-Z]{1,3}\$?\d{1,7})(?::(\$?[A-Z]{1,3}\$?\d{1,7}))?$/;
/** A sheet's name has 31 characters at most, doubled quotes 62: what is longer is a formula, and is not looked at. */
const LONGEST = 120;

/** The one cell that a defined name points at; null for a range, a formula, an error or another workbook. */
export function parseOneCell(formula: string): { readonly sheet: string; readonly cell: string } | null {
  const text = formula.trim();
  if (text.length > LONGEST) return null;
  const [, quoted, bare, first = '', last = first] = ONE_CELL.exec(text) ?? [];
  const place = parseReference(first.replaceAll('$', ''));
  if (place === null || first.replaceAll('$', '') !== last.replaceAll('$', '')) return null;
  const sheet = quoted?.replaceAll("''", "'") ?? bare ?? '';
  // `'[Budget.xlsx]Feuil1'!$B$4` is a cell of another workbook.
  return sheet.includes('[') ? null : { sheet, cell: writeReference(rowOf(place), columnOf(place)) };
}
