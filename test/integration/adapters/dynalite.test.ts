import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { closeIterators } from '../../../shared/adapters/dynalite/close-iterators.ts';
import { startDynalite } from '../../../shared/adapters/dynalite/start-dynalite.ts';
import { putVersioned } from '../../../shared/adapters/dynamodb/put-versioned.ts';
import { queryItems } from '../../../shared/adapters/dynamodb/read-items.ts';
import { createTableIfAbsent } from '../../../shared/adapters/dynamodb/table.ts';
import { StorageFailure } from '../../../shared/application/errors.ts';
import { clientOf } from './real-storage.ts';

let path: string;
beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'dynalite-'));
});
afterEach(() => rm(path, { recursive: true }));

/** Runs until it is killed, putting items one after the other; tells the number of each one that was accepted. */
const WRITER = `
import { startDynalite } from './shared/adapters/dynalite/start-dynalite.ts';
import { dynamoClient } from './shared/adapters/dynamodb/client.ts';
import { createTableIfAbsent } from './shared/adapters/dynamodb/table.ts';
import { putVersioned } from './shared/adapters/dynamodb/put-versioned.ts';
const { endpoint } = await startDynalite({ path: process.env.STORE });
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const table = await createTableIfAbsent(dynamoClient({ region: 'eu-west-3', endpoint, credentials }), 'items');
for (let n = 1; ; n++) {
  await putVersioned(table, { pk: 'p', sk: String(n).padStart(6, '0') }, { body: 'x'.repeat(1000) }, null);
  process.stdout.write(n + '\\n');
}
`;

function startWriter(): ChildProcess {
  return spawn(process.execPath, ['--input-type=module', '--eval', WRITER], {
    cwd: join(import.meta.dirname, '../../..'),
    env: { ...process.env, STORE: path },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Kills the writer once it has told a number, and returns the last one told. */
async function killAfter(writer: ChildProcess, number: number): Promise<number> {
  let told = '';
  writer.stdout?.on('data', (chunk) => {
    told += chunk;
    if (told.includes(`${number}\n`)) writer.kill('SIGKILL');
  });
  await once(writer, 'close');
  return Number(told.slice(0, told.lastIndexOf('\n')).split('\n').at(-1));
}

it('keeps what it accepted when its process is killed', async () => {
  const accepted = await killAfter(startWriter(), 200);
  expect(accepted).toBeGreaterThanOrEqual(200);

  const again = await startDynalite({ path });
  const client = clientOf(again.endpoint);
  const table = await createTableIfAbsent(client, 'items');
  const kept = await queryItems(table, 'p');
  client.destroy();
  await again.stop();
  // One put may have been accepted without time to tell.
  expect([accepted, accepted + 1]).toContain(kept.length);
});

it('has a table active from the write that creates it, so that a kill never leaves one half created', async () => {
  const { endpoint, stop } = await startDynalite({ path });
  const client = clientOf(endpoint);
  const { TableDescription } = await client.send(
    new CreateTableCommand({
      TableName: 'items',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    }),
  );
  client.destroy();
  await stop();
  expect(TableDescription?.TableStatus).toBe('ACTIVE');
});

it('keeps its store from one start to the next', async () => {
  for (const expected of [true, false]) {
    const { endpoint, stop } = await startDynalite({ path });
    const client = clientOf(endpoint);
    const table = await createTableIfAbsent(client, 'items');
    expect(await putVersioned(table, { pk: 'p', sk: 's' }, {}, null)).toBe(expected);
    client.destroy();
    await stop();
  }
});

it('refuses a store that is open already', async () => {
  const { stop } = await startDynalite({ path });
  await expect(startDynalite({ path })).rejects.toThrow(StorageFailure);
  await stop();
});

it('closes the iterator of every query', async () => {
  closeIterators();
  const level = createRequire(createRequire(import.meta.url).resolve('dynalite')).resolve('level');
  const { AbstractValueIterator } = createRequire(level)('abstract-level');
  const { close } = AbstractValueIterator.prototype;
  let closed = 0;
  AbstractValueIterator.prototype.close = function counted() {
    closed++;
    return close.call(this);
  };
  const server = dynalite({ createTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = clientOf(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const table = await createTableIfAbsent(client, 'items');
  for (let n = 0; n < 5; n++) await queryItems(table, 'p');
  client.destroy();
  const closedByQueries = closed;
  AbstractValueIterator.prototype.close = close;
  await new Promise((resolve) => server.close(resolve));
  expect(closedByQueries).toBeGreaterThanOrEqual(5);
});
