import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import { StorageFailure } from '../../application/errors.ts';
import { fullJitter, untilNoneIsLeft } from '../pace/put-off.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';

/** The most that one call accepts. */
const BATCH_SIZE = 100;

/**
 * The items as stored, by sort key, strongly consistent; those that are not there are absent. Sort keys differ.
 * @throws StorageFailure
 */
export async function getItems(table: Table, keys: readonly Key[]): Promise<ReadonlyMap<string, unknown>> {
  const items = new Map<string, unknown>();
  for (let i = 0; i < keys.length; i += BATCH_SIZE) {
    const send = (batch: readonly Key[]) => getBatch(table, batch, (sk, item) => items.set(sk, item));
    const left = await untilNoneIsLeft(keys.slice(i, i + BATCH_SIZE), send, fullJitter);
    if (left.length > 0)
      throw new StorageFailure(`${left.length} items are still not read after several tries`);
  }
  return items;
}

async function getBatch(
  table: Table,
  keys: readonly Key[],
  found: (sk: string, item: unknown) => void,
): Promise<readonly Key[]> {
  try {
    const request = { Keys: keys.map((key) => ({ ...key })), ConsistentRead: true };
    const answer = await table.client.send(new BatchGetCommand({ RequestItems: { [table.name]: request } }));
    for (const item of answer.Responses?.[table.name] ?? []) found(String(item['sk']), item);
    return (answer.UnprocessedKeys?.[table.name]?.Keys ?? []) as Key[];
  } catch (cause) {
    throw new StorageFailure(`cannot read ${keys.length} items`, { cause });
  }
}
