import { mkdir } from 'node:fs/promises';
import { startDynalite } from '../../shared/adapters/dynalite/start-dynalite.ts';
import { unsigned } from '../../shared/adapters/dynalite/unsigned.ts';
import { dynamoClient } from '../../shared/adapters/dynamodb/client.ts';
import { createTableIfAbsent, type Table } from '../../shared/adapters/dynamodb/table.ts';

const TABLE = 'collecte';

export interface OpenTable {
  readonly table: Table;
  close(): Promise<void>;
}

/** The table of a folder, made if there is none: a DynamoDB on loopback, in a thread of its own. @throws StorageFailure */
export async function openTable(path: string): Promise<OpenTable> {
  await mkdir(path, { recursive: true });
  const dynalite = await startDynalite({ path });
  const client = dynamoClient({
    region: 'eu-west-3',
    endpoint: dynalite.endpoint,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    signer: unsigned,
  });
  return {
    table: await createTableIfAbsent(client, TABLE),
    close: async () => {
      client.destroy();
      await dynalite.stop();
    },
  };
}
