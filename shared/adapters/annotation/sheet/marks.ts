import type { Severity } from '../../../domain/issues/codes.ts';

/** A cell or a rectangle of cells. */
export interface MarkedRange {
  /** `B4`, or `B4:C9`. */
  readonly ref: string;
  /** Its first cell. */
  readonly first: string;
}

/** One issue where it stands in a sheet. */
export interface Mark {
  readonly severity: Severity;
  readonly range: MarkedRange;
  /** Of its line in the list of anomalies. */
  readonly number: number;
  readonly row: number;
  /** What its comment says. */
  readonly comment: string;
}

/** Those that begin at the same cell, by that cell, in the order of the first of each. */
export function byFirstCell(marks: readonly Mark[]): ReadonlyMap<string, readonly Mark[]> {
  return Map.groupBy(marks, ({ range }) => range.first);
}
