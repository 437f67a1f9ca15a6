import type { IncomingMessage } from 'node:http';
import { BodyTooLarge, type HttpRequest } from './exchange.ts';

/** Times the limit that is still read, and dropped: a peer that writes hears no answer before it has ended. */
const PATIENCE = 4;

/** What Node parsed, as the server's parts see it; null when its target is not a path. */
export function readRequest(message: IncomingMessage): HttpRequest | null {
  const target = message.url ?? '';
  if (!target.startsWith('/')) return null;
  const mark = target.indexOf('?');
  const { cookie, ...headers } = message.headers;
  return {
    method: message.method ?? '',
    path: mark < 0 ? target : target.slice(0, mark),
    query: mark < 0 ? '' : target.slice(mark + 1),
    headers: Object.fromEntries(
      Object.entries(headers).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, Array.isArray(value) ? value.join(',') : value]],
      ),
    ),
    cookies: cookie === undefined ? [] : cookie.split(/; */),
    sourceIp: message.socket.remoteAddress ?? '',
    body: (limit) => readBody(message, limit),
  };
}

async function readBody(message: IncomingMessage, limit: number): Promise<Buffer> {
  if (Number(message.headers['content-length'] ?? 0) > limit * PATIENCE) throw new BodyTooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    else chunks.length = 0;
    if (size > limit * PATIENCE) break;
  }
  if (size > limit) throw new BodyTooLarge();
  return Buffer.concat(chunks);
}
