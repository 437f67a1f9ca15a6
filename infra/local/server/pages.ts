import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { errorCode } from '../../../shared/adapters/files/write-atomically.ts';
import { isKnown, quoted } from '../../../shared/lambda/http/etag.ts';
import type { Endpoint, HttpAnswer, HttpRequest } from './exchange.ts';
import { problem } from './problem.ts';

const INDEX = '/index.html';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** Pages load and call nothing but their own origin, and no page holds them. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Names of letters, digits, `-`, `_` and dots that do not begin them: no way up, no hidden file, nothing encoded. */
const PATH = /^(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/;

/** Files of a folder, as they are on the disk at each request; `/` is index.html. */
export function pages(folder: string): Endpoint {
  return async (request) => {
    const path = request.path === '/' ? INDEX : request.path;
    const type = TYPES[extname(path)];
    return type !== undefined && PATH.test(path) ? serveFile(join(folder, path), type, request) : null;
  };
}

/** One file under one path. */
export function singleFile(path: string, location: string, type: string): Endpoint {
  return async (request) => (request.path === path ? serveFile(location, type, request) : null);
}

async function serveFile(
  location: string,
  type: string,
  { method, headers }: HttpRequest,
): Promise<HttpAnswer | null> {
  const bytes = await readIfFile(location);
  if (!bytes) return null;
  if (method !== 'GET' && method !== 'HEAD') return problem('METHOD_NOT_ALLOWED', { allow: 'GET, HEAD' });
  const etag = quoted(createHash('sha256').update(bytes).digest('hex'));
  const always = { etag, 'cache-control': 'no-cache', 'content-security-policy': PAGE_POLICY };
  if (isKnown(etag, headers['if-none-match'])) return { status: 304, headers: always, body: '' };
  return { status: 200, headers: { ...always, 'content-type': type }, body: bytes };
}

async function readIfFile(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (cause) {
    if (['ENOENT', 'EISDIR', 'ENOTDIR'].includes(errorCode(cause) ?? '')) return null;
    throw cause;
  }
}
