import { createHandler as administerRights } from '../../functions/administer-rights/handler.ts';
import { createHandler as annotateDeposit } from '../../functions/annotate-deposit/handler.ts';
import { createHandler as checkDeposit } from '../../functions/check-deposit/handler.ts';
import { createHandler as makeTemplate } from '../../functions/make-template/handler.ts';
import { createHandler as showEstablishment } from '../../functions/show-establishment/handler.ts';
import { createHandler as showNation } from '../../functions/show-nation/handler.ts';
import { createHandler as showRegion } from '../../functions/show-region/handler.ts';
import { LARGEST_CHECK } from '../../shared/contracts/api/check.ts';
import { ROUTES, type RouteId } from '../../shared/contracts/routes.ts';
import { FileRefusal } from '../../shared/domain/deposit/file-refusal.ts';
import { bodiesOf } from '../builders/caller.ts';
import { csvOf } from '../builders/campaign.ts';
import { GOOD_ROW } from '../builders/declaration.ts';
import { LONER, NEIGHBOUR } from '../builders/directory.ts';
import { type ApiRequest, apiEvent, lambdaContext } from '../builders/events.ts';
import { factId, readingStage } from '../doubles/reading-stage.ts';
import { routeCalls } from '../doubles/route-calls.ts';

const campagne = '2026';
const GOOD = csvOf({ ...GOOD_ROW, finess: LONER });
const BAD = csvOf({ ...GOOD_ROW, finess: LONER, cloture: '=bientôt' });

async function stage(annotated: Uint8Array | FileRefusal = new Uint8Array([80, 75, 0, 255])) {
  const stood = await readingStage();
  const ports = {
    ...stood.ports,
    newFactId: () => factId(1_000),
    annotateFile: async () => {
      if (annotated instanceof FileRefusal) throw annotated;
      return annotated;
    },
    writeTemplate: async () => new Uint8Array([80, 75]),
  };
  const handlers = {
    'check-deposit': checkDeposit(ports),
    'annotate-deposit': annotateDeposit(ports),
    'make-template': makeTemplate(ports),
    'show-establishment': showEstablishment(ports),
    'show-region': showRegion(ports),
    'show-nation': showNation(ports),
    'administer-rights': administerRights(ports),
  };
  const of = (route: RouteId) => routeCalls(handlers[ROUTES[route].function as keyof typeof handlers]);
  return {
    ...stood,
    handlers,
    call: (as: string, route: RouteId, request: ApiRequest = {}) => of(route).call(as, route, request),
    done: (as: string, route: RouteId, request: ApiRequest = {}) => of(route).done(as, route, request),
    refused: (as: string, route: RouteId, request: ApiRequest = {}) => of(route).refused(as, route, request),
  };
}

