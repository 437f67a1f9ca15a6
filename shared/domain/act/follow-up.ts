import type { Day } from '../calendar/day.ts';
import type { AlertCode } from '../figures/alert-codes.ts';
import type { Return } from '../return/fold.ts';
import type { RecordedAct } from '../return/recorded-act.ts';
import type { ActKind } from './act.ts';

/** Where a return stands with its author and its agency, as its acts say. */
export interface FollowUp {
  /** Its author certified what stands: nothing was taken, and it was not sent back, since. */
  readonly certified: boolean;
  /** The agency gave its visa to what stands, likewise. */
  readonly approved: boolean;
  /** Nothing is expected of the body in this campaign. */
  readonly waived: boolean;
  /** The last day of the latest reopening, itself included; null when there was none. */
  readonly reopenedUntil: Day | null;
  /** The last justification of each warning. */
  readonly justifications: ReadonlyMap<AlertCode, RecordedAct>;
}

export function followUpOf({ acts, lastTaken }: Pick<Return, 'acts' | 'lastTaken'>): FollowUp {
  const last = (kind: ActKind) => acts.findLast((act) => act.kind === kind) ?? null;
  const sentBack = last('retour');
  const standsSince = (act: RecordedAct | null): boolean =>
    act !== null &&
    lastTaken !== null &&
    act.fact > lastTaken.fact &&
    (sentBack === null || act.fact > sentBack.fact);
  return {
    certified: standsSince(last('certification')),
    approved: standsSince(last('visa')),
    waived: last('dispense') !== null,
    reopenedUntil: last('reouverture')?.until ?? null,
    justifications: new Map(acts.flatMap((act) => (act.alert === null ? [] : [[act.alert, act]]))),
  };
}
