import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import type { ApiHandler, ApiHandlers } from '../../../infra/local/server/api.ts';
import { FUNCTIONS, type FunctionOf } from '../../../shared/contracts/functions.ts';

/** Functions that answer with the event that they are given. */
export function echoHandlers(
  answer: ApiHandler = async (event: APIGatewayProxyEventV2WithJWTAuthorizer) => ({
    statusCode: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(event),
  }),
): ApiHandlers {
  const names = Object.entries(FUNCTIONS).filter(([, { trigger }]) => trigger === 'api');
  return Object.fromEntries(names.map(([name]) => [name, answer])) as Record<FunctionOf<'api'>, ApiHandler>;
}