describe('POST /campagnes/{campagne}/controles', () => {
  it('answers the verdict, and what the return would be', async () => {
    const { done } = await stage();
    const answer = await done('etablissement', 'check-deposit', {
      params: { campagne },
      query: { fichier: 'essai.csv' },
      body: GOOD,
    });
    expect(answer).toMatchObject({
      file: 'essai.csv',
      status: 'accepted',
      sections: expect.arrayContaining(['budget', 'etp']),
      summary: expect.stringContaining('essai.csv'),
      apercu: {
        autres: 0,
        declarants: [{ finess: LONER, etat: 'calcule', chiffres: { part_numerique: '0.020000' } }],
      },
    });
  });

  it('says of each anomaly what to do, and gives an example', async () => {
    const { done } = await stage();
    const { file, issues } = await done('etablissement', 'check-deposit', {
      params: { campagne },
      body: BAD,
    });
    expect(file).toBe('fichier');
    expect(issues).toMatchObject([
      { code: 'CLOSURE_UNKNOWN', todo: 'corriger-une-valeur', example: expect.stringMatching(/./) },
    ]);
  });

  it('says what the file would change of what stands', async () => {
    const { done, deposit } = await stage();
    await deposit(GOOD, bodiesOf(LONER));
    const body = csvOf({ ...GOOD_ROW, finess: LONER, charges_titre1: '660000' });
    const { apercu } = await done('etablissement', 'check-deposit', { params: { campagne }, body });
    expect(apercu.declarants[0].differences).toEqual([
      expect.stringMatching(/600.000 € → 660.000 €, \+10 %$/),
    ]);
  });

  it('is narrowed to one body', async () => {
    const { done, refused } = await stage();
    const request = { params: { campagne }, body: GOOD };
    const { apercu } = await done('ars', 'check-deposit', { ...request, query: { finess: LONER } });
    expect(apercu.declarants).toHaveLength(1);
    const elsewhere = await refused('ars', 'check-deposit', { ...request, query: { finess: NEIGHBOUR } });
    expect(elsewhere).toMatchObject({ status: 422, code: 'OUTSIDE_PERIMETER' });
  });

  it.each(['dns'])('is refused to the role %s', async (as) => {
    const { refused } = await stage();
    const problem = await refused(as, 'check-deposit', { params: { campagne }, body: GOOD });
    expect(problem).toMatchObject({ status: 403, code: 'ROLE_FORBIDDEN' });
  });

  it.each([
    ['a name that steps up', { query: { fichier: '../a.csv' } }, 400, 'INVALID_REQUEST'],
    ['an unknown question', { query: { tri: 'nom' } }, 400, 'INVALID_REQUEST'],
    ['JSON', { headers: { 'content-type': 'application/json' } }, 415, 'UNSUPPORTED_FILE_TYPE'],
    ['no type', { headers: { 'content-type': '' } }, 415, 'UNSUPPORTED_FILE_TYPE'],
    ['over 4 MB', { body: new Uint8Array(LARGEST_CHECK + 1) }, 413, 'CHECK_TOO_LARGE'],
  ])('is refused with %s', async (_, over, status, code) => {
    const { refused } = await stage();
    const problem = await refused('etablissement', 'check-deposit', {
      params: { campagne },
      body: GOOD,
      ...over,
    });
    expect(problem).toMatchObject({ status, code });
  });

  it('takes 4 MB, and reads them', async () => {
    const { done } = await stage();
    const body = new Uint8Array(LARGEST_CHECK).fill(0x20);
    const { status } = await done('etablissement', 'check-deposit', { params: { campagne }, body });
    expect(status).toBe('rejected');
  });

  it('takes a CSV that came as text, unless its letters were lost on the way', async () => {
    const { handlers } = await stage();
    const send = async (text: string) => {
      const request = {
        params: { campagne },
        body: text,
        headers: { 'content-type': 'text/csv; charset=windows-1252' },
        claims: { sub: 'etablissement' },
      };
      const answer = await handlers['check-deposit'](apiEvent('check-deposit', request), lambdaContext());
      return { status: answer.statusCode, body: JSON.parse(answer.body ?? '') };
    };
    const whole = new TextDecoder().decode(GOOD);
    expect(await send(whole)).toMatchObject({ status: 200, body: { status: 'accepted' } });
    expect(await send(`${whole}\uFFFD`)).toMatchObject({
      status: 415,
      body: { code: 'UNSUPPORTED_FILE_TYPE' },
    });
  });

  it('gives the anomalies in CSV, none of which a spreadsheet would run', async () => {
    const { call } = await stage();
    const { status, text, headers } = await call('etablissement', 'check-deposit', {
      params: { campagne },
      body: BAD,
      headers: { accept: 'text/csv', 'content-type': 'application/octet-stream' },
    });
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', vary: 'accept' });
    const [headings, line, end] = text.split('\n');
    expect(headings).toBe(
      'code;severity;todo;at_sheet;at_cell;at_line;at_lastLine;at_column;seen;expected;example;message',
    );
    expect(line).toMatch(/^CLOSURE_UNKNOWN;error;corriger-une-valeur;;;2;;cloture;'=bientôt;/);
    expect(end).toBe('');
  });
});

describe('POST /campagnes/{campagne}/controles/fichier-annote', () => {
  const request = { params: { campagne }, query: { fichier: 'été.csv' }, body: GOOD };

  it('answers the workbook itself, to be saved under its name', async () => {
    const { handlers } = await stage();
    const event = apiEvent('annotate-check', { ...request, claims: { sub: 'etablissement' } });
    const answer = await handlers['check-deposit'](event, lambdaContext());
    expect(answer).toMatchObject({ statusCode: 200, isBase64Encoded: true });
    expect([...Buffer.from(answer.body ?? '', 'base64')]).toEqual([80, 75, 0, 255]);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': expect.stringContaining("filename*=UTF-8''%C3%A9t%C3%A9%20-%20annot%C3%A9.xlsx"),
      'cache-control': 'no-store',
    });
  });

  it('is refused with the reason of a file that cannot be opened', async () => {
    const { refused } = await stage(new FileRefusal('FILE_IS_ENCRYPTED'));
    expect(await refused('etablissement', 'annotate-check', request)).toMatchObject({
      status: 422,
      code: 'FILE_NOT_ANNOTABLE',
      detail: expect.stringMatching(/mot de passe/),
    });
  });

  it('is refused when it is larger than may be answered', async () => {
    const { refused } = await stage(new Uint8Array(LARGEST_CHECK + 1));
    expect(await refused('etablissement', 'annotate-check', request)).toMatchObject({
      status: 413,
      code: 'CHECK_TOO_LARGE',
    });
  });
});

