import { setTimeout as sleep } from 'node:timers/promises';

const TRIES = 8;
const FIRST_WAIT_MS = 25;
const LONGEST_WAIT_MS = 2_000;

/** How long to wait before the n-th try again (from 1). */
export type Backoff = (retry: number) => number;

export const fullJitter: Backoff = (retry) =>
  Math.random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** retry);

/**
 * A batch that is treated in part: what is put off is sent again, after a wait.
 * @returns what is still put off after eight tries.
 */
export async function untilNoneIsLeft<T>(
  batch: readonly T[],
  send: (requests: readonly T[]) => Promise<readonly T[]>,
  backoff: Backoff,
): Promise<readonly T[]> {
  let left = batch;
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    left = await send(left);
    if (left.length === 0) return left;
    if (attempt < TRIES) await sleep(backoff(attempt));
  }
  return left;
}
