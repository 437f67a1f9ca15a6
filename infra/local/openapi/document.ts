import type * as z from 'zod';
import { FileBytes } from '../../../shared/contracts/api/check.ts';
import { UPLOAD_TYPES } from '../../../shared/contracts/api/deposit.ts';
import type { FunctionOf } from '../../../shared/contracts/functions.ts';
import { ROUTES, type RouteSpec } from '../../../shared/contracts/routes.ts';
import { PERMISSIONS } from '../../../shared/domain/access/permissions.ts';
import { ACT_KINDS } from '../../../shared/domain/act/act.ts';
import { BINARY, problemResponses, responsesOf } from './responses.ts';
import { type Json, Schemas } from './schemas.ts';

/** Of the contract, not of the project: it changes with what is asked and answered. */
const VERSION = '1.1.0';

/** The API as an OpenAPI 3.1 document, from the schemas by which it is served. */
export function openApiDocument(): Json {
  const schemas = new Schemas();
  const paths: Record<string, Record<string, Json>> = {};
  for (const [id, route] of Object.entries(ROUTES)) {
    paths[route.path] ??= {};
    Object.assign(paths[route.path] ?? {}, { [route.method.toLowerCase()]: operation(id, route, schemas) });
  }
  const responses = problemResponses(schemas);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Collecte numérique santé',
      version: VERSION,
      description:
        'Part du budget consacrée au numérique et ETP de sécurité des systèmes d’information des établissements de santé (instruction DNS/2025/12).',
    },
    servers: [{ url: '/' }],
    security: [{ jeton: [] }],
    tags: [...new Set(Object.values(TAGS))].map((name) => ({ name })),
    paths,
    components: {
      schemas: schemas.all(),
      responses,
      securitySchemes: {
        jeton: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'Jeton d’accès de l’émetteur OpenID Connect du déploiement.',
        },
      },
    },
  };
}

function operation(id: string, route: RouteSpec, schemas: Schemas): Json {
  return {
    operationId: id,
    tags: [TAGS[route.function]],
    summary: route.summary,
    description: rolesInWords(route),
    parameters: [
      ...parametersOf('path', route.params, schemas),
      ...parametersOf('query', route.query, schemas),
      ...(route.method === 'GET' ? [IF_NONE_MATCH] : []),
    ],
    ...(route.body && { requestBody: { required: true, content: contentOf(route.body, schemas) } }),
    responses: responsesOf(route, schemas),
  };
}

/** JSON by its schema, or the bytes of a file. */
function contentOf(body: z.ZodType, schemas: Schemas): Json {
  if (body !== FileBytes) return { 'application/json': { schema: schemas.ofRequest(body) } };
  return Object.fromEntries(UPLOAD_TYPES.map((type) => [type, { schema: BINARY }]));
}

/** What a route is about, for who reads the document. */
const TAGS = {
  'open-deposit': 'Dépôts',
  'check-deposit': 'Dépôts',
  'annotate-deposit': 'Dépôts',
  'make-template': 'Établissement',
  'erase-deposit': 'Dépôts',
  'record-act': 'Actes',
  'show-establishment': 'Établissement',
  'show-region': 'Région',
  'show-nation': 'Nation',
  'administer-rights': 'Administration',
  'rebuild-campaign': 'Administration',
} as const satisfies Record<FunctionOf<'api'>, string>;

const IF_NONE_MATCH: Json = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  schema: { type: 'string' },
};

function parametersOf(place: 'path' | 'query', shape: z.ZodObject, schemas: Schemas): readonly Json[] {
  const { properties = {}, required = [] } = schemas.ofRequest(shape) as {
    readonly properties?: Readonly<Record<string, Json>>;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: place,
    required: required.includes(name),
    ...(description !== undefined && { description }),
    schema,
  }));
}

/** Who may ask it; of acts, each kind has its own. */
function rolesInWords({ action }: RouteSpec): string {
  if (action) return `Rôles : ${PERMISSIONS[action].join(', ')}.`;
  const kinds = ACT_KINDS.map((kind) => `${kind} (${PERMISSIONS[`act.${kind}`].join(', ')})`);
  return `Rôles, selon l’acte : ${kinds.join(' ; ')}.`;
}
