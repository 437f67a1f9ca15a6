/** A table as the results are written: rows of text, header first. */
export type Table = readonly (readonly string[])[];

/** A row of a table: column → text, in the order of the columns. */
export type TableLine = Readonly<Record<string, string>>;

export function tableLines([header = [], ...rows]: Table): readonly TableLine[] {
  return rows.map((row) => Object.fromEntries(header.map((column, index) => [column, row[index] ?? ''])));
}
