import type { DepositKind } from '../verdict/verdict.ts';
import type { RawTable } from './raw-table.ts';
import type { Reading, ReadingContext } from './reading.ts';

/** One kind of table that can be deposited, told by its headings and never by the name of its file. */
export interface TableKind {
  readonly kind: DepositKind;
  /** Whether a heading is one of its columns, as it stands in the file. */
  knows(heading: string): boolean;
  /** Whether these headings are enough to take a table for one of this kind. */
  recognises(headings: readonly string[]): boolean;
  read(table: RawTable, context: ReadingContext): Reading;
}
