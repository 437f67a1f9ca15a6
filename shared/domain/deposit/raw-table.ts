import type { Place } from '../issues/issue.ts';
import type { Cell } from './table.ts';

/** A line of a table, headings or data, wherever it comes from. Columns count from 0. */
export interface RawLine {
  /** As an editor, or Excel, counts it. */
  readonly line: number;
  readonly cell: (index: number) => Cell | undefined;
  /** Index of the last cell that is not blank; -1 when there is none. */
  readonly last: number;
  readonly place: (index: number) => Place;
}

export interface RawTable {
  readonly header: RawLine;
  readonly rows: readonly RawLine[];
}
