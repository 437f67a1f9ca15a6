import * as z from 'zod';
import { CLIENT_ID } from './issuer.ts';

/** Who asks, and where the answer goes: without these two right nothing is sent anywhere. */
const Client = z.object({ client_id: z.literal(CLIENT_ID), redirect_uri: z.string().max(2_000) });

/** The authorization-code flow with PKCE S256, and no other. */
const CodeRequest = z.object({
  response_type: z.literal('code'),
  scope: z.string().refine((scope) => scope.split(' ').includes('openid')),
  code_challenge: z.string().regex(/^[\w-]{43}$/),
  code_challenge_method: z.literal('S256'),
  state: z.string().max(1_000).exactOptional(),
  nonce: z.string().max(1_000).exactOptional(),
  login_hint: z.string().max(200).exactOptional(),
});

export type AuthorizationRequest =
  | { readonly kind: 'asked'; readonly redirectUri: string; readonly asked: z.infer<typeof CodeRequest> }
  /** To be told to the client, by a redirection. */
  | { readonly kind: 'refused'; readonly redirectUri: string; readonly state: string | null }
  /** To be told to the person: the client is not ours. */
  | { readonly kind: 'foreign' };

/** @param origin the only one to which a browser is sent back */
export function readAuthorizationRequest(parameters: URLSearchParams, origin: string): AuthorizationRequest {
  const given = Object.fromEntries(parameters);
  const client = Client.safeParse(given);
  if (!client.success || !leadsTo(client.data.redirect_uri, origin)) return { kind: 'foreign' };
  const redirectUri = client.data.redirect_uri;
  const asked = CodeRequest.safeParse(given);
  if (asked.success) return { kind: 'asked', redirectUri, asked: asked.data };
  return { kind: 'refused', redirectUri, state: parameters.get('state') };
}

function leadsTo(address: string, origin: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null && url.origin === origin && url.hash === '' && url.username === '' && url.password === ''
  );
}
