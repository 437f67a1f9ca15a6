/**
 * Excel's own limits and forbidden characters in a sheet's name; an apostrophe too, which exceljs leaves single in the
 * name of the rows repeated on paper: Excel repairs that.
 */
const SHEET_NAME = /^[^\\/?*[\]:']{1,31}$/u;

/** ASCII, so that formulas, Power Query and scripts name it everywhere alike; not the look of a cell (`A1`, `R1C1`). */
const TABLE_NAME = /^[A-Za-z][A-Za-z_]*[A-Za-z0-9_]*$/;
const CELL_LIKE = /^(?:[A-Z]{1,3}\d+|R\d*C\d*|R|C)$/i;

const LONGEST_COLUMN = 255;

/** Sheet and table names already taken: Excel compares them without case. */
export interface Taken {
  readonly sheets: Set<string>;
  readonly tables: Set<string>;
}

/** @throws RangeError when Excel would not take the name, or it is taken. */
export function takeSheetName(name: string, taken: Taken): void {
  if (!SHEET_NAME.test(name)) throw new RangeError(`not a sheet name: ${name}`);
  take(name, taken.sheets, 'sheet');
}

/** @throws RangeError when Excel would not take the name, or it is taken. */
export function takeTableName(name: string, taken: Taken): void {
  if (!TABLE_NAME.test(name) || CELL_LIKE.test(name)) throw new RangeError(`not a table name: ${name}`);
  take(name, taken.tables, 'table');
}

/** @throws RangeError for a blank, too long or repeated heading: Excel repairs the table away. */
export function checkHeadings(headings: readonly string[]): void {
  const seen = new Set<string>();
  for (const heading of headings) {
    if (heading.trim() === '' || heading.length > LONGEST_COLUMN || /[\r\n\t]/.test(heading))
      throw new RangeError(`not a table heading: ${JSON.stringify(heading)}`);
    take(heading, seen, 'heading');
  }
}

function take(name: string, taken: Set<string>, what: string): void {
  const key = name.toLowerCase();
  if (taken.has(key)) throw new RangeError(`${what} name taken: ${name}`);
  taken.add(key);
}
