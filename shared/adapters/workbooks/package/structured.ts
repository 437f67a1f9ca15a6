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

/** A text inside a formula. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function escaped(heading: string): string {
  return heading.replace(SPECIAL, "'$&");
}
