import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { StorageFailure } from '../../application/errors.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';

/**
 * Puts the whole item under the next version if the one stored is still the one expected (null: none).
 *
 * A put whose answer is lost is sent again by the client and then finds its own version: it counts as lost to
 * another writer, who reads again and finds nothing left to change.
 *
 * @returns false when another writer came first. @throws StorageFailure for any other refusal.
 */
export async function putVersioned(
  table: Table,
  key: Key,
  attributes: Readonly<Record<string, unknown>>,
  expected: number | null,
): Promise<boolean> {
  const condition =
    expected === null
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'version = :version', ExpressionAttributeValues: { ':version': expected } };
  const Item = { ...attributes, ...key, version: (expected ?? 0) + 1 };
  try {
    await table.client.send(new PutCommand({ TableName: table.name, Item, ...condition }));
    return true;
  } catch (cause) {
    if (cause instanceof ConditionalCheckFailedException) return false;
    throw new StorageFailure(`cannot write ${key.pk} ${key.sk}`, { cause });
  }
}
