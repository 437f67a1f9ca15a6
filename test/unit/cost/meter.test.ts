import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type Dynalite, startDynalite } from '../../../shared/adapters/dynalite/start-dynalite.ts';
import { dynamoClient } from '../../../shared/adapters/dynamodb/client.ts';
import { createTableIfAbsent, type Table } from '../../../shared/adapters/dynamodb/table.ts';
import { type Meter, startMeter } from '../../bench/meter.ts';

let dynalite: Dynalite;
let storage: Server;
let meter: Meter;
let table: Table;
let client: ReturnType<typeof dynamoClient>;

beforeAll(async () => {
  dynalite = await startDynalite();
  storage = createServer((_, reply) => reply.end('as asked')).listen(0, '127.0.0.1');
  await once(storage, 'listening');
  const { port } = storage.address() as AddressInfo;
  meter = await startMeter({ table: dynalite.endpoint, storage: `http://127.0.0.1:${port}` });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = dynamoClient({ region: 'eu-west-3', endpoint: meter.table, credentials });
  table = await createTableIfAbsent(client, 'collecte');
});
afterAll(async () => {
  client.destroy();
  await meter.stop();
  storage.close();
  await dynalite.stop();
});

const put = (sk: string, bytes: number) =>
  table.client.send(
    new PutCommand({ TableName: table.name, Item: { pk: 'a', sk, body: 'x'.repeat(bytes) } }),
  );

describe('what stands before the table', () => {
  it('counts units as DynamoDB bills them: by the KB written, by four KB read, a query as one', async () => {
    meter.take();
    await put('1', 2_500);
    await put('2', 100);
    expect(meter.take()).toMatchObject({ tableCalls: 2, writeUnits: 4, readUnits: 0 });

    await table.client.send(
      new GetCommand({ TableName: table.name, Key: { pk: 'a', sk: '1' }, ConsistentRead: true }),
    );
    expect(meter.take()).toMatchObject({ tableCalls: 1, readUnits: 1, writeUnits: 0 });

    await put('3', 2_500);
    meter.take();
    const of = (pk: string) =>
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ProjectionExpression: 'sk',
        ConsistentRead: true,
      });
    expect((await table.client.send(of('a'))).Count).toBe(3);
    // 5.1 KB, though one attribute is asked for.
    expect(meter.take()).toMatchObject({ tableCalls: 1, readUnits: 2 });
    await table.client.send(of('nothing'));
    expect(meter.take().readUnits).toBe(1);
  });
});

describe('what stands before the storage', () => {
  it('passes everything on, and tells reads, writes, lists and queues apart', async () => {
    const ask = async (path: string, init: RequestInit = {}) =>
      (await fetch(meter.storage + path, init)).text();
    meter.take();
    expect(await ask('/raw/key')).toBe('as asked');
    await ask('/raw?list-type=2&prefix=facts/');
    await ask('/raw/key', { method: 'PUT', body: 'bytes' });
    await ask('/', { method: 'POST', body: '{}', headers: { 'x-amz-target': 'AmazonSQS.SendMessageBatch' } });
    expect(meter.take()).toMatchObject({ objectReads: 1, objectLists: 1, objectWrites: 1, queueCalls: 1 });
    expect(meter.take()).toMatchObject({ objectReads: 0, queueCalls: 0 });
  });
});
