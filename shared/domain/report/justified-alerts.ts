import { followUpOf } from '../act/follow-up.ts';
import type { Alert } from '../figures/alerts.ts';
import type { Source } from '../return/entry.ts';
import type { Return } from '../return/fold.ts';
import type { RecordedAct } from '../return/recorded-act.ts';

/** A doubt with the last answer given to it, in a file or by an act. */
export interface JustifiedAlert extends Alert {
  /** Null where it is still to be justified. */
  readonly justification: RecordedAct | null;
  /** The last deposit taken, where that was after the answer: it may speak of figures that are no more. Null elsewhere. */
  readonly takenSince: Source | null;
}

/** @param state the return that the doubts are on; null when there is none */
export function justified(alerts: readonly Alert[], state: Return | null): readonly JustifiedAlert[] {
  const given = state ? followUpOf(state).justifications : null;
  const last = state?.lastTaken ?? null;
  return alerts.map((alert) => {
    const justification = given?.get(alert.code) ?? null;
    const isOlder = justification !== null && last !== null && justification.fact < last.fact;
    return { ...alert, justification, takenSince: isOlder ? last : null };
  });
}
