import { Logger } from '@aws-lambda-powertools/logger';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { writeCsv } from '../../../shared/adapters/tables/write-csv.ts';
import type { Rights } from '../../../shared/application/ports.ts';
import { REFUSAL_CODES, Refusal } from '../../../shared/application/refusal.ts';
import { PROBLEM_CONTENT_TYPE, ProblemBody } from '../../../shared/contracts/api/problem.ts';
import type { Perimeter } from '../../../shared/domain/access/perimeter.ts';
import type { Role } from '../../../shared/domain/access/role.ts';
import { apiHandler, type RouteTable } from '../../../shared/lambda/http/api-handler.ts';
import { Snapshot } from '../../../shared/lambda/http/etag.ts';
import { PROBLEMS } from '../../../shared/lambda/http/problem.ts';
import { type ApiRequest, apiEvent, ISSUER, lambdaContext } from '../../builders/events.ts';

const SILENT = new Logger({ logLevel: 'SILENT' });

/** Rights by subject; nobody else has any. */
function rightsOf(roles: Readonly<Record<string, Role>>): Rights {
  const perimeter: Perimeter = { kind: 'nation' };
  const by = { issuer: ISSUER, subject: 'admin' };
  return {
    get: async ({ issuer, subject }) => {
      const role = issuer === ISSUER ? roles[subject] : undefined;
      return role
        ? {
            version: 1,
            value: {
              issuer,
              subject,
              role,
              perimeter,
              label: '',
              grantedAt: '2026-01-01T00:00:00.000Z',
              grantedBy: by,
              revoked: null,
            },
          }
        : null;
    },
    all: async () => [],
    put: async () => false,
  };
}

const right = {
  emetteur: ISSUER,
  sujet: 'x',
  role: 'ars' as const,
  perimetre: '53',
  libelle: '',
  accorde_le: '2026-01-01T00:00:00.000Z',
  accorde_par: 'admin',
  revoque_le: null,
};

const TABLE: RouteTable<'administer-rights'> = {
  'list-rights': async () => ({ elements: [], suivant: null }),
  'grant-right': async ({ body }) => ({ ...right, sujet: body.sujet }),
  'revoke-right': async () => right,
};

const rights = rightsOf({ someone: 'administrateur', reader: 'dns' });

function serve(table: Partial<RouteTable<'administer-rights'>> = {}, logger = SILENT) {
  const handler = apiHandler('administer-rights', { rights, logger, writeCsv }, { ...TABLE, ...table });
  return {
    list: (request: ApiRequest = {}) => handler(apiEvent('list-rights', request), lambdaContext()),
    grant: (request: ApiRequest = {}) => handler(apiEvent('grant-right', request), lambdaContext()),
    revoke: (request: ApiRequest = {}) => handler(apiEvent('revoke-right', request), lambdaContext()),
    other: (routeKey: string) => handler({ ...apiEvent('list-rights'), routeKey }, lambdaContext()),
  };
}

function problemOf(answer: APIGatewayProxyStructuredResultV2) {
  expect(answer.headers?.['content-type']).toBe(PROBLEM_CONTENT_TYPE);
  const problem = ProblemBody.parse(JSON.parse(answer.body ?? ''));
  expect(answer.statusCode).toBe(problem.status);
  return problem;
}

const subjectBody = { emetteur: ISSUER, sujet: 'x' };

