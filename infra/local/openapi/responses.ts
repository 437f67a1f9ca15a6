import { WorkbookFile } from '../../../shared/contracts/api/check.ts';
import { PROBLEM_CONTENT_TYPE, ProblemBody } from '../../../shared/contracts/api/problem.ts';
import type { RouteSpec } from '../../../shared/contracts/routes.ts';
import { PROBLEMS, type ProblemCode } from '../../../shared/lambda/http/problem.ts';
import type { Json, Schemas } from './schemas.ts';

const ETAG = { description: 'Empreinte de la réponse', schema: { type: 'string' } };

/** Bytes as they are. */
export const BINARY: Json = { type: 'string', format: 'binary' };

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A CSV page has no place for the cursor of the next one. */
const NEXT = {
  description: 'En CSV : la valeur « suivant » de la page, s’il y en a une autre',
  schema: { type: 'string' },
};

/** The problems of every route, by status: their codes and sentences. */
export function problemResponses(schemas: Schemas): Json {
  const byStatus = Map.groupBy(Object.keys(PROBLEMS) as ProblemCode[], (code) => PROBLEMS[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      `Probleme${status}`,
      {
        description: codes.map((code) => `\`${code}\` : ${PROBLEMS[code].title}`).join('\n\n'),
        content: {
          [PROBLEM_CONTENT_TYPE.split(';')[0] ?? '']: { schema: schemas.ofAnswer(ProblemBody) },
        },
      },
    ]),
  );
}

/** What a route answers: its success, « not modified » of a reading, and the problems that it may have. */
export function responsesOf(route: RouteSpec, schemas: Schemas): Json {
  const reading = route.method === 'GET';
  return {
    [route.status]: {
      description: 'Succès',
      ...(reading && { headers: { ETag: ETAG, ...(route.csv && { 'X-Suivant': NEXT }) } }),
      content: contentOf(route, schemas),
    },
    ...(reading && { 304: { description: 'Inchangé depuis la réponse dont l’ETag est donné' } }),
    ...Object.fromEntries(
      statusesOf(route).map((status) => [status, { $ref: `#/components/responses/Probleme${status}` }]),
    ),
  };
}

function contentOf({ answer, csv }: RouteSpec, schemas: Schemas): Json {
  if (answer === WorkbookFile) return { [XLSX]: { schema: BINARY } };
  return {
    'application/json': { schema: schemas.ofAnswer(answer) },
    ...(csv && { 'text/csv': { schema: { type: 'string' } } }),
  };
}

function statusesOf(route: RouteSpec): readonly number[] {
  const asked = Object.keys(route.query.shape).length > 0 || route.body !== null;
  return [
    ...(asked ? [400] : []),
    401,
    403,
    ...(Object.keys(route.params.shape).length > 0 || route.body !== null ? [404] : []),
    ...(route.body === null ? [] : [409, 413, 415]),
    ...(route.body !== null || route.mayRefuse ? [422] : []),
    500,
  ];
}
