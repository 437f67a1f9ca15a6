import { TODOS } from '../../../domain/issues/todo.ts';
import type { VerdictIssue } from '../../../domain/verdict/verdict.ts';
import { TODO_TITLES } from '../../../messages/todos.ts';
import type { AnomalyGroup, Target } from './anomaly.ts';

/** Above the first group: what the verdict says, how to go on, what is not shown, the headings. */
export const HEADING_ROW = 4;

/** Issues by what to do about them, numbered from the first to the last, each with its row in the sheet. */
export function groupAnomalies(
  issues: readonly VerdictIssue[],
  targetOf: (issue: VerdictIssue) => Target | null,
): readonly AnomalyGroup[] {
  let row = HEADING_ROW;
  let number = 0;
  return TODOS.flatMap((todo) => {
    const mine = issues.filter((issue) => issue.todo === todo);
    if (mine.length === 0) return [];
    row += 1;
    const group = { title: `${TODO_TITLES[todo]} (${mine.length})`, row };
    const anomalies = mine.map((issue) => {
      row += 1;
      number += 1;
      return { issue, number, row, target: targetOf(issue) };
    });
    return [{ ...group, anomalies }];
  });
}
