import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, type JWTPayload, SignJWT } from 'jose';
import { type Issuer, localIssuer } from '../../../infra/local/oidc/issuer.ts';
import { keysOf, type SigningKey } from '../../../infra/local/oidc/keys.ts';
import { oidc } from '../../../infra/local/oidc/oidc.ts';
import { api } from '../../../infra/local/server/api.ts';
import { authorizeToken } from '../../../infra/local/server/authorize-token.ts';
import type { Listening } from '../../../infra/local/server/listen.ts';
import { bareServer, movedClock } from './bare-server.ts';
import { echoHandlers } from './echo-handlers.ts';

const NOW = '2026-07-15T10:00:00Z';
const time = movedClock(NOW);
let folder: string;
let issuer: Issuer;
let key: SigningKey;
let server: Listening;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tokens-'));
  key = (await keysOf(folder)).issuer;
  server = await bareServer(async (origin) => {
    issuer = await localIssuer(origin, key, time.clock);
    const rules = { issuer: issuer.url, audience: 'collecte', keys: issuer.keys, clock: time.clock };
    return [
      oidc({ issuer, accounts: async () => [], clock: time.clock }),
      api(echoHandlers(), (authorization) => authorizeToken(rules, authorization)),
    ];
  });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** What jose signs with. */
type KeyLike = Awaited<ReturnType<typeof importJWK>>;

const seconds = Date.parse(NOW) / 1000;
const SOUND = { sub: 'dns', aud: 'collecte', iat: seconds, exp: seconds + 3600 };

/** A token signed by the issuer's own key, with other claims than it would give. */
async function signed(
  claims: JWTPayload,
  { alg = 'RS256', kid = key.kid, by }: { alg?: string; kid?: string; by?: KeyLike } = {},
): Promise<string> {
  const signer = by ?? (await importJWK(key, alg));
  return new SignJWT({ iss: issuer.url, ...claims }).setProtectedHeader({ alg, kid }).sign(signer);
}

async function ask(authorization: string | null): Promise<Response> {
  return fetch(`${server.origin}/moi`, { headers: authorization === null ? {} : { authorization } });
}

const unsigned = (payload: object, alg: string) =>
  [{ alg, typ: 'JWT' }, payload]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');

describe('a token', () => {
  it('of the issuer, for the API, in its time, is let in with its claims as text', async () => {
    const { accessToken } = await issuer.issue('dns', null);
    const response = await ask(`Bearer ${accessToken}`);
    expect(response.status).toBe(200);
    const { requestContext } = (await response.json()) as {
      requestContext: { authorizer: { jwt: { claims: unknown } } };
    };
    expect(requestContext.authorizer.jwt.claims).toMatchObject({
      iss: issuer.url,
      sub: 'dns',
      aud: 'collecte',
      exp: String(seconds + 3600),
    });
  });

  it('stands until its last second, and no longer', async () => {
    const token = await signed({ ...SOUND, exp: seconds + 10 });
    time.move(9_000);
    expect((await ask(`Bearer ${token}`)).status).toBe(200);
    time.move(1_000);
    expect((await ask(`Bearer ${token}`)).status).toBe(401);
    time.move(-10_000);
  });

  const attacks: readonly (readonly [string, () => Promise<string | null>])[] = [
    ['none', async () => null],
    ['an empty one', async () => 'Bearer '],
    ['another scheme', async () => `Basic ${await signed(SOUND)}`],
    ['two of them', async () => `Bearer ${await signed(SOUND)} ${await signed(SOUND)}`],
    ['no JWT', async () => 'Bearer not-a-token'],
    ['an expired one', async () => `Bearer ${await signed({ ...SOUND, exp: seconds - 1 })}`],
    ['one without end', async () => `Bearer ${await signed({ sub: 'dns', aud: 'collecte', iat: seconds })}`],
    ['one that is not valid yet', async () => `Bearer ${await signed({ ...SOUND, nbf: seconds + 60 })}`],
    ['another issuer', async () => `Bearer ${await signed({ ...SOUND, iss: 'https://ailleurs.example' })}`],
    ['another audience', async () => `Bearer ${await signed({ ...SOUND, aud: 'portail' })}`],
    ['an identity token', async () => `Bearer ${(await issuer.issue('dns', null)).idToken}`],
    ['no audience', async () => `Bearer ${await signed({ sub: 'dns', iat: seconds, exp: seconds + 60 })}`],
    [
      'no subject',
      async () => `Bearer ${await signed({ aud: 'collecte', iat: seconds, exp: seconds + 60 })}`,
    ],
    ['a blank subject', async () => `Bearer ${await signed({ ...SOUND, sub: '' })}`],
    ['no signature (none)', async () => `Bearer ${unsigned({ iss: issuer.url, ...SOUND }, 'none')}.`],
    ['no signature (RS256)', async () => `Bearer ${unsigned({ iss: issuer.url, ...SOUND }, 'RS256')}.`],
    [
      'the public key taken for a shared secret',
      async () => {
        const secret = new TextEncoder().encode(JSON.stringify(issuer.jwks.keys[0]));
        return `Bearer ${await signed(SOUND, { alg: 'HS256', by: secret })}`;
      },
    ],
    [
      'the key of another issuer under the same name',
      async () => `Bearer ${await signed(SOUND, { by: (await generateKeyPair('RS256')).privateKey })}`,
    ],
    [
      'a key that it brings along',
      async () => {
        const { privateKey, publicKey } = await generateKeyPair('RS256');
        const jwk = await exportJWK(publicKey);
        const token = await new SignJWT({ iss: issuer.url, ...SOUND })
          .setProtectedHeader({ alg: 'RS256', jwk })
          .sign(privateKey);
        return `Bearer ${token}`;
      },
    ],
    ['an unknown key', async () => `Bearer ${await signed(SOUND, { kid: 'autre' })}`],
    [
      'changed claims',
      async () => {
        const [header, , signature] = (await signed(SOUND)).split('.');
        const payload = Buffer.from(JSON.stringify({ iss: issuer.url, ...SOUND, sub: 'administrateur' }));
        return `Bearer ${header}.${payload.toString('base64url')}.${signature}`;
      },
    ],
  ];

  it.each(attacks)('is refused, and the function never called: %s', async (_, authorization) => {
    const given = await authorization();
    const response = await ask(given);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe(
      given === null ? 'Bearer' : 'Bearer error="invalid_token"',
    );
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await response.json()).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  });
});
