import { createHandler as administerRights } from '../../functions/administer-rights/handler.ts';
import { createHandler as eraseDeposit } from '../../functions/erase-deposit/handler.ts';
import { createHandler as openDeposit } from '../../functions/open-deposit/handler.ts';
import { createHandler as rebuildCampaign } from '../../functions/rebuild-campaign/handler.ts';
import { createHandler as recordAct } from '../../functions/record-act/handler.ts';
import { ProblemBody } from '../../shared/contracts/api/problem.ts';
import { ROUTES, type RouteId } from '../../shared/contracts/routes.ts';
import { csvOf, type Deposit, depositsOf } from '../builders/campaign.ts';
import { GOOD_ROW } from '../builders/declaration.ts';
import { LONER, NEIGHBOUR, STRANGER } from '../builders/directory.ts';
import { CAMPAIGN } from '../builders/entry.ts';
import { type ApiRequest, apiEvent, ISSUER, lambdaContext } from '../builders/events.ts';
import { deployment, NOW } from '../doubles/deployment.ts';

const [DEPOSIT] = depositsOf(csvOf({ ...GOOD_ROW, finess: LONER })) as readonly [Deposit];
const campagne = '2026';
const announced = { fichier: 'déclaration.csv', taille: 12, sha256: 'a'.repeat(64) };

/** A stage, and a way to call its routes as one of its holders. */
async function stage() {
  const stood = await deployment();
  const { ports } = stood;
  await ports.facts.put(DEPOSIT.fact, DEPOSIT.bytes);
  const handlers = {
    'open-deposit': openDeposit(ports),
    'record-act': recordAct(ports),
    'erase-deposit': eraseDeposit(ports),
    'administer-rights': administerRights(ports),
    'rebuild-campaign': rebuildCampaign(ports),
  };
  const call = async (as: string, route: RouteId, request: ApiRequest) => {
    const handler = handlers[ROUTES[route].function as keyof typeof handlers];
    const answer = await handler(apiEvent(route, { ...request, claims: { sub: as } }), lambdaContext());
    const text = answer.body ?? '';
    expect(text).not.toMatch(/\bat .*\.ts|node_modules|Error:/);
    return { status: answer.statusCode, text, body: JSON.parse(text), headers: answer.headers };
  };
  return {
    ...stood,
    call,
    /** An answer that is as its route says. */
    done: async (as: string, route: RouteId, request: ApiRequest) => {
      const { status, body } = await call(as, route, request);
      expect({ status, body }).toMatchObject({ status: ROUTES[route].status });
      expect(ROUTES[route].answer.parse(body)).toEqual(body);
      return body;
    },
    refused: async (as: string, route: RouteId, request: ApiRequest) =>
      ProblemBody.parse((await call(as, route, request)).body),
  };
}

describe('opening a deposit', () => {
  it('gives the form with which the file is sent, and keeps who opened what', async () => {
    const { done, ports } = await stage();
    const { depot, envoi } = await done('etablissement', 'open-deposit', {
      params: { campagne },
      body: { ...announced, type_mime: 'text/csv' },
    });
    expect(envoi).toEqual({
      url: 'https://uploads.test',
      champs: { key: depot, 'Content-Type': 'text/csv' },
      expire_le: '2026-07-15T10:15:00.000Z',
    });
    expect(await ports.facts.record(CAMPAIGN, depot)).toMatchObject({
      kind: 'deposit',
      file: 'déclaration.csv',
      size: 12,
      openedAt: NOW,
      depositor: { issuer: ISSUER, subject: 'etablissement', role: 'etablissement' },
      scope: LONER,
    });
  });

  it.each([
    ['a role that deposits nothing', 'dns', {}, 403, 'ROLE_FORBIDDEN'],
    ['a body of elsewhere', 'etablissement', { finess: NEIGHBOUR }, 422, 'OUTSIDE_PERIMETER'],
    ['a file over 25 MB', 'etablissement', { taille: 25 * 1024 * 1024 + 1 }, 413, 'DEPOSIT_TOO_LARGE'],
    ['a name that steps up', 'etablissement', { fichier: '../a.csv' }, 400, 'INVALID_REQUEST'],
    ['a type that is none of a deposit', 'etablissement', { type_mime: 'text/html' }, 400, 'INVALID_REQUEST'],
  ])('is refused for %s', async (_, as, over, status, code) => {
    const { refused } = await stage();
    const problem = await refused(as, 'open-deposit', {
      params: { campagne },
      body: { ...announced, ...over },
    });
    expect(problem).toMatchObject({ status, code });
  });

  it('says after which day a campaign is over', async () => {
    const { ports } = await deployment();
    const handler = openDeposit({ ...ports, clock: () => new Date('2027-01-02T10:00:00.000Z') });
    const event = apiEvent('open-deposit', {
      params: { campagne },
      body: announced,
      claims: { sub: 'etablissement' },
    });
    const { body } = await handler(event, lambdaContext());
    expect(JSON.parse(body ?? '')).toMatchObject({
      status: 409,
      code: 'CAMPAIGN_CLOSED',
      detail: 'La campagne 2026 a pris fin le 31/12/2026.',
    });
  });
});

