import type { Delivery, Failure as DeliveryFailure } from '../../shared/adapters/queue/delivery.ts';
import { type InProcessQueue, inProcessQueue } from '../../shared/adapters/queue/in-process-queue.ts';
import type { QueueOptions } from '../../shared/adapters/queue/queue-options.ts';
import { buildNational } from '../../shared/application/build-national.ts';
import { buildWorkbook } from '../../shared/application/build-workbook.ts';
import { computeFigures } from '../../shared/application/compute-figures.ts';
import type { Failure } from '../../shared/application/failure.ts';
import type { Generation } from '../../shared/application/generation.ts';
import type { Message, Queue } from '../../shared/application/ports.ts';
import { readDeposits } from '../../shared/application/read-deposits.ts';
import type { Ports } from './workplace.ts';

/** Batches as large as the table takes at once: work on one declarant is done once while the queue drains. */
const LOCAL_QUEUE: Partial<QueueOptions> = {
  concurrency: { 'read-deposit': 2, 'compute-figures': 2, 'build-workbook': 1, 'build-national': 1 },
  batchSize: { 'read-deposit': 25, 'compute-figures': 25, 'build-workbook': 1, 'build-national': 1 },
};

/** The queue of one machine and its handlers, for one generation. */
export function consume(
  ports: Ports,
  generation: Generation,
  options: Partial<QueueOptions> = {},
): InProcessQueue {
  const queue = inProcessQueue({ ...LOCAL_QUEUE, ...options });
  subscribe(queue, { ...ports, queue }, generation);
  return queue;
}

/** Hands what a queue delivers to the use cases: messages to arguments, nothing else. */
export function subscribe(
  queue: InProcessQueue,
  ports: Ports & { readonly queue: Queue },
  generation: Generation,
): void {
  queue.subscribe({
    'read-deposit': async (batch) =>
      failed(
        batch,
        (m) => m.fact,
        await readDeposits(
          ports,
          generation,
          batch.map(({ message }) => ({ id: message.fact })),
        ),
      ),
    'compute-figures': async (batch) =>
      failed(
        batch,
        (m) => m.finess,
        await computeFigures(
          ports,
          generation,
          batch.map(({ message }) => message.finess),
        ),
      ),
    'build-workbook': async (batch) => each(batch, ({ region }) => buildWorkbook(ports, generation, region)),
    'build-national': async (batch) => each(batch, () => buildNational(ports, generation)),
  });
}

/** The deliveries whose subject failed. */
function failed<M extends Message, T>(
  batch: readonly Delivery<M>[],
  subjectOf: (message: M) => T,
  failures: readonly Failure<T>[],
): readonly DeliveryFailure[] {
  const errors = new Map(failures.map(({ of, error }) => [of, error]));
  return batch.flatMap(({ id, message }) =>
    errors.has(subjectOf(message)) ? [{ id, error: errors.get(subjectOf(message)) }] : [],
  );
}

async function each<M extends Message>(
  batch: readonly Delivery<M>[],
  treat: (message: M) => Promise<unknown>,
): Promise<readonly DeliveryFailure[]> {
  const failures: DeliveryFailure[] = [];
  for (const { id, message } of batch) {
    try {
      await treat(message);
    } catch (error) {
      failures.push({ id, error });
    }
  }
  return failures;
}
