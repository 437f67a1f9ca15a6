import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { StorageFailure } from '../../application/errors.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';

/** Puts the whole item, whatever was there. @throws StorageFailure */
export async function putItem(
  table: Table,
  key: Key,
  attributes: Readonly<Record<string, unknown>>,
): Promise<void> {
  try {
    await table.client.send(new PutCommand({ TableName: table.name, Item: { ...attributes, ...key } }));
  } catch (cause) {
    throw new StorageFailure(`cannot write ${key.pk} ${key.sk}`, { cause });
  }
}
