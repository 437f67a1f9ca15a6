import type { Day } from '../calendar/day.ts';
import type { Outcome } from '../figures/figures.ts';
import type { Finess } from '../finess/finess.ts';
import type { Return } from '../return/fold.ts';

/** Where each body stands: its return and its outcome, whatever the region. Absent means never heard of. */
export type Standing = ReadonlyMap<Finess, { readonly state: Return; readonly outcome: Outcome | null }>;

const SILENT: Outcome = { state: 'non_repondant' };

export function outcomeOf(standing: Standing, finess: Finess): Outcome {
  return standing.get(finess)?.outcome ?? SILENT;
}

/** Day of the last deposit that any of these returns stands on. */
export function lastDepositOf(states: readonly (Return | null)[]): Day | null {
  const days = states.flatMap((state) => (state?.lastTry ? [state.lastTry.day] : []));
  return days.reduce<Day | null>((last, day) => (last === null || day > last ? day : last), null);
}
