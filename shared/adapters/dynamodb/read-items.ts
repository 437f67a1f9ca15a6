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
  /** Sort keys from one to another, both included, or strictly before one. @default any */
  readonly range?: { readonly from: string; readonly to: string } | { readonly before: string };
  /** The attributes asked for. @default all */
  readonly only?: readonly string[];
  /** Items at most, those of the highest sort keys, which come first. @default all, by sort key */
  readonly latest?: number;
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
  const most = options.latest ?? Number.POSITIVE_INFINITY;
  const items: unknown[] = [];
  let from: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page = await queryPage(table, pk, options, from);
    items.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from && items.length < most);
  return items.slice(0, most);
}

async function queryPage(
  table: Table,
  pk: string,
  { range, only = [], latest }: QueryOptions,
  from: QueryCommandInput['ExclusiveStartKey'],
) {
  try {
    return await table.client.send(
      new QueryCommand({
        TableName: table.name,
        ...condition(pk, range),
        ConsistentRead: true,
        ...(only.length > 0 ? { ProjectionExpression: only.join(', ') } : {}),
        ...(latest === undefined ? {} : backwards(latest)),
        ...(from ? { ExclusiveStartKey: from } : {}),
      }),
    );
  } catch (cause) {
    throw new StorageFailure(`cannot query ${pk} ${JSON.stringify(range ?? 'whole')}`, { cause });
  }
}

function condition(
  pk: string,
  range: QueryOptions['range'],
): Pick<QueryCommandInput, 'KeyConditionExpression' | 'ExpressionAttributeValues'> {
  if (!range) return { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } };
  if ('before' in range)
    return {
      KeyConditionExpression: 'pk = :pk AND sk < :before',
      ExpressionAttributeValues: { ':pk': pk, ':before': range.before },
    };
  return {
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
    ExpressionAttributeValues: { ':pk': pk, ':from': range.from, ':to': range.to },
  };
}

/** No limit is asked for where all is wanted. */
function backwards(latest: number): Pick<QueryCommandInput, 'ScanIndexForward' | 'Limit'> {
  return { ScanIndexForward: false, ...(Number.isFinite(latest) ? { Limit: latest } : {}) };
}
