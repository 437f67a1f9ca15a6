import type { IssueCode } from './codes.ts';

/** Where a person finds it: `line` as an editor counts, `cell` as Excel shows it, `column` the heading. */
export interface Place {
  readonly sheet?: string;
  readonly cell?: string;
  readonly line?: number;
  /** Of a range of lines, where equal neighbours were merged. */
  readonly lastLine?: number;
  readonly column?: string;
}

/** One thing wrong or doubtful in a user's file. Data, not an exception. */
export interface Issue {
  readonly code: IssueCode;
  readonly at: Place;
  /** What was read, as it was read; blank where nothing was. */
  readonly seen: string;
  /** What the sentence needs beside the place and what was read: a limit, the other column, a date. */
  readonly facts?: Readonly<Record<string, string>>;
}
