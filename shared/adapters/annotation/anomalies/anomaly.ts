import type { VerdictIssue } from '../../../domain/verdict/verdict.ts';
import type { MarkedRange } from '../sheet/marks.ts';

/** Where an issue stands in the workbook handed back; without a range, its sheet as a whole. */
export interface Target {
  readonly sheet: string;
  readonly range: MarkedRange | null;
}

/** One line of the list of anomalies. */
export interface Anomaly {
  readonly issue: VerdictIssue;
  readonly number: number;
  /** Of the sheet of anomalies. */
  readonly row: number;
  /** Null when the issue stands nowhere in the workbook. */
  readonly target: Target | null;
}

/** What is to be done, and the anomalies that ask for it. */
export interface AnomalyGroup {
  readonly title: string;
  readonly row: number;
  readonly anomalies: readonly Anomaly[];
}
