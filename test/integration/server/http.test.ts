import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { api } from '../../../infra/local/server/api.ts';
import type { Listening } from '../../../infra/local/server/listen.ts';
import { pages, singleFile } from '../../../infra/local/server/pages.ts';
import { bareServer } from './bare-server.ts';
import { echoHandlers } from './echo-handlers.ts';

let folder: string;
let server: Listening;
const reported: unknown[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pages-'));
  await mkdir(join(folder, 'portal'));
  await writeFile(join(folder, 'secret.js'), 'secret');
  await writeFile(join(folder, 'portal', 'index.html'), '<!doctype html><title>Accueil</title>');
  await writeFile(join(folder, 'portal', 'page.js'), 'export {};');
  await writeFile(join(folder, 'portal', 'tsconfig.json'), '{}');
  await writeFile(join(folder, 'portal', '.hidden.js'), 'secret');
  await writeFile(join(folder, 'openapi.json'), '{"openapi":"3.1.0"}');
  const handlers = {
    ...echoHandlers(),
    'show-nation': async () => {
      throw new Error('a secret of the inside');
    },
  };
  server = await bareServer(
    async () => [
      api(handlers, async (token) => (token === undefined ? null : { iss: 'i', sub: 's' })),
      singleFile('/openapi.json', join(folder, 'openapi.json'), 'application/json; charset=utf-8'),
      pages(join(folder, 'portal')),
    ],
    (error) => reported.push(error),
  );
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** Sends bytes as they are, and gives all that comes back. */
async function raw(text: string): Promise<string> {
  const socket = connect(Number(new URL(server.origin).port), '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.write(text);
  await once(socket, 'close');
  return Buffer.concat(chunks).toString();
}
const host = () => new URL(server.origin).host;
const get = (path: string) => raw(`GET ${path} HTTP/1.1\r\nHost: ${host()}\r\nConnection: close\r\n\r\n`);

const ask = (path: string, init: RequestInit = {}) =>
  fetch(server.origin + path, { ...init, headers: { authorization: 'Bearer x', ...init.headers } });

describe('an API call', () => {
  it('reaches its function as the event that API Gateway makes', async () => {
    const response = await ask('/campagnes/2026/regions/84/declarants?limite=3&situation=a&situation=b%20c', {
      headers: { 'X-Case': 'Kept', cookie: 'a=1; b=2' },
    });
    expect(await response.json()).toMatchObject({
      version: '2.0',
      routeKey: 'GET /campagnes/{campagne}/regions/{region}/declarants',
      rawPath: '/campagnes/2026/regions/84/declarants',
      rawQueryString: 'limite=3&situation=a&situation=b%20c',
      queryStringParameters: { limite: '3', situation: 'a,b c' },
      pathParameters: { campagne: '2026', region: '84' },
      cookies: ['a=1', 'b=2'],
      headers: { 'x-case': 'Kept', authorization: 'Bearer x' },
      requestContext: {
        authorizer: { jwt: { claims: { iss: 'i', sub: 's' }, scopes: null } },
        http: { method: 'GET', path: '/campagnes/2026/regions/84/declarants' },
        routeKey: 'GET /campagnes/{campagne}/regions/{region}/declarants',
        stage: '$default',
      },
      isBase64Encoded: false,
    });
  });

  it('passes text on as it is, and anything else in base64', async () => {
    const text = await ask('/droits', {
      method: 'PUT',
      body: '{"é":1}',
      headers: { 'content-type': 'application/json' },
    });
    expect(await text.json()).toMatchObject({ body: '{"é":1}', isBase64Encoded: false });
    const other = await ask('/droits', {
      method: 'PUT',
      body: 'x',
      headers: { 'content-type': 'image/png' },
    });
    expect(await other.json()).toMatchObject({ body: 'eA==', isBase64Encoded: true });
  });

  it('decodes parameters once', async () => {
    const response = await ask('/campagnes/2026/depots/a%252Fb');
    expect(await response.json()).toMatchObject({ pathParameters: { depot: 'a%2Fb' } });
  });

  it('never shows what went wrong inside', async () => {
    const response = await ask('/campagnes/2026/agregats');
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(JSON.parse(text)).toMatchObject({ code: 'INTERNAL' });
    expect(text).not.toMatch(/secret|at /);
    expect(reported).toEqual([new Error('a secret of the inside')]);
  });

  it('is refused when its body is too large, said or not', async () => {
    const body = 'x'.repeat(1024 * 1024 + 1);
    const said = await ask('/droits', { method: 'PUT', body });
    expect([said.status, await said.json()]).toEqual([
      413,
      expect.objectContaining({ code: 'BODY_TOO_LARGE' }),
    ]);
    const unsaid = await ask('/droits', {
      method: 'PUT',
      body: new Blob([body]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(unsaid.status).toBe(413);
  });

  it('that says it brings gigabytes is refused without reading them', async () => {
    const answer = await raw(
      `PUT /droits HTTP/1.1\r\nHost: ${host()}\r\nAuthorization: Bearer x\r\nContent-Length: 99999999999\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  it.each([
    ['GET', '/inconnu'],
    ['DELETE', '/droits'],
    ['HEAD', '/moi'],
    ['GET', '/moi/'],
    ['GET', '/campagnes/2026/depots/%zz'],
    ['GET', '/campagnes//depots'],
  ])('%s %s is no route', async (method, path) => {
    const response = await ask(path, { method });
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  });

  it('says to OPTIONS what may be asked, and allows nothing to other origins', async () => {
    const response = await fetch(`${server.origin}/droits`, {
      method: 'OPTIONS',
      headers: { origin: 'https://ailleurs.example', 'access-control-request-method': 'PUT' },
    });
    expect([response.status, response.headers.get('allow')]).toEqual([204, 'GET, PUT, OPTIONS']);
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('a page', () => {
  it('comes with its type, a policy that allows its own origin alone, and an ETag that spares it', async () => {
    const response = await fetch(`${server.origin}/`);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self';/,
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.text()).toContain('Accueil');
    const etag = response.headers.get('etag') ?? '';
    const again = await fetch(`${server.origin}/index.html`, { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const script = await fetch(`${server.origin}/page.js`, { headers: { 'if-none-match': etag } });
    expect([script.status, script.headers.get('content-type')]).toEqual([
      200,
      'text/javascript; charset=utf-8',
    ]);
  });

  it('is only read', async () => {
    const response = await fetch(`${server.origin}/page.js`, { method: 'POST' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    const head = await fetch(`${server.origin}/page.js`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('may be the description of the API', async () => {
    const response = await fetch(`${server.origin}/openapi.json`);
    expect(await response.json()).toEqual({ openapi: '3.1.0' });
  });

  it.each([
    '/../secret.js',
    '/./../secret.js',
    '/..%2fsecret.js',
    '/%2e%2e/secret.js',
    '/..\\secret.js',
    '/.hidden.js',
    '//secret.js',
    '/page.js/../../secret.js',
    '/page.js%00.html',
    '/tsconfig.json',
    '/portal/',
    '/page.js/x.js',
  ])('outside its folder, hidden or of another type is not there: %s', async (path) => {
    const answer = await get(path);
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
    expect(answer).not.toContain('secret\r\n');
    expect(answer).toContain('"code":"NOT_FOUND"');
  });
});

describe('what is hardly HTTP', () => {
  it.each([
    ['nonsense', 'nonsense\r\n\r\n', 400],
    ['a header that never ends', `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    [
      'another address in the request',
      'GET http://ailleurs.example/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
      400,
    ],
    ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 421],
  ])('has its problem document: %s', async (_, text, status) => {
    const answer = await raw(text);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).toContain('application/problem+json');
    expect(answer).toContain(`"status":${status}`);
  });
});

describe('another name for this machine', () => {
  it('is answered with nothing: a page elsewhere cannot borrow the address', async () => {
    const answer = await raw('GET /moi HTTP/1.1\r\nHost: ailleurs.example\r\nConnection: close\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 421 /);
  });

  it('that a person typed leads to the address', async () => {
    const { port } = new URL(server.origin);
    const answer = await raw(
      `GET //a/b?c=d HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 307 /);
    expect(answer).toContain(`location: ${server.origin}/a/b?c=d\r\n`);
  });
});
