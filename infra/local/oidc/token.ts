import * as z from 'zod';
import { type HttpAnswer, type HttpRequest, json } from '../server/exchange.ts';
import type { Codes } from './codes.ts';
import { CLIENT_ID, type Issuer, TOKEN_LIFETIME } from './issuer.ts';

/** Bytes; a code, a verifier and an address. */
const MOST_BODY = 16 * 1024;

const TokenRequest = z.object({
  grant_type: z.literal('authorization_code'),
  code: z.string(),
  redirect_uri: z.string(),
  client_id: z.literal(CLIENT_ID),
  code_verifier: z.string().regex(/^[\w.~-]{43,128}$/),
});

/** Redeems a code for tokens; errors are those of OAuth 2.0 (RFC 6749, 5.2). */
export async function answerToken(issuer: Issuer, codes: Codes, request: HttpRequest): Promise<HttpAnswer> {
  const body = await request.body(MOST_BODY);
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) return refusal('invalid_request');
  const asked = TokenRequest.safeParse(Object.fromEntries(new URLSearchParams(body.toString())));
  if (!asked.success) return refusal('invalid_request');
  const { code, redirect_uri: redirectUri, code_verifier: verifier } = asked.data;
  const grant = codes.redeem(code, redirectUri, verifier);
  if (!grant) return refusal('invalid_grant');
  const { accessToken, idToken } = await issuer.issue(grant.subject, grant.nonce);
  return json(200, {
    access_token: accessToken,
    token_type: 'Bearer',
    expires_in: TOKEN_LIFETIME,
    id_token: idToken,
    scope: 'openid',
  });
}

function refusal(error: 'invalid_request' | 'invalid_grant'): HttpAnswer {
  return json(400, { error });
}
