import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import * as z from 'zod';
import { Refusal } from '../../application/refusal.ts';
import { FileBytes, LARGEST_CHECK } from '../../contracts/api/check.ts';
import { UPLOAD_TYPES } from '../../contracts/api/deposit.ts';
import type { RouteSpec } from '../../contracts/routes.ts';
import type { Subject } from '../../domain/access/right.ts';
import { fieldErrors } from './field-errors.ts';
import { HttpProblem } from './problem.ts';

/** Of a JSON body, in bytes. */
const LARGEST_BODY = 256 * 1024;

const Authenticated = z.object({
  requestContext: z.object({
    authorizer: z.object({
      jwt: z.object({ claims: z.object({ iss: z.string().min(1), sub: z.string().min(1) }) }),
    }),
  }),
});

/** Whom the authorizer let in. @throws HttpProblem UNAUTHENTICATED when it says nobody */
export function readSubject(event: APIGatewayProxyEventV2WithJWTAuthorizer): Subject {
  const reading = Authenticated.safeParse(event);
  if (!reading.success) throw new HttpProblem('UNAUTHENTICATED');
  const { iss, sub } = reading.data.requestContext.authorizer.jwt.claims;
  return { issuer: iss, subject: sub };
}

/**
 * What is asked, as values.
 *
 * @throws Refusal NOT_FOUND for a path that names nothing. @throws HttpProblem for a query or a body that is not as
 * the route expects.
 */
export function readRequest(
  event: APIGatewayProxyEventV2WithJWTAuthorizer,
  route: RouteSpec,
): { readonly params: unknown; readonly query: unknown; readonly body: unknown } {
  const params = route.params.safeParse(event.pathParameters ?? {});
  if (!params.success) throw new Refusal('NOT_FOUND');
  const query = route.query.safeParse(event.queryStringParameters ?? {});
  if (!query.success) throw new HttpProblem('INVALID_REQUEST', fieldErrors(query.error, 'adresse'));
  return { params: params.data, query: query.data, body: readBody(event, route.body) };
}

function readBody(event: APIGatewayProxyEventV2WithJWTAuthorizer, schema: z.ZodType | null): unknown {
  if (schema === null) return null;
  return schema === FileBytes ? readFile(event) : readJson(event, schema);
}

/** A file as it was sent. Where its type is a text's it comes as text: bytes that are not UTF-8 did not come through. */
function readFile(event: APIGatewayProxyEventV2WithJWTAuthorizer): Uint8Array {
  const { body = '', isBase64Encoded } = event;
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > LARGEST_CHECK) throw new HttpProblem('CHECK_TOO_LARGE');
  const types: readonly string[] = UPLOAD_TYPES;
  const changed = !isBase64Encoded && body.includes('\uFFFD');
  if (!types.includes(typeOf(event)) || changed) throw new HttpProblem('UNSUPPORTED_FILE_TYPE');
  return bytes;
}

/** As its header says, in lower case and without parameters. */
function typeOf({ headers }: APIGatewayProxyEventV2WithJWTAuthorizer): string {
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  return type.trim().toLowerCase();
}

function readJson(event: APIGatewayProxyEventV2WithJWTAuthorizer, schema: z.ZodType): unknown {
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > LARGEST_BODY) throw new HttpProblem('BODY_TOO_LARGE');
  if (typeOf(event) !== 'application/json') throw new HttpProblem('UNSUPPORTED_MEDIA_TYPE');
  const body = schema.safeParse(parseJson(bytes));
  if (!body.success) throw new HttpProblem('INVALID_REQUEST', fieldErrors(body.error, 'corps'));
  return body.data;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new HttpProblem('INVALID_JSON');
  }
}
