import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What was asked for through a meter since the last look. */
interface Counts {
  readonly tableCalls: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly objectReads: number;
  readonly objectWrites: number;
  readonly objectLists: number;
  readonly queueCalls: number;
}

/** Stands before a DynamoDB and an S3 with its queues, and counts what passes. */
export interface Meter {
  /** Endpoints that go through it. */
  readonly table: string;
  readonly storage: string;
  /** What passed since the last call. */
  take(): Counts;
  stop(): Promise<void>;
}

type Tally = { -readonly [Name in keyof Counts]: number };

const NOTHING: Counts = {
  tableCalls: 0,
  readUnits: 0,
  writeUnits: 0,
  objectReads: 0,
  objectWrites: 0,
  objectLists: 0,
  queueCalls: 0,
};

/** @param target where each leads, `http://127.0.0.1:4567` */
export async function startMeter(target: {
  readonly table: string;
  readonly storage: string;
}): Promise<Meter> {
  let tally: Tally = { ...NOTHING };
  const table = await relay(target.table, {
    ask: (body) => (body.length === 0 ? body : withConsumption(body)),
    hear: ({ headers }, answer) => countTable(tally, String(headers['x-amz-target']), answer),
  });
  const storage = await relay(target.storage, {
    ask: (body) => body,
    hear: (asked) => countStorage(tally, asked),
  });
  return {
    table: table.origin,
    storage: storage.origin,
    take: () => {
      const counts = tally;
      tally = { ...NOTHING };
      return counts;
    },
    stop: async () => {
      await Promise.all([table.stop(), storage.stop()]);
    },
  };
}

/** The same request, which asks what it consumes. Nothing on loopback holds its signature against it. */
function withConsumption(body: Buffer): Buffer {
  return Buffer.from(JSON.stringify({ ...JSON.parse(body.toString()), ReturnConsumedCapacity: 'TOTAL' }));
}

const WRITES = /\.(Put|Update|Delete|BatchWrite)/;

/** dynalite counts a query without an item for nothing; AWS for one unit. */
function countTable(tally: Tally, operation: string, answer: Buffer): void {
  tally.tableCalls += 1;
  const { ConsumedCapacity } = JSON.parse(answer.toString() || '{}') as { ConsumedCapacity?: unknown };
  const units = [ConsumedCapacity ?? []].flat().reduce((sum: number, one) => sum + unitsOf(one), 0);
  if (WRITES.test(operation)) tally.writeUnits += Math.max(1, units);
  else tally.readUnits += Math.max(1, units);
}

function unitsOf(consumed: unknown): number {
  return typeof consumed === 'object' && consumed !== null && 'CapacityUnits' in consumed
    ? Number(consumed.CapacityUnits)
    : 0;
}

function countStorage(tally: Tally, { headers, method, url = '' }: IncomingMessage): void {
  if (String(headers['x-amz-target']).startsWith('AmazonSQS')) tally.queueCalls += 1;
  else if (method !== 'GET' && method !== 'HEAD') tally.objectWrites += 1;
  else if (url.includes('list-type=')) tally.objectLists += 1;
  else tally.objectReads += 1;
}

interface Ears {
  /** What is sent on in place of a body. */
  readonly ask: (body: Buffer) => Buffer;
  readonly hear: (asked: IncomingMessage, answer: Buffer) => void;
}

async function relay(target: string, ears: Ears): Promise<{ origin: string; stop(): Promise<void> }> {
  const agent = new Agent({ keepAlive: true });
  const server = createServer(async (asked, reply) => {
    const body = ears.ask(await read(asked));
    const { host: _, 'content-length': __, 'transfer-encoding': ___, ...headers } = asked.headers;
    const onward = request(new URL(asked.url ?? '/', target), {
      agent,
      method: asked.method ?? 'GET',
      headers: { ...headers, ...(body.length > 0 && { 'content-length': body.length }) },
    });
    onward.end(body);
    const [answer] = (await once(onward, 'response')) as [IncomingMessage];
    const bytes = await read(answer);
    ears.hear(asked, bytes);
    reply.writeHead(answer.statusCode ?? 502, answer.headers);
    reply.end(bytes);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, stop: () => close(server, agent) };
}

async function read(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function close(server: Server, agent: Agent): Promise<void> {
  agent.destroy();
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
