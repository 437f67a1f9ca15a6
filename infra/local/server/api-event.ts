import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { routeKey } from '../../../shared/contracts/routes.ts';
import type { HttpRequest } from './exchange.ts';
import type { MatchedRoute } from './match-route.ts';

/** Claims as API Gateway gives them: each as text. */
export type Claims = Readonly<Record<string, string>>;

/** Contents that API Gateway passes on as text; others it passes on in base64. */
const TEXT = /^(text\/|application\/(json|javascript|xml)\b|application\/[^;]+\+(json|xml)\b)/i;

/** The event that API Gateway makes of a request: payload 2.0, JWT authorizer. */
export function apiEvent(
  { route, params }: MatchedRoute,
  request: HttpRequest,
  claims: Claims,
  body: Buffer,
): APIGatewayProxyEventV2WithJWTAuthorizer {
  const { method, path, query, headers, cookies, sourceIp } = request;
  const key = routeKey(route);
  const now = new Date();
  const asText = TEXT.test(headers['content-type'] ?? 'text/plain');
  const given = queryParameters(query);
  return {
    version: '2.0',
    routeKey: key,
    rawPath: path,
    rawQueryString: query,
    ...(cookies.length > 0 ? { cookies: [...cookies] } : {}),
    headers: { ...headers },
    ...(Object.keys(given).length > 0 ? { queryStringParameters: given } : {}),
    ...(Object.keys(params).length > 0 ? { pathParameters: { ...params } } : {}),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      authorizer: { jwt: { claims: { ...claims }, scopes: null } },
      domainName: headers['host'] ?? '',
      domainPrefix: 'local',
      http: {
        method,
        path,
        protocol: 'HTTP/1.1',
        sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: key,
      stage: '$default',
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
    },
    ...(body.length > 0 ? { body: body.toString(asText ? 'utf8' : 'base64') } : {}),
    isBase64Encoded: body.length > 0 && !asText,
  };
}

/** Decoded; values of one name joined by commas. */
function queryParameters(query: string): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    const before = parameters[name];
    parameters[name] = before === undefined ? value : `${before},${value}`;
  }
  return parameters;
}
