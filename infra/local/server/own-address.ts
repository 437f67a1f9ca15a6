import type { Endpoint } from './exchange.ts';
import { problem } from './problem.ts';

/** Other names of this machine that a person may type. */
const LOOPBACK_NAME = /^(localhost|\[::1\])(:\d+)?$/;

/**
 * Answers at its own address alone: a page elsewhere whose name is made to lead to this machine gets nothing, tokens
 * above all. A person who typed `localhost` is sent to the address.
 */
export function atOwnAddress(origin: string, endpoint: Endpoint): Endpoint {
  const { host } = new URL(origin);
  return async (request) => {
    const asked = request.headers['host'] ?? '';
    if (asked === host) return endpoint(request);
    if (request.method !== 'GET' || !LOOPBACK_NAME.test(asked)) return problem('MISDIRECTED');
    const query = request.query === '' ? '' : `?${request.query}`;
    // A path that begins with two slashes would lead to another host.
    const location = `${origin}/${request.path.replace(/^\/+/, '')}${query}`;
    return { status: 307, headers: { location, 'cache-control': 'no-store' }, body: '' };
  };
}
