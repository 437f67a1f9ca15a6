import type { SectionName } from '../deposit/columns.ts';
import type { IssueCode, Severity } from '../issues/codes.ts';
import type { Issue, Place } from '../issues/issue.ts';
import type { Todo } from '../issues/todo.ts';

export type VerdictStatus = 'accepted' | 'accepted-with-warnings' | 'rejected';
export type DepositKind =
  | 'declaration'
  | 'template'
  | 'balance'
  | 'etp'
  | 'maturite'
  | 'diamant'
  | 'act'
  | 'unknown';

/** An issue as users read it. contracts.md, « Verdict ». */
export interface VerdictIssue {
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly at: Place;
  readonly seen: string;
  readonly expected: string;
  /** What a right value looks like; blank where no example says more than the sentence. */
  readonly example: string;
  /** Issues are read by what to do about them. */
  readonly todo: Todo;
  /** A French sentence that says what to do. */
  readonly message: string;
}

export interface Verdict {
  readonly file: string;
  readonly sha256: string;
  readonly kind: DepositKind;
  readonly status: VerdictStatus;
  readonly rows: { readonly read: number; readonly accepted: number; readonly refused: number };
  /** What the rows taken filled, in the order of the sections. */
  readonly sections: readonly SectionName[];
  /** One French sentence that says it all. */
  readonly summary: string;
  /** Equal neighbours merged into ranges, 1,000 at most. */
  readonly issues: readonly VerdictIssue[];
  /** How many there were before merging and cutting. */
  readonly total: number;
}

/** How many there were of each, before merging and cutting. */
export interface Found {
  readonly errors: number;
  readonly warnings: number;
}

/** Gives a verdict its words: the sentences are not the domain's. */
export interface Wording {
  issue(issue: Issue): { readonly expected: string; readonly example: string; readonly message: string };
  summary(verdict: Omit<Verdict, 'summary'>, found: Found): string;
}
