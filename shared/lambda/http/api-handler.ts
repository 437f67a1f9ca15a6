import type { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type {
  APIGatewayProxyEventV2WithJWTAuthorizer,
  APIGatewayProxyStructuredResultV2,
  Context,
} from 'aws-lambda';
import { authorizeRole, type Caller, identifyCaller } from '../../application/authorize.ts';
import type { Rights, WriteCsv } from '../../application/ports.ts';
import { Refusal } from '../../application/refusal.ts';
import type { FunctionOf } from '../../contracts/functions.ts';
import {
  ROUTES,
  type RouteAnswer,
  type RouteId,
  type RouteInput,
  type RouteSpec,
  type RoutesOf,
  routeKey,
} from '../../contracts/routes.ts';
import { functionLogger } from '../observability.ts';
import type { Snapshot } from './etag.ts';
import { problems } from './problems.ts';
import { readRequest, readSubject } from './read-request.ts';
import { represent } from './represent.ts';

export interface ApiPorts {
  readonly rights: Rights;
  /** @default that of the function */
  readonly logger?: Logger;
}

/** Of a function that has lists. */
export interface ListApiPorts extends ApiPorts {
  readonly writeCsv: WriteCsv;
}

/** Routes whose answer may be asked for as CSV. */
type ListRoute = {
  [R in RouteId]: (typeof ROUTES)[R] extends { readonly csv: unknown } ? R : never;
}[RouteId];

type PortsOf<F extends FunctionOf<'api'>> =
  Extract<RoutesOf<F>, ListRoute> extends never ? ApiPorts : ListApiPorts;

/** Answers a route: the caller may ask this action, the input is read; what lies outside its perimeter is up to it. */
type AnswerRoute<R extends RouteId> = (
  input: RouteInput<R>,
  caller: Caller,
) => Promise<RouteAnswer<R> | Snapshot<RouteAnswer<R>>>;

/** One for each route of the function. */
export type RouteTable<F extends FunctionOf<'api'>> = { readonly [R in RoutesOf<F>]: AnswerRoute<R> };

/** What the Lambda runtime, or the local server, calls. */
export type ApiFunction = (
  event: APIGatewayProxyEventV2WithJWTAuthorizer,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2>;

/**
 * The one way of an API call: who asks, whether the role may, what is asked, the answer. The right is read before
 * anything is refused, so that nothing shows by how long a refusal takes. A refusal or a defect is a problem document.
 */
export function apiHandler<F extends FunctionOf<'api'>>(
  name: F,
  ports: PortsOf<F>,
  table: RouteTable<F>,
): ApiFunction {
  const { rights, logger = functionLogger(name) } = ports;
  const writeCsv = 'writeCsv' in ports ? ports.writeCsv : null;
  const routes = bind(name, table);
  return middy<APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2>()
    .use(injectLambdaContext(logger, { logEvent: false }))
    .use(problems(logger))
    .handler(async (event: APIGatewayProxyEventV2WithJWTAuthorizer) => {
      const caller = await identifyCaller({ rights }, readSubject(event));
      const route = routes.get(event.routeKey);
      if (!route) throw new Refusal('NOT_FOUND');
      if (route.spec.action) authorizeRole(caller, route.spec.action);
      const found = await route.answer(readRequest(event, route.spec), caller);
      logger.info('answered', { route: route.id, role: caller.role });
      const { accept, 'if-none-match': ifNoneMatch } = event.headers;
      return represent(route.spec, found, { accept, ifNoneMatch }, writeCsv);
    });
}

interface BoundRoute {
  readonly id: RouteId;
  readonly spec: RouteSpec;
  readonly answer: (input: unknown, caller: Caller) => Promise<unknown>;
}

function bind<F extends FunctionOf<'api'>>(name: F, table: RouteTable<F>): ReadonlyMap<string, BoundRoute> {
  const ids = (Object.keys(ROUTES) as RouteId[]).filter((id) => ROUTES[id].function === name);
  return new Map(
    ids.map((id) => {
      // Each is called with what its own route's schemas have read: the compiler cannot follow the id that far.
      const answer = table[id as RoutesOf<F>] as unknown as BoundRoute['answer'];
      return [routeKey(ROUTES[id]), { id, spec: ROUTES[id], answer }];
    }),
  );
}