describe('recording an act', () => {
  it.each([
    ['etablissement', { genre: 'certification' }],
    ['etablissement', { genre: 'justification', alerte: 'SSI_FTE_ZERO', texte: 'Poste à pourvoir.' }],
    ['ars', { genre: 'visa' }],
    ['ars', { genre: 'reouverture', texte: 'Compte financier corrigé.', jusqu_au: '2027-01-31' }],
  ])('keeps what %s says: %j', async (as, body) => {
    const { done, ports } = await stage();
    const { acte, sha256 } = await done(as, 'record-act', { params: { campagne, finess: LONER }, body });
    const kept = await ports.facts.read(CAMPAIGN, acte);
    expect(kept?.fact).toMatchObject({ kind: 'act', sha256 });
    expect(JSON.parse(new TextDecoder().decode(kept?.bytes))).toMatchObject({
      campaign: 2026,
      finess: LONER,
      kind: body.genre,
    });
  });

  it('is refused to a role whose word it is not', async () => {
    const { refused } = await stage();
    const problem = await refused('ars', 'record-act', {
      params: { campagne, finess: LONER },
      body: { genre: 'certification' },
    });
    expect(problem).toMatchObject({ status: 403, code: 'ROLE_FORBIDDEN' });
  });

  it('is refused for a day that no calendar has', async () => {
    const { refused } = await stage();
    const problem = await refused('ars', 'record-act', {
      params: { campagne, finess: LONER },
      body: { genre: 'reouverture', texte: 'Compte financier corrigé.', jusqu_au: '2027-02-30' },
    });
    expect(problem.erreurs).toEqual([
      { champ: 'jusqu_au', message: 'Attendu : un jour du calendrier, sous la forme AAAA-MM-JJ.' },
    ]);
  });

  it('of a body elsewhere, of one that is unknown and of a malformed one are refused with the same bytes', async () => {
    const { call } = await stage();
    const answers = await Promise.all(
      [NEIGHBOUR, STRANGER, '123', '../droits'].map((finess) =>
        call('etablissement', 'record-act', {
          params: { campagne, finess },
          body: { genre: 'certification' },
        }),
      ),
    );
    const [first] = answers;
    expect(first).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    for (const answer of answers) expect(answer).toEqual(first);
  });
});

