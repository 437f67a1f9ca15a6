import { type Aggregate, type Observation, summariesOf } from './aggregate.ts';

/** An observation, and the size of its budget. */
export interface SizedObservation extends Observation {
  /** As `budgetSize` says it. */
  readonly size: string;
}

/** Axis `taille_budget`: every size that has a declarant, from the smallest, then those that are not known. */
export function aggregateBySize(observations: readonly SizedObservation[]): readonly Aggregate[] {
  return [...Map.groupBy(observations, ({ size }) => size)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([size, members]) => summariesOf('taille_budget', size, members));
}
