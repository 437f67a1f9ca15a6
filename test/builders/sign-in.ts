import { createHash, randomBytes } from 'node:crypto';

/** What a page sends to the local issuer to begin, and keeps to end. */
export function signInRequest(origin: string, over: Readonly<Record<string, string | null>> = {}) {
  const verifier = randomBytes(32).toString('base64url');
  const parameters: Record<string, string | null> = {
    response_type: 'code',
    client_id: 'portail',
    redirect_uri: `${origin}/`,
    scope: 'openid',
    state: 'etat-1',
    nonce: 'nonce-1',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...over,
  };
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  );
  return { verifier, url: `${origin}/oidc/authorize?${new URLSearchParams(Object.fromEntries(given))}` };
}

/** Asks the local issuer for a code, without following where it leads. */
export async function askForCode(url: string): Promise<URLSearchParams> {
  const response = await fetch(url, { redirect: 'manual' });
  return new URL(response.headers.get('location') ?? 'http://nowhere').searchParams;
}

/** Changes a code for tokens. @param over what is sent otherwise */
export function redeem(
  origin: string,
  code: string,
  verifier: string,
  over: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(`${origin}/oidc/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: 'portail',
      redirect_uri: `${origin}/`,
      code,
      code_verifier: verifier,
      ...over,
    }),
  });
}

/** An access token of a demonstration account, obtained as a script does. */
export async function signIn(origin: string, account: string): Promise<string> {
  const { url, verifier } = signInRequest(origin, { login_hint: account });
  const code = (await askForCode(url)).get('code') ?? '';
  const response = await redeem(origin, code, verifier);
  const { access_token: token } = (await response.json()) as { access_token: string };
  return token;
}
