import { createHash, randomBytes } from 'node:crypto';

/** Milliseconds. */
const LIFETIME = 60_000;

/** Codes that wait at once; the oldest gives way. */
const MOST_WAITING = 1_000;

/** What a code stands for until it is redeemed. */
interface Grant {
  readonly subject: string;
  readonly redirectUri: string;
  /** SHA-256 of the verifier, base64url (RFC 7636, S256). */
  readonly challenge: string;
  readonly nonce: string | null;
}

/** Authorization codes, in memory: each is good once, for a minute. */
export interface Codes {
  give(grant: Grant): string;
  /** Null for a code that is unknown, used, too old, or not asked for by whoever holds this verifier. */
  redeem(code: string, redirectUri: string, verifier: string): Grant | null;
}

export function authorizationCodes(clock: () => Date): Codes {
  const waiting = new Map<string, Grant & { readonly until: number }>();
  return {
    give: (grant) => {
      const code = randomBytes(32).toString('base64url');
      const [oldest] = waiting.keys();
      if (waiting.size >= MOST_WAITING && oldest !== undefined) waiting.delete(oldest);
      waiting.set(code, { ...grant, until: clock().getTime() + LIFETIME });
      return code;
    },
    redeem: (code, redirectUri, verifier) => {
      const grant = waiting.get(code);
      // Whatever comes of it, a code is tried once.
      waiting.delete(code);
      if (!grant || clock().getTime() >= grant.until || grant.redirectUri !== redirectUri) return null;
      const challenge = createHash('sha256').update(verifier).digest('base64url');
      return challenge === grant.challenge ? grant : null;
    },
  };
}
