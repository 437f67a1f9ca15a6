import { GetCommand, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { StorageFailure } from '../../application/errors.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';

/** The item as stored, strongly consistent; null when there is none. @throws StorageFailure */
export async function getItem(table: Table, key: Key): Promise<unknown> {
  try {
    const { Item } = await table.client.send(
      new GetCommand({ TableName: table.name, Key: { ...key }, ConsistentRead: true }),
    );
    return Item ?? null;
  } catch (cause) {
    throw new StorageFailure(`cannot read ${key.pk} ${key.sk}`, { cause });
  }
}

export interface QueryOptions {
  /** Sort keys from one to another, both included. @default any */
  readonly between?: { readonly from: string; readonly to: string };
  /** The attributes asked for. @default all */
  readonly only?: readonly string[];
}

/**
 * Every item of a partition, or of a range of its sort keys, in the order of sort keys, strongly consistent, page after
 * page (an answer holds 1 MB). @throws StorageFailure
 */
export async function queryItems(
  table: Table,
  pk: string,
  options: QueryOptions = {},
): Promise<readonly unknown[]> {
  const items: unknown[] = [];
  let from: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page = await queryPage(table, pk, options, from);
    items.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from);
  return items;
}

async function queryPage(
  table: Table,
  pk: string,
  { between, only = [] }: QueryOptions,
  from: QueryCommandInput['ExclusiveStartKey'],
) {
  try {
    return await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: between ? 'pk = :pk AND sk BETWEEN :from AND :to' : 'pk = :pk',
        ExpressionAttributeValues: between
          ? { ':pk': pk, ':from': between.from, ':to': between.to }
          : { ':pk': pk },
        ConsistentRead: true,
        ...(only.length > 0 ? { ProjectionExpression: only.join(', ') } : {}),
        ...(from ? { ExclusiveStartKey: from } : {}),
      }),
    );
  } catch (cause) {
    throw new StorageFailure(`cannot query ${pk} ${between?.from ?? ''}`, { cause });
  }
}