describe('erasing a deposit', () => {
  const body = { motif: 'Fichier de paie déposé par mégarde' };

  it('leaves its reason, and asks for its verdict again', async () => {
    const { done, sent, generation: under } = await stage();
    const depot = DEPOSIT.fact.id;
    const erased = await done('administrateur', 'erase-deposit', { params: { campagne, depot }, body });
    expect(erased).toEqual({ depot, motif: body.motif, le: NOW });
    expect(sent).toEqual([{ kind: 'read-deposit', scope: under.scope, fact: depot }]);
  });

  it('of one that is not there is refused as one whose id is malformed', async () => {
    const { call } = await stage();
    const answers = await Promise.all(
      ['01ARZ3NDEKTSV4RRFFQ69G5FAV', 'x', `${DEPOSIT.fact.id}/..`].map((depot) =>
        call('administrateur', 'erase-deposit', { params: { campagne, depot }, body }),
      ),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.body).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  it('is refused without a reason', async () => {
    const { refused } = await stage();
    const params = { campagne, depot: DEPOSIT.fact.id };
    const problem = await refused('administrateur', 'erase-deposit', {
      params,
      body: { motif: '   non   ' },
    });
    expect(problem.erreurs).toEqual([{ champ: 'motif', message: 'Attendu : 10 caractères au moins.' }]);
  });
});

describe('rights', () => {
  const granted = {
    emetteur: ISSUER,
    sujet: 'nouvelle-ars',
    role: 'ars',
    perimetre: '93',
    libelle: 'ARS Paca',
  };

  it('are granted, listed and revoked', async () => {
    const { done } = await stage();
    const right = {
      ...granted,
      accorde_le: NOW,
      accorde_par: 'administrateur',
      revoque_le: null,
    };
    expect(await done('administrateur', 'grant-right', { body: granted })).toEqual(right);
    const { elements } = await done('administrateur', 'list-rights', {});
    expect(elements).toContainEqual(right);
    const revoked = await done('administrateur', 'revoke-right', {
      body: { emetteur: ISSUER, sujet: 'nouvelle-ars' },
    });
    expect(revoked).toEqual({ ...right, revoque_le: NOW });
  });

  it('hold from the next call on, and no longer once revoked', async () => {
    const { done, refused } = await stage();
    const params = { campagne, finess: NEIGHBOUR };
    await done('administrateur', 'grant-right', { body: granted });
    await done('nouvelle-ars', 'record-act', { params, body: { genre: 'visa' } });
    await done('administrateur', 'revoke-right', { body: { emetteur: ISSUER, sujet: 'nouvelle-ars' } });
    expect(await refused('nouvelle-ars', 'record-act', { params, body: { genre: 'visa' } })).toMatchObject({
      status: 403,
      code: 'NO_RIGHT',
    });
  });

  it('are listed page after page, each once', async () => {
    const { done } = await stage();
    const seen: string[] = [];
    let apres: string | null = '';
    while (apres !== null) {
      const query: Record<string, string> = { limite: '3', ...(apres !== '' && { apres }) };
      const page: { elements: { sujet: string }[]; suivant: string | null } = await done(
        'administrateur',
        'list-rights',
        { query },
      );
      seen.push(...page.elements.map(({ sujet }) => sujet));
      apres = page.suivant;
    }
    expect(seen).toEqual(['administrateur', 'ars', 'dns', 'etablissement']);
  });

  it.each([
    ['an unreadable perimeter', 'grant-right', { ...granted, perimetre: 'Bretagne' }, 400, 'INVALID_REQUEST'],
    [
      'the perimeter of another role',
      'grant-right',
      { ...granted, perimetre: '*' },
      422,
      'PERIMETER_OF_OTHER_ROLE',
    ],
    [
      'the last administrator',
      'revoke-right',
      { emetteur: ISSUER, sujet: 'administrateur' },
      409,
      'LAST_ADMINISTRATOR',
    ],
    ['a subject that has none', 'revoke-right', { emetteur: ISSUER, sujet: 'personne' }, 404, 'NOT_FOUND'],
  ] as const)('are refused for %s', async (_, route, body, status, code) => {
    const { refused } = await stage();
    expect(await refused('administrateur', route, { body })).toMatchObject({ status, code });
  });

  it.each(['etablissement', 'ars', 'dns'])('are no business of a caller that is %s', async (as) => {
    const { refused } = await stage();
    for (const route of ['list-rights', 'grant-right', 'revoke-right'] as const)
      expect(await refused(as, route, { body: granted })).toMatchObject({ code: 'ROLE_FORBIDDEN' });
  });

  it('are refused a cursor that names nobody', async () => {
    const { refused } = await stage();
    const problem = await refused('administrateur', 'list-rights', { query: { apres: 'x' } });
    expect(problem).toMatchObject({ status: 400, erreurs: [{ champ: 'apres' }] });
  });
});

describe('rebuilding a campaign', () => {
  it('asks for every deposit to be read again', async () => {
    const { done, sent, generation: under } = await stage();
    expect(await done('administrateur', 'rebuild-campaign', { params: { campagne } })).toEqual({ depots: 1 });
    expect(sent).toEqual([{ kind: 'read-deposit', scope: under.scope, fact: DEPOSIT.fact.id }]);
  });

  it('of a campaign that was never published finds nothing', async () => {
    const { refused } = await stage();
    expect(
      await refused('administrateur', 'rebuild-campaign', { params: { campagne: '2031' } }),
    ).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });
});
