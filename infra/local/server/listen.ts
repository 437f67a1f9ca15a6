import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { errorCode } from '../../../shared/adapters/files/write-atomically.ts';
import { CommandFailure } from '../command.ts';
import { BodyTooLarge, type Endpoint, type HttpAnswer } from './exchange.ts';
import { problem } from './problem.ts';
import { readRequest } from './read-request.ts';

/** The only interface: demonstration accounts ask for no password. */
const LOOPBACK = '127.0.0.1';

/** As API Gateway bounds the request line and the headers together. Bytes. */
const MOST_HEADERS = 10_240;

/** How long a peer may take to send its headers, then all of it. Milliseconds. */
const PATIENCE = { headersTimeout: 10_000, requestTimeout: 60_000, connectionsCheckingInterval: 5_000 };

/** What every answer says to browsers, unless it says otherwise. */
const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
} as const;

export interface ListenOptions {
  /** 0 for any that is free. */
  readonly port: number;
  readonly endpoint: Promise<Endpoint>;
  /** Hears of defects: a client never does. */
  readonly report: (error: unknown) => void;
}

export interface Listening {
  /** `http://127.0.0.1:3000` */
  readonly origin: string;
  /** Takes nothing more, lets running requests end for a moment, and resolves when the port is free. */
  close(): Promise<void>;
}

/**
 * Listens on loopback. Requests wait for the endpoint, which may need the address to be made.
 * @throws CommandFailure when the port is taken.
 */
export async function listen({ port, endpoint, report }: ListenOptions): Promise<Listening> {
  const options = { maxHeaderSize: MOST_HEADERS, requireHostHeader: false, ...PATIENCE };
  const server = createServer(options, async (message, response) => {
    send(await answer(endpoint, message, report), message, response);
  });
  server.on('clientError', refuseUnparsed);
  server.listen(port, LOOPBACK);
  try {
    await once(server, 'listening');
  } catch (cause) {
    const why = errorCode(cause) === 'EADDRINUSE' ? 'est déjà utilisé' : 'ne peut pas être ouvert';
    throw new CommandFailure(`Erreur : le port ${port} ${why}. Choisissez-en un autre par --port.`, {
      cause,
    });
  }
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return {
    origin: `http://${LOOPBACK}:${address.port}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const impatient = setTimeout(() => server.closeAllConnections(), 2_000);
      await closed;
      clearTimeout(impatient);
    },
  };
}

function send(
  { status, headers, body }: HttpAnswer,
  message: IncomingMessage,
  response: ServerResponse,
): void {
  for (const [name, value] of Object.entries({ ...HEADERS, ...headers })) {
    response.setHeader(name, typeof value === 'string' ? value : [...value]);
  }
  // What was not read of a body is not waited for.
  if (!message.complete) response.setHeader('connection', 'close');
  response.statusCode = status;
  response.end(body);
}

async function answer(
  endpoint: Promise<Endpoint>,
  message: IncomingMessage,
  report: ListenOptions['report'],
): Promise<HttpAnswer> {
  const request = readRequest(message);
  if (!request) return problem('REQUEST_MALFORMED');
  try {
    return (await (await endpoint)(request)) ?? problem('NOT_FOUND');
  } catch (error) {
    if (error instanceof BodyTooLarge) return problem('BODY_TOO_LARGE');
    if (!message.destroyed || message.complete) report(error);
    return problem('INTERNAL');
  }
}

const UNPARSED: Readonly<Record<string, 'HEADERS_TOO_LARGE' | 'REQUEST_TIMEOUT'>> = {
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TIMEOUT',
};

/** What Node could not parse as HTTP has no request to answer through. */
function refuseUnparsed(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const { status, headers, body } = problem(UNPARSED[error.code ?? ''] ?? 'REQUEST_MALFORMED');
  const all = { ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} Refused\r\n${lines.join('')}\r\n${body}`);
}
