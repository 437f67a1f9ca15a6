import { randomUUID } from 'node:crypto';
import { createLocalJWKSet, importJWK, type JSONWebKeySet, type JWTVerifyGetKey, SignJWT } from 'jose';
import type { SigningKey } from './keys.ts';

/** The one client: the pages of this server. */
export const CLIENT_ID = 'portail';

/** For whom access tokens are: the API. */
export const AUDIENCE = 'collecte';

/** Seconds. */
export const TOKEN_LIFETIME = 3600;

/** Under which the issuer answers. */
export const ISSUER_PATH = '/oidc';

interface Tokens {
  readonly accessToken: string;
  readonly idToken: string;
}

/** Signs tokens for demonstration accounts. */
export interface Issuer {
  /** Its address, which its tokens name. */
  readonly url: string;
  /** What it publishes: public keys alone. */
  readonly jwks: JSONWebKeySet;
  readonly keys: JWTVerifyGetKey;
  issue(subject: string, nonce: string | null): Promise<Tokens>;
}

export async function localIssuer(
  origin: string,
  signingKey: SigningKey,
  clock: () => Date,
): Promise<Issuer> {
  const url = origin + ISSUER_PATH;
  const key = await importJWK(signingKey, 'RS256');
  const { kty, kid, n, e } = signingKey;
  const jwks: JSONWebKeySet = { keys: [{ kty, kid, n, e, alg: 'RS256', use: 'sig' }] };
  const sign = (typ: string, audience: string, subject: string, claims: Readonly<Record<string, string>>) => {
    const now = Math.floor(clock().getTime() / 1000);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid, typ })
      .setIssuer(url)
      .setSubject(subject)
      .setAudience(audience)
      .setIssuedAt(now)
      .setNotBefore(now)
      .setExpirationTime(now + TOKEN_LIFETIME)
      .setJti(randomUUID())
      .sign(key);
  };
  return {
    url,
    jwks,
    keys: createLocalJWKSet(jwks),
    issue: async (subject, nonce) => ({
      accessToken: await sign('at+jwt', AUDIENCE, subject, { client_id: CLIENT_ID, scope: 'openid' }),
      idToken: await sign('JWT', CLIENT_ID, subject, nonce === null ? {} : { nonce }),
    }),
  };
}
