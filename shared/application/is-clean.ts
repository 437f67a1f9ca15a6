import type { IssueCode } from '../domain/issues/codes.ts';
import type { Verdict } from '../domain/verdict/verdict.ts';

/** What a verdict says of a file that no scan found clean. */
const NOT_CLEAN: readonly IssueCode[] = ['FILE_INFECTED', 'FILE_UNSCANNABLE'];

/** Whether a file may be handed out: no verdict is not clean, since a file is judged after its scan alone. */
export function isClean(verdict: Verdict | null): verdict is Verdict {
  return verdict !== null && !verdict.issues.some(({ code }) => NOT_CLEAN.includes(code));
}
