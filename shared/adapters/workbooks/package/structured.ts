/** In a structured reference these characters of a heading are written after an apostrophe. */
const SPECIAL = /['#[\]@]/g;

/** Every value of a table's column: `PartNumerique[Statut]`. */
export function column(table: string, heading: string): string {
  return `${table}[${escaped(heading)}]`;
}

/** The value of a column on the formula's own row, in the long form that files hold. */
export function thisRow(table: string, heading: string): string {
  return `${table}[[#This Row],[${escaped(heading)}]]`;
}

/** The values of neighbouring columns, from one to another, on the formula's own row. */
export function thisRowRange(table: string, from: string, to: string): string {
  return from === to ? thisRow(table, from) : `${table}[[#This Row],[${escaped(from)}]:[${escaped(to)}]]`;
}

/** A text inside a formula. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function escaped(heading: string): string {
  return heading.replace(SPECIAL, "'$&");
}
