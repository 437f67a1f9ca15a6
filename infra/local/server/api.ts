import type {
  APIGatewayProxyEventV2WithJWTAuthorizer,
  APIGatewayProxyStructuredResultV2,
  Context,
} from 'aws-lambda';
import { FileBytes } from '../../../shared/contracts/api/check.ts';
import { FUNCTIONS, type FunctionOf } from '../../../shared/contracts/functions.ts';
import { apiEvent, type Claims } from './api-event.ts';
import { contextOf } from './context.ts';
import { BodyTooLarge, type Endpoint, type HttpAnswer, type HttpRequest } from './exchange.ts';
import { type MatchedRoute, matchRoute, methodsOf } from './match-route.ts';
import { problem } from './problem.ts';

/** The largest JSON of a route names a few thousand FINESS numbers. Bytes. */
const MOST_JSON = 1024 * 1024;

/** What API Gateway passes on of a file: the function says more kindly what is too large. Bytes. */
const MOST_FILE = 10 * 1024 * 1024;

export type ApiHandler = (
  event: APIGatewayProxyEventV2WithJWTAuthorizer,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2>;

export type ApiHandlers = { readonly [F in FunctionOf<'api'>]: ApiHandler };

/** Whose token a request carries; null for none that is good. */
export type Authorizer = (authorization: string | undefined) => Promise<Claims | null>;

/** The routes of the API, as API Gateway serves them: the token first, then the function, within its time. */
export function api(handlers: ApiHandlers, authorizer: Authorizer): Endpoint {
  return async (request) => {
    const matched = matchRoute(request.method, request.path);
    if (!matched) return request.method === 'OPTIONS' ? options(request.path) : null;
    const { authorization } = request.headers;
    const claims = await authorizer(authorization);
    if (!claims) return unauthenticated(authorization !== undefined);
    return invoke(handlers, matched, request, claims);
  };
}

/** No other origin is allowed anything: the answer says no more than what may be asked. */
function options(path: string): HttpAnswer | null {
  const methods = methodsOf(path);
  if (methods.length === 0) return null;
  return { status: 204, headers: { allow: [...methods, 'OPTIONS'].join(', ') }, body: '' };
}

function unauthenticated(tokenGiven: boolean): HttpAnswer {
  const challenge = tokenGiven ? 'Bearer error="invalid_token"' : 'Bearer';
  return problem('UNAUTHENTICATED', { 'www-authenticate': challenge });
}

async function invoke(
  handlers: ApiHandlers,
  matched: MatchedRoute,
  request: HttpRequest,
  claims: Claims,
): Promise<HttpAnswer> {
  const name = matched.route.function;
  const body = await bodyOf(matched, request);
  if (!body) return problem('CHECK_TOO_LARGE');
  const event = apiEvent(matched, request, claims, body);
  const late = Promise.withResolvers<null>();
  const timer = setTimeout(() => late.resolve(null), FUNCTIONS[name].timeout * 1000);
  try {
    const result = await Promise.race([handlers[name](event, contextOf(name)), late.promise]);
    return result ? toAnswer(result) : problem('UNAVAILABLE');
  } finally {
    clearTimeout(timer);
  }
}

/** Null for a file that is too large. */
async function bodyOf({ route }: MatchedRoute, request: HttpRequest): Promise<Buffer | null> {
  if (route.body !== FileBytes) return request.body(MOST_JSON);
  return request.body(MOST_FILE).catch((error: unknown) => {
    if (error instanceof BodyTooLarge) return null;
    throw error;
  });
}

function toAnswer({
  statusCode = 200,
  headers = {},
  cookies = [],
  body = '',
  isBase64Encoded = false,
}: APIGatewayProxyStructuredResultV2): HttpAnswer {
  const texts = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)] as const);
  return {
    status: statusCode,
    headers: { ...Object.fromEntries(texts), ...(cookies.length > 0 ? { 'set-cookie': cookies } : {}) },
    body: isBase64Encoded ? Buffer.from(body, 'base64') : body,
  };
}
