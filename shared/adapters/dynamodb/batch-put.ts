import { setTimeout as sleep } from 'node:timers/promises';
import { BatchWriteCommand, type BatchWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { StorageFailure } from '../../application/errors.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';

/** The most that one call accepts. */
const BATCH_SIZE = 25;
/** Batches on their way at once: more only queue before the partition. */
const AT_ONCE = 4;
const TRIES = 8;
const FIRST_WAIT_MS = 25;
const LONGEST_WAIT_MS = 2_000;

/** How long to wait before the n-th try again (from 1). */
export type Backoff = (retry: number) => number;

const fullJitter: Backoff = (retry) => Math.random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** retry);

/**
 * Puts items without condition, whatever was there; all are kept when the promise resolves. What the table puts
 * off is sent again. Their keys differ: a batch that names one twice is refused.
 * @throws StorageFailure when some are still put off after eight tries.
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
  let left = batch;
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    left = await send(table, left);
    if (left.length === 0) return;
    if (attempt < TRIES) await sleep(backoff(attempt));
  }
  throw new StorageFailure(`${left.length} items are still put off after ${TRIES} tries`);
}

async function send(table: Table, requests: Requests): Promise<Requests> {
  try {
    const { UnprocessedItems } = await table.client.send(
      new BatchWriteCommand({ RequestItems: { [table.name]: requests } }),
    );
    return UnprocessedItems?.[table.name] ?? [];
  } catch (cause) {
    throw new StorageFailure(`cannot write ${requests.length} items`, { cause });
  }
}
