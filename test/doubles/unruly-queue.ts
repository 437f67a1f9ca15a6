import { type InProcessQueue, inProcessQueue } from '../../shared/adapters/queue/in-process-queue.ts';
import type { QueueOptions } from '../../shared/adapters/queue/queue-options.ts';
import { seeded, shuffled } from './seeded.ts';

/**
 * A queue that uses every freedom it has: messages come in another order, about a third of them twice, nothing is
 * coalesced or held back. The seed tells all.
 */
export function unrulyQueue(seed: number, options: Partial<QueueOptions> = {}): InProcessQueue {
  const random = seeded(seed);
  const queue = inProcessQueue({
    coalesce: false,
    upstreamFirst: false,
    backoffMs: () => 0,
    pick: (waiting, most) => shuffled([...waiting.keys()], random).slice(0, most),
    ...options,
  });
  return {
    ...queue,
    send: (messages) =>
      queue.send(messages.flatMap((message) => (random() < 1 / 3 ? [message, message] : [message]))),
  };
}
