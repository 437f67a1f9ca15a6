import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { localIssuer } from '../../../infra/local/oidc/issuer.ts';
import { keysOf } from '../../../infra/local/oidc/keys.ts';
import { oidc } from '../../../infra/local/oidc/oidc.ts';
import type { Listening } from '../../../infra/local/server/listen.ts';
import { askForCode, redeem, signInRequest } from '../../builders/sign-in.ts';
import { bareServer, movedClock } from './bare-server.ts';

const time = movedClock('2026-07-15T10:00:00Z');
const ACCOUNTS = [
  { subject: 'dns', label: 'DNS : « tout » & <rien>' },
  { subject: 'autre', label: 'Autre' },
];
let folder: string;
let server: Listening;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oidc-'));
  const { issuer: key } = await keysOf(folder);
  server = await bareServer(async (origin) => [
    oidc({
      issuer: await localIssuer(origin, key, time.clock),
      accounts: async () => ACCOUNTS,
      clock: time.clock,
    }),
  ]);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

async function codeFor(account: string): Promise<{ code: string; verifier: string }> {
  const { url, verifier } = signInRequest(server.origin, { login_hint: account });
  return { code: (await askForCode(url)).get('code') ?? '', verifier };
}

describe('the local issuer', () => {
  it('says at its address where everything is', async () => {
    const response = await fetch(`${server.origin}/oidc/.well-known/openid-configuration`);
    const found = (await response.json()) as Record<string, string>;
    expect(found['issuer']).toBe(`${server.origin}/oidc`);
    const keys = (await (await fetch(found['jwks_uri'] ?? '')).json()) as { keys: Record<string, string>[] };
    expect(keys.keys.map((key) => Object.keys(key).sort())).toEqual([['alg', 'e', 'kid', 'kty', 'n', 'use']]);
  });

  it('gives tokens of the account for a code and its verifier, with the nonce in the identity token', async () => {
    const { url, verifier } = signInRequest(server.origin, { login_hint: 'dns' });
    const answered = await askForCode(url);
    expect(answered.get('state')).toBe('etat-1');
    expect(answered.get('iss')).toBe(`${server.origin}/oidc`);
    const response = await redeem(server.origin, answered.get('code') ?? '', verifier);
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const tokens = (await response.json()) as Record<string, string>;
    expect(tokens['expires_in']).toBe(3600);
    const access = decodeJwt(tokens['access_token'] ?? '');
    expect(access).toMatchObject({ iss: `${server.origin}/oidc`, sub: 'dns', aud: 'collecte' });
    expect((access.exp ?? 0) - (access.iat ?? 0)).toBe(3600);
    expect(decodeJwt(tokens['id_token'] ?? '')).toMatchObject({
      sub: 'dns',
      aud: 'portail',
      nonce: 'nonce-1',
    });
  });

  it('lets a person choose an account on a page that needs no script', async () => {
    const { url } = signInRequest(server.origin);
    const response = await fetch(url);
    const page = await response.text();
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page).toContain('<html lang="fr">');
    expect(page).toContain('Choisir un compte de démonstration');
    expect(page).toContain('DNS : « tout » &amp; &lt;rien&gt;');
    const links = [...page.matchAll(/href="(\/oidc\/authorize[^"]*)"/g)].map(([, link = '']) =>
      link.replaceAll('&amp;', '&'),
    );
    expect(links).toHaveLength(ACCOUNTS.length);
    const answered = await askForCode(server.origin + links[1]);
    expect(answered.get('code')).not.toBeNull();
    expect(answered.get('state')).toBe('etat-1');
  });

  it('shows the choice again for an account that it does not have', async () => {
    const response = await fetch(signInRequest(server.origin, { login_hint: 'nobody' }).url);
    expect([response.status, await response.text()]).toEqual([
      200,
      expect.stringContaining('Choisir un compte'),
    ]);
  });

  it.each([
    ['another client', { client_id: 'autre' }],
    ['another origin', { redirect_uri: 'https://ailleurs.example/' }],
    ['a name that only begins alike', { redirect_uri: 'http://127.0.0.1.ailleurs.example/' }],
    ['a script', { redirect_uri: 'javascript:alert(1)' }],
    ['no address', { redirect_uri: null }],
  ])('sends nobody anywhere for %s', async (_, over) => {
    const response = await fetch(signInRequest(server.origin, { login_hint: 'dns', ...over }).url, {
      redirect: 'manual',
    });
    expect([response.status, response.headers.get('location')]).toEqual([400, null]);
    expect(await response.text()).toContain('Connexion impossible');
  });

  it.each([
    ['no challenge', { code_challenge: null }],
    ['a plain challenge', { code_challenge_method: 'plain' }],
    ['the implicit flow', { response_type: 'token' }],
    ['no openid', { scope: 'email' }],
  ])('tells the page that a request is wrong: %s', async (_, over) => {
    const answered = await askForCode(signInRequest(server.origin, { login_hint: 'dns', ...over }).url);
    expect([answered.get('error'), answered.get('state'), answered.get('code')]).toEqual([
      'invalid_request',
      'etat-1',
      null,
    ]);
  });

  it.each([
    ['another verifier', { code_verifier: 'a'.repeat(43) }, 'invalid_grant'],
    ['another address', { redirect_uri: 'http://127.0.0.1/' }, 'invalid_grant'],
    ['an unknown code', { code: 'x' }, 'invalid_grant'],
    ['another grant', { grant_type: 'password' }, 'invalid_request'],
    ['another client', { client_id: 'autre' }, 'invalid_request'],
  ])('gives nothing for %s', async (_, over, error) => {
    const { code, verifier } = await codeFor('dns');
    const response = await redeem(server.origin, code, verifier, over);
    expect([response.status, await response.json()]).toEqual([400, { error }]);
  });

  it('takes a code once', async () => {
    const { code, verifier } = await codeFor('dns');
    expect((await redeem(server.origin, code, verifier)).status).toBe(200);
    expect((await redeem(server.origin, code, verifier)).status).toBe(400);
  });

  it('takes a code that was tried with a wrong verifier no more', async () => {
    const { code, verifier } = await codeFor('dns');
    await redeem(server.origin, code, 'a'.repeat(43));
    expect((await redeem(server.origin, code, verifier)).status).toBe(400);
  });

  it('takes a code up to a minute after, excluded', async () => {
    const [inTime, late] = [await codeFor('dns'), await codeFor('dns')];
    time.move(59_999);
    expect((await redeem(server.origin, inTime.code, inTime.verifier)).status).toBe(200);
    time.move(1);
    expect((await redeem(server.origin, late.code, late.verifier)).status).toBe(400);
  });

  it('keeps its key from start to start, for its owner alone', async () => {
    expect(await keysOf(folder)).toEqual(await keysOf(folder));
    expect((await stat(join(folder, 'keys.json'))).mode & 0o777).toBe(0o600);
  });
});
