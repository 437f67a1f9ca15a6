import { type Endpoint, type HttpAnswer, type HttpRequest, json } from '../server/exchange.ts';
import { PAGE_POLICY } from '../server/pages.ts';
import { problem } from '../server/problem.ts';
import type { DemonstrationAccount } from './account.ts';
import { readAuthorizationRequest } from './authorization-request.ts';
import { choosePage, foreignPage, STYLE_PATH, styleSheet } from './choose-page.ts';
import { authorizationCodes, type Codes } from './codes.ts';
import { discovery } from './discovery.ts';
import { ISSUER_PATH, type Issuer } from './issuer.ts';
import { answerToken } from './token.ts';

export interface OidcOptions {
  readonly issuer: Issuer;
  /** Read at each sign-in: an administrator may have granted another right. */
  readonly accounts: () => Promise<readonly DemonstrationAccount[]>;
  readonly clock: () => Date;
}

type Answers = Readonly<Record<string, (request: HttpRequest) => Promise<HttpAnswer>>>;

/** The local OpenID Connect issuer: enough for a browser page or a script to obtain a token for a demonstration account. */
export function oidc({ issuer, accounts, clock }: OidcOptions): Endpoint {
  const codes = authorizationCodes(clock);
  const answers: Answers = {
    [`GET ${ISSUER_PATH}/.well-known/openid-configuration`]: async () => json(200, discovery(issuer)),
    [`GET ${ISSUER_PATH}/jwks.json`]: async () => json(200, issuer.jwks),
    [`GET ${ISSUER_PATH}/authorize`]: async ({ query }) =>
      authorize(issuer, await accounts(), codes, new URLSearchParams(query)),
    [`GET ${STYLE_PATH}`]: async () => ({
      status: 200,
      headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' },
      body: styleSheet,
    }),
    [`POST ${ISSUER_PATH}/token`]: (request) => answerToken(issuer, codes, request),
  };
  return async (request) => {
    const answerTo = answers[`${request.method} ${request.path}`];
    if (answerTo) return answerTo(request);
    const allow = Object.keys(answers)
      .find((key) => key.endsWith(` ${request.path}`))
      ?.split(' ')[0];
    return allow === undefined ? null : problem('METHOD_NOT_ALLOWED', { allow });
  };
}

function authorize(
  issuer: Issuer,
  accounts: readonly DemonstrationAccount[],
  codes: Codes,
  parameters: URLSearchParams,
): HttpAnswer {
  const request = readAuthorizationRequest(parameters, new URL(issuer.url).origin);
  if (request.kind === 'foreign') return html(400, foreignPage());
  if (request.kind === 'refused') {
    return redirect(request.redirectUri, { error: 'invalid_request', state: request.state, iss: issuer.url });
  }
  const { redirectUri, asked } = request;
  const account = accounts.find(({ subject }) => subject === asked.login_hint);
  if (!account) return html(200, choosePage(accounts, parameters));
  const code = codes.give({
    subject: account.subject,
    redirectUri,
    challenge: asked.code_challenge,
    nonce: asked.nonce ?? null,
  });
  return redirect(redirectUri, { code, state: asked.state ?? null, iss: issuer.url });
}

function redirect(address: string, parameters: Readonly<Record<string, string | null>>): HttpAnswer {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters))
    if (value !== null) url.searchParams.set(name, value);
  return { status: 302, headers: { location: url.href, 'cache-control': 'no-store' }, body: '' };
}

function html(status: number, body: string): HttpAnswer {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': PAGE_POLICY };
  return { status, headers: { ...headers, 'cache-control': 'no-store' }, body };
}
