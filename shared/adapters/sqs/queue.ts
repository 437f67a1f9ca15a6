import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { StorageFailure } from '../../application/errors.ts';
import type { Message, Queue } from '../../application/ports.ts';
import { QueueMessage } from '../../contracts/queue-messages.ts';
import { atOnce } from '../pace/at-once.ts';
import { type Backoff, fullJitter, untilNoneIsLeft } from '../pace/put-off.ts';

/** The most that one call accepts. */
const BATCH_SIZE = 10;
/** Batches on their way at once. */
const AT_ONCE = 8;

interface Batch {
  readonly url: string;
  /** JSON, by the id that each has in the batch. */
  readonly bodies: readonly (readonly [id: string, body: string])[];
}

/** By kind of message; a function knows those to which it sends. */
type QueueUrls = Readonly<Partial<Record<Message['kind'], string>>>;

/**
 * Sends messages to the queue of their kind. What a batch puts off is sent again: a message may then come twice.
 * @throws Error for a kind of which the queue is not known, before anything is sent.
 */
export function sqsQueue(client: SQSClient, urls: QueueUrls, backoff: Backoff = fullJitter): Queue {
  return {
    send: async (messages) => {
      await atOnce(AT_ONCE, batchesOf(messages, urls), (batch) => sendBatch(client, batch, backoff));
    },
  };
}

function batchesOf(messages: readonly Message[], urls: QueueUrls): readonly Batch[] {
  return [...Map.groupBy(messages, ({ kind }) => kind)].flatMap(([kind, all]) => {
    const url = urls[kind];
    if (url === undefined) throw new Error(`no queue is known for ${kind}`);
    const bodies = all.map((message) => JSON.stringify(QueueMessage.parse(message)));
    const count = Math.ceil(bodies.length / BATCH_SIZE);
    return Array.from({ length: count }, (_, n) => ({
      url,
      bodies: bodies
        .slice(n * BATCH_SIZE, (n + 1) * BATCH_SIZE)
        .map((body, id) => [String(id), body] as const),
    }));
  });
}

async function sendBatch(client: SQSClient, { url, bodies }: Batch, backoff: Backoff): Promise<void> {
  const left = await untilNoneIsLeft(bodies, (those) => send(client, url, those), backoff);
  if (left.length > 0)
    throw new StorageFailure(`${left.length} messages are still put off after several tries`);
}

/** @returns those that were put off. */
async function send(client: SQSClient, url: string, bodies: Batch['bodies']): Promise<Batch['bodies']> {
  try {
    const { Failed = [] } = await client.send(
      new SendMessageBatchCommand({
        QueueUrl: url,
        Entries: bodies.map(([Id, MessageBody]) => ({ Id, MessageBody })),
      }),
    );
    const failed = new Set(Failed.map(({ Id }) => Id));
    return bodies.filter(([id]) => failed.has(id));
  } catch (cause) {
    throw new StorageFailure(`cannot send ${bodies.length} messages`, { cause });
  }
}
