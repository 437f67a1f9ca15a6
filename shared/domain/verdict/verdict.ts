import type { IssueCode, Severity } from '../issues/codes.ts';
import type { Issue, Place } from '../issues/issue.ts';

export type VerdictStatus = 'accepted' | 'accepted-with-warnings' | 'rejected';
export type DepositKind = 'declaration' | 'template' | 'act' | 'unknown';

/** An issue as users read it. contracts.md, « Verdict ». */
export interface VerdictIssue {
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly at: Place;
  readonly seen: string;
  readonly expected: string;
  /** A French sentence that says what to do. */
  readonly message: string;
}

export interface Verdict {
  readonly file: string;
  readonly sha256: string;
  readonly kind: DepositKind;
  readonly status: VerdictStatus;
  readonly rows: { readonly read: number; readonly accepted: number; readonly refused: number };
  /** Equal neighbours merged into ranges, 1,000 at most. */
  readonly issues: readonly VerdictIssue[];
  /** How many there were before merging and cutting. */
  readonly total: number;
}

/** Gives an issue its words: the sentences are not the domain's. */
export type Wording = (issue: Issue) => { readonly expected: string; readonly message: string };