describe('a call of the API', () => {
  it('is answered with the status of its route, as JSON that nobody keeps', async () => {
    const answer = await serve().list();
    expect(answer.statusCode).toBe(200);
    expect(JSON.parse(answer.body ?? '')).toEqual({ elements: [], suivant: null });
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  it.each([
    ['no token', null],
    ['a token without a subject', { sub: '' }],
    ['a token without an issuer', { iss: '' }],
  ])('with %s is refused as not authenticated', async (_, claims) => {
    const answer = await serve().list({ claims });
    expect(problemOf(answer)).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    expect(answer.headers?.['www-authenticate']).toBe('Bearer');
  });

  it.each([
    ['a subject without a right', { sub: 'stranger' }],
    ['the same subject of another issuer', { iss: 'https://elsewhere.test' }],
  ])('of %s is refused', async (_, claims) => {
    expect(problemOf(await serve().list({ claims }))).toMatchObject({ status: 403, code: 'NO_RIGHT' });
  });

  it('of a role that may never ask it is refused before anything of it is read', async () => {
    const answer = await serve().grant({ claims: { sub: 'reader' }, body: '{' });
    expect(problemOf(answer)).toMatchObject({ status: 403, code: 'ROLE_FORBIDDEN' });
  });

  it('of a route that the function has not is as a thing that is not there', async () => {
    expect(problemOf(await serve().other('GET /ailleurs'))).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect(problemOf(await serve().other('GET /moi'))).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  it('with an unreadable query says which field, in French', async () => {
    const problem = problemOf(await serve().list({ query: { limite: '0', tri: 'nom' } }));
    expect(problem).toMatchObject({ status: 400, code: 'INVALID_REQUEST' });
    expect(problem.erreurs).toEqual([
      { champ: 'limite', message: 'Attendu : de 1 à 200.' },
      { champ: 'tri', message: 'Champ inconnu : retirez-le.' },
    ]);
  });

  it('with a body that is not as expected says every field at once', async () => {
    const problem = problemOf(
      await serve().grant({ body: { emetteur: '', role: 'roi', perimetre: 5, libelle: 'x'.repeat(201) } }),
    );
    expect(problem.erreurs).toEqual([
      { champ: 'emetteur', message: 'Attendu : 1 caractère au moins.' },
      { champ: 'sujet', message: 'Attendu : un texte.' },
      { champ: 'role', message: 'Attendu : « etablissement » ou « ars » ou « dns » ou « administrateur ».' },
      { champ: 'perimetre', message: 'Attendu : un texte.' },
      { champ: 'libelle', message: 'Attendu : 200 caractères au plus.' },
    ]);
  });

  it.each([
    ['bad JSON', '{"emetteur":', {}, 400, 'INVALID_JSON'],
    ['an empty body', '', {}, 400, 'INVALID_JSON'],
    ['JSON that is no object', '[]', {}, 400, 'INVALID_REQUEST'],
    ['a form', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['JSON without a type', '{}', { 'content-type': '' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a body over 256 KB', `"${'x'.repeat(256 * 1024 - 1)}"`, {}, 413, 'BODY_TOO_LARGE'],
    ['a body of 256 KB', `"${'x'.repeat(256 * 1024 - 2)}"`, {}, 400, 'INVALID_REQUEST'],
  ])('with %s is refused as such', async (_, body, headers, status, code) => {
    expect(problemOf(await serve().revoke({ body, headers }))).toMatchObject({ status, code });
  });

  it('takes a body that API Gateway has encoded, and a type with its charset', async () => {
    const handler = apiHandler('administer-rights', { rights, logger: SILENT, writeCsv }, TABLE);
    const text = Buffer.from(JSON.stringify(subjectBody)).toString('base64');
    const headers = { 'content-type': 'Application/JSON; charset=utf-8' };
    const event = { ...apiEvent('revoke-right', { body: text, headers }), isBase64Encoded: true };
    expect((await handler(event, lambdaContext())).statusCode).toBe(200);
  });

  it('refuses bytes that are not UTF-8', async () => {
    const handler = apiHandler('administer-rights', { rights, logger: SILENT, writeCsv }, TABLE);
    const event = {
      ...apiEvent('revoke-right', { body: Buffer.from([0x22, 0xe9, 0x22]).toString('base64') }),
      isBase64Encoded: true,
    };
    expect(problemOf(await handler(event, lambdaContext()))).toMatchObject({ code: 'INVALID_JSON' });
  });
});

describe('an ETag', () => {
  it('is the same for the same answer, and saves sending it again', async () => {
    const { list } = serve();
    const first = await list();
    const etag = String(first.headers?.['etag']);
    expect(etag).toMatch(/^"[0-9a-f]{64}"$/);
    const again = await list({ headers: { 'if-none-match': `"other", W/${etag}` } });
    expect(again).toMatchObject({ statusCode: 304, headers: { etag, 'cache-control': 'no-store' } });
    expect(again.body).toBeUndefined();
    expect((await list({ headers: { 'if-none-match': '"other"' } })).statusCode).toBe(200);
  });

  it('of a snapshot is that of what it was read from, and its reader may keep it', async () => {
    const { list } = serve({
      'list-rights': async () => new Snapshot({ elements: [], suivant: null }, 'abc'),
    });
    const first = await list();
    expect(first.headers).toMatchObject({ etag: '"abc"', 'cache-control': 'private, no-cache' });
    expect(JSON.parse(first.body ?? '')).toEqual({ elements: [], suivant: null });
    expect((await list({ headers: { 'if-none-match': '"abc"' } })).statusCode).toBe(304);
  });

  it('is not given to what was written', async () => {
    const answer = await serve().revoke({ body: subjectBody, headers: { 'if-none-match': '*' } });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).not.toHaveProperty('etag');
  });
});

describe('a refusal', () => {
  it.each(REFUSAL_CODES)('%s is answered as its problem', async (code) => {
    const refuse = async () => {
      throw new Refusal(code);
    };
    const problem = problemOf(await serve({ 'list-rights': refuse }).list());
    expect(problem).toMatchObject({ code, status: PROBLEMS[code].status, title: PROBLEMS[code].title });
  });

  it('has a French sentence, one of its own, and never a 5xx', () => {
    const { INTERNAL, ...refusals } = PROBLEMS;
    expect(INTERNAL.status).toBe(500);
    for (const { status, title } of Object.values(refusals)) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(title).toMatch(/^[A-ZÀÉ].* : .+\.$/);
    }
    expect(new Set(Object.values(PROBLEMS).map(({ title }) => title)).size).toBe(
      Object.keys(PROBLEMS).length,
    );
  });
});

describe('a defect', () => {
  it('is told to the log with its stack, and to nobody else', async () => {
    const logger = new Logger({ logLevel: 'SILENT' });
    const told = import.meta.jest.spyOn(logger, 'error');
    const error = new Error('secret-detail', { cause: new Error('deeper') });
    const answer = await serve({ 'list-rights': async () => Promise.reject(error) }, logger).list();
    expect(problemOf(answer)).toMatchObject({ status: 500, code: 'INTERNAL' });
    expect(JSON.stringify(answer)).not.toMatch(/secret-detail|deeper|at .*\.ts/);
    expect(told).toHaveBeenCalledWith('defect', { route: 'GET /droits', error });
  });
});
