import type { Place } from '../issues/issue.ts';

/** From one place to another, each of them a place or a range: « lignes 3 à 7 », or the cells from the first to the last. */
export function rangeOf(first: Place, last: Place): Place {
  const sheet = first.sheet === undefined ? {} : { sheet: first.sheet };
  if (first.cell !== undefined && last.cell !== undefined) {
    const from = first.cell.split(':')[0] ?? first.cell;
    const to = last.cell.split(':').at(-1) ?? last.cell;
    return { ...sheet, cell: from === to ? from : `${from}:${to}` };
  }
  const line = first.line === undefined ? {} : { line: first.line };
  const end = last.lastLine ?? last.line;
  return end === undefined || end === first.line
    ? { ...sheet, ...line }
    : { ...sheet, ...line, lastLine: end };
}
