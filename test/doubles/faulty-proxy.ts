import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What befalls one request on its way. */
export type Fate =
  /** Goes through. */
  | 'pass'
  /** The service says that it is too busy; nothing took place. */
  | 'throttle'
  /** Takes place, and its answer is lost: the connection breaks. */
  | 'lose-answer'
  /** Never arrives: the connection breaks. */
  | 'break';

/** Decides the fate of each request, by its rank from 1 and what it asks; it waits at the door while that is awaited. */
export type Plan = (
  rank: number,
  asked: { readonly method: string; readonly target: string },
) => Fate | Promise<Fate>;

/** A way to a service on which things go wrong as they do on a network. */
export interface FaultyProxy {
  readonly endpoint: string;
  /** Requests so far. */
  readonly seen: number;
  /** From now on; ranks begin again at 1. */
  follow(plan: Plan): void;
  /** How many requests did not simply pass. */
  readonly struck: number;
  stop(): Promise<void>;
}

/** Stands before an emulator of AWS on loopback; signatures are not checked there, so that hosts may change. */
export async function startFaultyProxy(target: string): Promise<FaultyProxy> {
  let plan: Plan = () => 'pass';
  let rank = 0;
  let struck = 0;
  const server = createServer(async (incoming, outgoing) => {
    const asked = {
      method: incoming.method ?? '',
      target: String(incoming.headers['x-amz-target'] ?? incoming.url ?? ''),
    };
    const fate = await plan(++rank, asked);
    if (fate !== 'pass') struck++;
    await befall(fate, target, incoming, outgoing);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get seen() {
      return rank;
    },
    get struck() {
      return struck;
    },
    follow: (next) => {
      plan = next;
      rank = 0;
    },
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function befall(
  fate: Fate,
  target: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  if (fate === 'break') return void outgoing.destroy();
  if (fate === 'throttle') return throttled(incoming, outgoing);
  const onward = request(new URL(incoming.url ?? '/', target), {
    method: incoming.method,
    headers: { ...incoming.headers, host: new URL(target).host },
  });
  onward.on('error', () => outgoing.destroy());
  onward.on('response', (answer) => {
    if (fate === 'lose-answer') {
      answer.resume().on('end', () => outgoing.destroy());
      return;
    }
    outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
    answer.pipe(outgoing);
  });
  onward.end(Buffer.concat(chunks));
}

/** As each service says it: JSON for the table and the queues, XML for the buckets. */
function throttled({ headers }: IncomingMessage, outgoing: ServerResponse): void {
  if (headers['x-amz-target'] === undefined) {
    outgoing.writeHead(503, { 'content-type': 'application/xml' });
    outgoing.end('<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>');
    return;
  }
  outgoing.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
  const __type = 'com.amazonaws.dynamodb.v20120810#ThrottlingException';
  outgoing.end(JSON.stringify({ __type, message: 'Rate exceeded' }));
}
