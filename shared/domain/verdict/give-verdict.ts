import type { OrphanRow, Reading } from '../deposit/reading.ts';
import type { Issue } from '../issues/issue.ts';
import { MOST_ISSUES, mergeNeighbours } from '../issues/merge.ts';
import type { Judgement } from '../return/fold.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { Verdict, VerdictIssue, VerdictStatus, Wording } from './verdict.ts';

/** What was read is shown up to that many characters. */
const LONGEST_SEEN = 200;

export interface Deposit {
  readonly file: string;
  readonly sha256: string;
}

/**
 * The verdict of a file: its reading, and what the folds decided of its rows.
 *
 * @param judgements one per entry of the reading, in any order.
 */
export function giveVerdict(
  deposit: Deposit,
  reading: Reading,
  judgements: readonly Judgement[],
  rules: RuleSet,
  wording: Wording,
): Verdict {
  const rows = [...judgements, ...reading.orphans].sort((a, b) => a.line - b.line);
  const accepted = judgements.filter(({ taken }) => taken).length;
  const issues = [...reading.issues, ...rows.flatMap((row: Judgement | OrphanRow) => row.issues)];
  const shown = mergeNeighbours(issues, keyOf).slice(0, MOST_ISSUES);
  return {
    file: deposit.file,
    sha256: deposit.sha256,
    kind: reading.kind,
    status: statusOf(accepted, rows.length, issues.length),
    rows: { read: rows.length, accepted, refused: rows.length - accepted },
    issues: shown.map((issue) => word(issue, rules, wording)),
    total: issues.length,
  };
}

/** Rejected when it cannot be read or none of its rows is good; with warnings when a row was refused or anything was said. */
function statusOf(accepted: number, read: number, issues: number): VerdictStatus {
  if (accepted === 0) return 'rejected';
  return accepted < read || issues > 0 ? 'accepted-with-warnings' : 'accepted';
}

function word(issue: Issue, rules: RuleSet, wording: Wording): VerdictIssue {
  const seen = shorten(issue.seen);
  const { expected, message } = wording({ ...issue, seen });
  return { code: issue.code, severity: rules.severities[issue.code], at: issue.at, seen, expected, message };
}

/** Never cut through a character of two code units: half of one is no text. */
function shorten(seen: string): string {
  if (seen.length <= LONGEST_SEEN) return seen;
  return `${seen.slice(0, LONGEST_SEEN).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function keyOf({ code, seen, facts }: Issue): string {
  return JSON.stringify([code, seen, facts]);
}
