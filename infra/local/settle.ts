import type { InProcessQueue } from '../../shared/adapters/queue/in-process-queue.ts';
import type { Generation } from '../../shared/application/generation.ts';
import { sweepEditions, sweepReturns } from '../../shared/application/sweep.ts';
import { CommandFailure } from './command.ts';
import type { Ports } from './workplace.ts';

/** Rounds after which work that keeps coming back is a defect. */
const MOST_ROUNDS = 20;

/**
 * Lets the queue drain and sweeps until nothing is left to do: first every verdict and return, then the
 * workbooks. @throws CommandFailure naming what failed again and again.
 */
export async function settle(ports: Ports, queue: InProcessQueue, generation: Generation): Promise<void> {
  const all = { ...ports, queue };
  await untilQuiet(queue, () => sweepReturns(all, generation));
  await untilQuiet(queue, () => sweepEditions(all, generation));
}

async function untilQuiet(queue: InProcessQueue, sweep: () => Promise<number>): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    await queue.drain();
    refuseDeadLetters(queue);
    if ((await sweep()) === 0) return;
  }
  throw new CommandFailure('Erreur interne, à signaler : le traitement ne se stabilise pas.');
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
