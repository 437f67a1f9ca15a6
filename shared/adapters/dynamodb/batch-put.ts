import { BatchWriteCommand, type BatchWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { StorageFailure } from '../../application/errors.ts';
import { type Backoff, fullJitter, untilNoneIsLeft } from '../pace/put-off.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';

/** The most that one call accepts. */
const BATCH_SIZE = 25;
/** Batches on their way at once: more only queue before the partition. */
const AT_ONCE = 4;
/**
 * Puts items without condition, whatever was there; all are kept when the promise resolves. What the table puts
 * off is sent again. Their keys differ: a batch that names one twice is refused.
 * @throws StorageFailure when some are still put off after several tries.
 */
export async function batchPut(
  table: Table,
  items: readonly (Key & Readonly<Record<string, unknown>>)[],
  backoff: Backoff = fullJitter,
): Promise<void> {
  const batches: Requests[] = [];
  for (let i = 0; i < items.length; i += BATCH_SIZE)
    batches.push(items.slice(i, i + BATCH_SIZE).map((item) => ({ PutRequest: { Item: { ...item } } })));
  const lane = async () => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) await putBatch(table, batch, backoff);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

type Requests = NonNullable<BatchWriteCommandInput['RequestItems']>[string];

async function putBatch(table: Table, batch: Requests, backoff: Backoff): Promise<void> {
  const left = await untilNoneIsLeft(batch, (requests) => send(table, requests), backoff);
  if (left.length > 0) throw new StorageFailure(`${left.length} items are still put off after several tries`);
}

async function send(table: Table, requests: readonly Requests[number][]): Promise<Requests> {
  try {
    const { UnprocessedItems } = await table.client.send(
      new BatchWriteCommand({ RequestItems: { [table.name]: [...requests] } }),
    );
    return UnprocessedItems?.[table.name] ?? [];
  } catch (cause) {
    throw new StorageFailure(`cannot write ${requests.length} items`, { cause });
  }
}
