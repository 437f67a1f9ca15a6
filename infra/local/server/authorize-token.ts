import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Claims } from './api-event.ts';

export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  /** The issuer's published keys. */
  readonly keys: JWTVerifyGetKey;
  readonly clock: () => Date;
}

/** What the issuer may sign with; never `none`, never a shared secret. */
const ALGORITHMS = ['RS256', 'ES256'];

/**
 * The JWT authorizer: who a bearer token is of.
 * @returns its claims, or null for a token that is missing, malformed, expired, not yet valid, without subject, of
 * another issuer or for another audience, or that its issuer did not sign.
 */
export async function authorizeToken(
  { issuer, audience, keys, clock }: TokenRules,
  authorization: string | undefined,
): Promise<Claims | null> {
  const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) return null;
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: ALGORITHMS,
      requiredClaims: ['sub', 'exp', 'iat'],
      currentDate: clock(),
    });
    return payload.sub === '' ? null : asText(payload);
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}

/** API Gateway writes a list as `[a b]`. */
function asText(payload: JWTPayload): Claims {
  const write = (value: unknown) => (Array.isArray(value) ? `[${value.join(' ')}]` : String(value));
  return Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, write(value)]));
}
