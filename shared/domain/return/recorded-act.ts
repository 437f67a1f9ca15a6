import type { SaidAct } from '../act/act.ts';
import type { Day } from '../calendar/day.ts';
import type { FactId } from './entry.ts';

/** An act as a return keeps it. */
export interface RecordedAct extends SaidAct {
  readonly fact: FactId;
  /** Europe/Paris day on which it was recorded. */
  readonly day: Day;
  /** Of a justification typed in a deposit: the name of its file; absent of an act by itself. */
  readonly file?: string;
}
