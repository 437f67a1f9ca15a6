import type { RawSheet } from './read-cells.ts';
import type { RawTable } from './table-faults.ts';

/** `Table[Column]`, `Table[[#This Row],[Column]]`: a heading's special characters stand after an apostrophe. */
const STRUCTURED = /\b([A-Za-z_][\w.]*)\[((?:\[(?:'.|[^\]'])*\],?|'.|[^[\]'])*)\]/g;
const INNER = /\[((?:'.|[^\]'])*)\]/g;
const LINK = /HYPERLINK\("#'((?:[^']|'')+)'!/g;

/** Formulas that name a table, a column or a sheet that is not there. Texts within them are left out. */
export function formulaFaults(sheets: readonly RawSheet[], tables: readonly RawTable[]): readonly string[] {
  const known = new Map(tables.map(({ name, columns }) => [name, new Set(columns)]));
  const names = new Set(sheets.map(({ name }) => name));
  const faults = new Set<string>();
  for (const { name, order } of sheets)
    for (const { formula, value, ref } of order) {
      if (formula === null) continue;
      if (value === null) faults.add(`${name}: ${ref} is a formula without its value`);
      for (const [, target = ''] of formula.matchAll(LINK))
        if (!names.has(target.replaceAll("''", "'")))
          faults.add(`${name}: ${ref} leads to no sheet ${target}`);
      for (const [, table = '', inside = ''] of formula
        .replace(/"(?:[^"]|"")*"/g, '""')
        .matchAll(STRUCTURED)) {
        const columns = known.get(table);
        if (!columns) faults.add(`${name}: ${ref} names no table ${table}`);
        for (const heading of headingsIn(inside))
          if (columns && !columns.has(heading))
            faults.add(`${name}: ${ref} names no column ${table}[${heading}]`);
      }
    }
  return [...faults];
}

function headingsIn(inside: string): readonly string[] {
  const parts = inside.startsWith('[') ? [...inside.matchAll(INNER)].map(([, one = '']) => one) : [inside];
  return parts.filter((one) => !one.startsWith('#')).map((one) => one.replace(/'(.)/g, '$1'));
}
