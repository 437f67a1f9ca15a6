import type { Day } from '../calendar/day.ts';
import { SECTIONS, type SectionName } from '../deposit/columns.ts';
import type { OrphanRow, Reading } from '../deposit/reading.ts';
import type { Severity } from '../issues/codes.ts';
import { cutToMost } from '../issues/cut.ts';
import type { Issue } from '../issues/issue.ts';
import { mergeNeighbours } from '../issues/merge.ts';
import { TODO_OF } from '../issues/todo-of.ts';
import type { Judgement } from '../return/fold.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { severityOf } from '../rules/severity.ts';
import type { Verdict, VerdictIssue, VerdictStatus, Wording } from './verdict.ts';

/** What was read is shown up to that many characters. */
const LONGEST_SEEN = 200;

export interface Deposit {
  readonly file: string;
  readonly sha256: string;
  /** Europe/Paris day of its opening: rules are those of that day. */
  readonly day: Day;
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
  const all = [...reading.issues, ...rows.flatMap((row: Judgement | OrphanRow) => row.issues)];
  const severity = ({ code }: Issue) => severityOf(code, deposit.day, rules);
  const issues = all.filter((issue) => severity(issue) !== null);
  const errors = issues.filter((issue) => severity(issue) === 'error').length;
  const filled = sectionsTaken(reading, judgements);
  const shown = cutToMost(mergeNeighbours(issues, keyOf));
  const head = {
    file: deposit.file,
    sha256: deposit.sha256,
    kind: reading.kind,
    status: statusOf(accepted, rows.length, issues.length),
  };
  const body = {
    rows: { read: rows.length, accepted, refused: rows.length - accepted },
    sections: SECTIONS.filter((section) => filled.has(section)),
    issues: shown.flatMap((issue) => word(issue, severity(issue), wording)),
    total: issues.length,
  };
  const found = { errors, warnings: issues.length - errors };
  // The sentence stands before what it sums up: a verdict is a file that people open.
  return { ...head, summary: wording.summary({ ...head, ...body }, found), ...body };
}

/** What the rows taken hold. */
function sectionsTaken(reading: Reading, judgements: readonly Judgement[]): ReadonlySet<SectionName> {
  const taken = new Set(judgements.filter((one) => one.taken).map(({ line }) => line));
  return new Set(reading.entries.filter(({ line }) => taken.has(line)).flatMap(({ sections }) => sections));
}

/** Rejected when it cannot be read or none of its rows is good; with warnings when a row was refused or anything was said. */
function statusOf(accepted: number, read: number, issues: number): VerdictStatus {
  if (accepted === 0) return 'rejected';
  return accepted < read || issues > 0 ? 'accepted-with-warnings' : 'accepted';
}

function word(issue: Issue, severity: Severity | null, wording: Wording): readonly VerdictIssue[] {
  if (severity === null) return [];
  const seen = shorten(issue.seen);
  const todo = TODO_OF[issue.code];
  return [{ code: issue.code, severity, todo, at: issue.at, seen, ...wording.issue({ ...issue, seen }) }];
}

/** Never cut through a character of two code units: half of one is no text. */
function shorten(seen: string): string {
  if (seen.length <= LONGEST_SEEN) return seen;
  return `${seen.slice(0, LONGEST_SEEN).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function keyOf({ code, seen, facts }: Issue): string {
  return JSON.stringify([code, seen, facts]);
}
