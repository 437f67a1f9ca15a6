/** A place in the workbook as links name it: `'Feuille de saisie'!B4`. */
export function locationOf(sheet: string, ref: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${ref}`;
}

/** The sheet that a link leads to, with or without quotes, `#` or `$` before it; null when it names none. */
export function sheetOfLocation(location: string): string | null {
  const place = location.replace(/^#/, '').replace(/^\$/, '');
  const cut = place.lastIndexOf('!');
  if (cut <= 0) return null;
  const name = place.slice(0, cut);
  return name.startsWith("'") && name.endsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}
