/**
 * What a reader of files hands to the domain: text with its place, nothing interpreted yet.
 * A CSV gives only `text` cells; a workbook says what it knows of each.
 */
export type CellKind =
  | 'text'
  /** The number's own text in the file, never passed through a binary float. */
  | 'number'
  /** A number under a date format: text is `AAAA-MM-JJ`, with ` HH:MM:SS` when there is a time of day. */
  | 'date'
  /** Text is `VRAI` or `FAUX`. */
  | 'boolean'
  /** Text is the error that the sheet shows: `#REF!`, `#N/A`… */
  | 'error'
  /** A formula that was never calculated: text is the formula. */
  | 'formula-without-value';

export interface Cell {
  readonly kind: CellKind;
  readonly text: string;
}

/** One sheet of a workbook. Cells are keyed by their A1 reference; blank cells are absent. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly cells: ReadonlyMap<string, Cell>;
}

export interface WorkbookContent {
  /** In the order of the tabs. */
  readonly sheets: readonly Sheet[];
  /** Workbook-level defined names that point at exactly one cell. */
  readonly names: ReadonlyMap<string, { readonly sheet: string; readonly cell: string }>;
}

/** A delimited text file: every record with the line on which it starts, counted from 1 as an editor shows it. */
export interface DelimitedContent {
  readonly records: readonly { readonly line: number; readonly cells: readonly string[] }[];
}
