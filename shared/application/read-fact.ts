import type { Reading } from '../domain/deposit/reading.ts';
import type { Finess } from '../domain/finess/finess.ts';
import type { Fact } from './ports.ts';

/** A deposit and what it says. */
export interface ReadFact {
  readonly fact: Fact;
  readonly reading: Reading;
}

/** The bodies that deposits have rows of. */
export function bodiesNamedIn(read: readonly ReadFact[]): ReadonlySet<Finess> {
  return new Set(read.flatMap(({ reading }) => reading.entries.map(({ finess }) => finess)));
}
