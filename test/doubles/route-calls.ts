import { ProblemBody } from '../../shared/contracts/api/problem.ts';
import { ROUTES, type RouteId } from '../../shared/contracts/routes.ts';
import type { ApiFunction } from '../../shared/lambda/http/api-handler.ts';
import { type ApiRequest, apiEvent, lambdaContext } from '../builders/events.ts';

/** Ways to call the routes of a function as a holder of a right. */
export function routeCalls(handler: ApiFunction) {
  const call = async (as: string, route: RouteId, request: ApiRequest = {}) => {
    const answer = await handler(apiEvent(route, { ...request, claims: { sub: as } }), lambdaContext());
    return { status: answer.statusCode, text: answer.body ?? '', headers: answer.headers ?? {} };
  };
  return {
    call,
    /** The body of an answer that is as its route says, and nothing more. */
    done: async (as: string, route: RouteId, request: ApiRequest = {}) => {
      const { status, text } = await call(as, route, request);
      const body = JSON.parse(text);
      expect({ status, body }).toMatchObject({ status: ROUTES[route].status });
      expect(ROUTES[route].answer.parse(body)).toEqual(body);
      return body;
    },
    refused: async (as: string, route: RouteId, request: ApiRequest = {}) =>
      ProblemBody.parse(JSON.parse((await call(as, route, request)).text)),
  };
}
