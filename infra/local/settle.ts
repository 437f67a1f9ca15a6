import type { InProcessQueue } from '../../shared/adapters/queue/in-process-queue.ts';
import type { Generation } from '../../shared/application/generation.ts';
import { putInForce } from '../../shared/application/publish-reference.ts';
import { sweepEditions } from '../../shared/application/sweep.ts';
import type { Ports } from './workplace.ts';

/** Rounds after which work that keeps coming back is a defect. */
const MOST_ROUNDS = 20;

/**
 * Lets the queue drain and sweeps until nothing is left to do: first every verdict and return, whose generation
 * is then put in force, then the workbooks. @throws when something fails again and again.
 *
 * @param onReturns hears when nothing but workbooks is left.
 */
export async function settle(
  ports: Ports,
  queue: InProcessQueue,
  generation: Generation,
  onReturns: () => void = () => {},
): Promise<void> {
  const all = { ...ports, queue };
  await untilQuiet(queue, () => putInForce(all, generation));
  onReturns();
  await untilQuiet(queue, async () => (await sweepEditions(all, generation)) === 0);
}

async function untilQuiet(queue: InProcessQueue, sweep: () => Promise<boolean>): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    await queue.drain();
    refuseDeadLetters(queue);
    if (await sweep()) return;
  }
  throw new Error('what was swept keeps coming back');
}

function refuseDeadLetters(queue: InProcessQueue): void {
  const [first] = queue.deadLetters();
  if (!first) return;
  // Storage that fails has its own sentence.
  if (first.error instanceof Error && first.error.name === 'StorageFailure') throw first.error;
  throw new Error(`message ${JSON.stringify(first.message)} failed ${first.receives} times`, {
    cause: first.error,
  });
}