describe('the annotated file of a deposit, and the template of a body', () => {
  it('are links', async () => {
    const { done, deposit } = await stage();
    await deposit(GOOD, bodiesOf(LONER));
    const annotated = await done('etablissement', 'annotate-deposit', {
      params: { campagne, depot: factId(1) },
    });
    expect(annotated.url).toMatch(/^https:\/\/documents\.test\/annotated\//);
    const template = await done('dns', 'make-template', { params: { campagne, finess: LONER } });
    expect(template).toMatchObject({ fichier: `modele-2026-${LONER}.xlsx` });
  });

  it('are not found elsewhere, in the very bytes of what does not exist', async () => {
    const { call, deposit } = await stage();
    await deposit(GOOD, bodiesOf(NEIGHBOUR));
    const answers = await Promise.all([
      call('etablissement', 'annotate-deposit', { params: { campagne, depot: factId(1) } }),
      call('etablissement', 'annotate-deposit', { params: { campagne, depot: factId(9) } }),
      call('etablissement', 'make-template', { params: { campagne, finess: NEIGHBOUR } }),
    ]);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.status).toBe(404);
  });
});

describe('a list asked for in CSV', () => {
  const headers = { accept: 'text/csv' };

  it('is the same page, and its cursor stands in a header', async () => {
    const { call, deposit } = await stage();
    for (let n = 0; n < 2; n++) await deposit(GOOD, bodiesOf(LONER));
    const request = { params: { campagne }, query: { limite: '1' } };
    const json = JSON.parse((await call('etablissement', 'list-deposits', request)).text);
    const csv = await call('etablissement', 'list-deposits', { ...request, headers });
    expect(csv.headers['x-suivant']).toBe(json.suivant);
    const [headings = '', line = ''] = csv.text.split('\n');
    expect(headings.split(';')).toEqual(Object.keys(json.elements[0]));
    expect(line.split(';')[0]).toBe(json.elements[0].depot);
  });

  it('of a verdict is its anomalies', async () => {
    const { call, deposit } = await stage();
    await deposit(BAD, bodiesOf(LONER));
    const request = { params: { campagne, depot: factId(1) }, headers };
    const { text } = await call('etablissement', 'show-deposit', request);
    expect(text.split('\n')[1]).toMatch(/^CLOSURE_UNKNOWN;error/);
  });

  it('of figures and aggregates is that of the file, with an ETag of its own', async () => {
    const { call, deposit, publishNation, ports, generation: under } = await stage();
    await deposit(GOOD, bodiesOf(LONER));
    await publishNation();
    const request = { params: { campagne } };
    const [figures, aggregates, json] = await Promise.all([
      call('dns', 'list-figures', { ...request, headers }),
      call('dns', 'list-aggregates', { ...request, headers }),
      call('dns', 'list-figures', request),
    ]);
    const edition = await ports.editions.get(under.scope, 'FR');
    const file = async (kind: string) =>
      new TextDecoder().decode(
        (await ports.documents.get(edition?.documents[kind] ?? '')) ?? new Uint8Array(),
      );
    expect(figures.text).toBe(await file('figures'));
    expect(aggregates.text).toBe(await file('aggregates'));
    expect(figures.headers['etag']).not.toBe(json.headers['etag']);
    expect(json.headers['vary']).toBe('accept');
    const again = { ...headers, 'if-none-match': String(figures.headers['etag']) };
    expect((await call('dns', 'list-figures', { ...request, headers: again })).status).toBe(304);
  });

  it('of declarants and rights has a line for each', async () => {
    const { call } = await stage();
    const declarants = await call('ars', 'list-declarants', { params: { campagne, region: '84' }, headers });
    expect(declarants.text.split('\n')).toHaveLength(1 + 3 + 1);
    const rights = await call('administrateur', 'list-rights', { headers });
    expect(rights.text).toMatch(/^emetteur;sujet;role;perimetre;/);
  });

  it('is JSON where it is no list', async () => {
    const { call } = await stage();
    const { headers: given } = await call('etablissement', 'show-profile', { headers });
    expect(given['content-type']).toBe('application/json; charset=utf-8');
  });
});
