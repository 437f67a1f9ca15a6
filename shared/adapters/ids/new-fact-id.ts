import { monotonicFactory } from 'ulidx';
import type { NewFactId } from '../../application/ports.ts';
import type { FactId } from '../../domain/return/entry.ts';

/** Ids of facts: ULIDs. Of two in one millisecond of this process, the later sorts after. */
export function factIds(): NewFactId {
  const next = monotonicFactory();
  return (openedAt) => next(openedAt.getTime()) as FactId;
}
