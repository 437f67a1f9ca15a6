import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { Delivery, Failure, Handler } from '../../shared/adapters/queue/delivery.ts';
import type { InProcessQueue } from '../../shared/adapters/queue/in-process-queue.ts';
import type { Facts, Message } from '../../shared/application/ports.ts';
import type { QueueName } from '../../shared/contracts/functions.ts';
import type { QueueFunction } from '../../shared/lambda/queue/batch.ts';
import { contextOf } from './server/context.ts';
import { isStorageEvent, storageEvent } from './server/storage-events.ts';

export type QueueFunctions = { readonly [Q in QueueName]: QueueFunction };

/** Hands what the queue delivers to the functions, as SQS does: batches in, the messages that failed out. */
export function deliver(queue: InProcessQueue, functions: QueueFunctions, facts: Facts): void {
  const to =
    <Q extends QueueName>(name: Q): Handler<Q> =>
    async (batch) => {
      const records = await Promise.all(batch.map((delivery) => recordOf(name, delivery, facts)));
      return failuresOf(await functions[name]({ Records: records } satisfies SQSEvent, contextOf(name)));
    };
  queue.subscribe({
    'read-deposit': to('read-deposit'),
    'compute-figures': to('compute-figures'),
    'build-workbook': to('build-workbook'),
    'build-national': to('build-national'),
  });
}

async function recordOf(
  name: QueueName,
  { id, message, receives }: Delivery,
  facts: Facts,
): Promise<SQSRecord> {
  const now = new Date();
  const sent = String(now.getTime());
  return {
    messageId: id,
    receiptHandle: id,
    body: JSON.stringify(await bodyOf(message, facts, now)),
    attributes: {
      ApproximateReceiveCount: String(receives),
      SentTimestamp: sent,
      SenderId: 'local',
      ApproximateFirstReceiveTimestamp: sent,
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: `arn:aws:sqs:eu-west-3:000000000000:${name}`,
    awsRegion: 'eu-west-3',
  };
}

async function bodyOf(message: Message, facts: Facts, now: Date): Promise<unknown> {
  if (message.kind !== 'read-deposit' || !isStorageEvent(message)) return message;
  const fact = await facts.record(message.scope.campaign, message.fact);
  if (!fact) throw new Error(`fact ${message.fact} was never opened`);
  return storageEvent(fact, now);
}

function failuresOf({ batchItemFailures }: SQSBatchResponse): readonly Failure[] {
  return batchItemFailures.map(({ itemIdentifier: id }) => ({
    id,
    error: new Error('said by its function, whose log says why'),
  }));
}
