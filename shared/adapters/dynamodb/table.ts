import {
  CreateTableCommand,
  type DynamoDBClient,
  ResourceInUseException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { StorageFailure } from '../../application/errors.ts';

/** One table and the way to it. */
export interface Table {
  readonly client: DynamoDBDocumentClient;
  readonly name: string;
}

/** Names a table that exists. */
export function tableOf(client: DynamoDBClient, name: string): Table {
  return { client: DynamoDBDocumentClient.from(client), name };
}

/**
 * Creates the table unless it is there, and waits until it answers; doing it twice, or two at once, is harmless.
 * @throws StorageFailure when it is not active within a minute.
 */
export async function createTableIfAbsent(client: DynamoDBClient, name: string): Promise<Table> {
  try {
    await client.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [
          { AttributeName: 'pk', AttributeType: 'S' },
          { AttributeName: 'sk', AttributeType: 'S' },
        ],
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
      }),
    );
  } catch (cause) {
    if (!(cause instanceof ResourceInUseException))
      throw new StorageFailure(`cannot create the table ${name}`, { cause });
  }
  try {
    await waitUntilTableExists({ client, maxWaitTime: 60, minDelay: 0.05, maxDelay: 2 }, { TableName: name });
  } catch (cause) {
    throw new StorageFailure(`the table ${name} is not active`, { cause });
  }
  return tableOf(client, name);
}
