import type { FunctionName } from '../../shared/contracts/functions.ts';
import { ROUTES, type RouteId } from '../../shared/contracts/routes.ts';
import { type Cloud, startCloud } from '../builders/cloud.ts';
import type { ApiRequest } from '../builders/events.ts';
import { ADMINISTRATOR, beginCampaign, fixtureFiles } from '../integration/aws/campaign-in-cloud.ts';
import { listen, questionsOf, queueTaken } from './calls.ts';
import { allows, functionPolicies, type Question } from './policies.ts';
import { storesOf } from './stores.ts';
import { synthesise } from './synthesise.ts';
import { grantsTo, usesOf } from './uses.ts';

const CAMPAIGN = { campagne: '2026' };
const FINESS = '849900105';

/** What every function that reads or writes returns may do, and a small campaign has no need of: bodies over 64 KB. */
const SELDOM = ['reads bodies/', 'puts bodies/'];

/** What a function uses now and then, for a reason that does not arise here. */
const RARE: Readonly<Partial<Record<FunctionName, readonly string[]>>> = {
  // After the close, to know who was reopened; the same id twice; the form that it signs for a browser.
  'open-deposit': ['reads returns', 'reads openings/', 'puts facts/'],
  // The same id twice.
  'record-act': ['reads openings/'],
  // The link that it signs for a browser.
  'show-establishment': ['reads facts/'],
  'show-region': ['reads editions/'],
  'annotate-deposit': ['reads annotated/'],
  // The return of the campaign before, which was not collected here; the link that it signs.
  'make-template': ['reads returns', 'reads templates/'],
  // Switched when the campaign began; kept in memory since.
  sweep: ['puts inForce', 'reads reference/'],
};

/** Runs a small campaign on emulators and holds every call of the SDK against the role of the function that makes it. */
describe('the policies', () => {
  const stage = synthesise('dev');
  const stores = storesOf(stage);
  const policies = functionPolicies(stage);
  const asked = new Map<FunctionName, Map<string, Question>>();
  let running: FunctionName | null = null;
  let cloud: Cloud;
  let stopListening = () => {};

  /** Calls a route as its function, and takes a refusal for the fault of the test. */
  const ask = async <R extends RouteId>(route: R, as: string, request: ApiRequest = {}) => {
    running = ROUTES[route].function;
    const answer = await cloud.ask(route, { ...request, claims: { sub: as } });
    running = null;
    return answer;
  };
  const settle = async () => {
    for (let round = 0; round < 4; round++) {
      await cloud.drain();
      running = 'sweep';
      await cloud.sweep(round % 2 === 0 ? 'returns' : 'editions');
    }
    await cloud.drain();
    running = null;
  };

  beforeAll(async () => {
    cloud = await startCloud();
    await beginCampaign(cloud);
    stopListening = listen((command) => {
      running = queueTaken(command) ?? running;
      if (running === null) return;
      const questions = asked.get(running) ?? new Map<string, Question>();
      for (const question of questionsOf(command, stores)) questions.set(JSON.stringify(question), question);
      asked.set(running, questions);
    });

    const files = (await fixtureFiles()).slice(0, 6);
    const deposits: string[] = [];
    for (const { path, bytes } of files) {
      running = 'open-deposit';
      deposits.push(await cloud.deposit(path, bytes, ADMINISTRATOR));
    }
    running = null;
    await settle();
    const [depot = ''] = deposits;
    const declarant = { params: { ...CAMPAIGN, finess: FINESS } };
    const region = { params: { ...CAMPAIGN, region: '84' } };
    const one = { params: { ...CAMPAIGN, depot } };
    await ask('record-act', FINESS, { ...declarant, body: { genre: 'certification' } });
    await settle();
    await ask('show-profile', FINESS);
    await ask('list-campaigns', FINESS);
    await ask('list-deposits', ADMINISTRATOR, { params: CAMPAIGN });
    for (const route of ['show-deposit', 'show-receipt', 'download-deposit'] as const)
      await ask(route, ADMINISTRATOR, one);
    await ask('show-return', FINESS, declarant);
    await ask('show-differences', FINESS, declarant);
    await ask('explain-figure', FINESS, { params: { ...declarant.params, chiffre: 'part_numerique' } });
    await ask('make-template', FINESS, declarant);
    await ask('show-region', 'ars-84', region);
    await ask('list-declarants', 'ars-84', region);
    await ask('list-editions', 'ars-84', region);
    for (const route of ['download-edition', 'download-manifest', 'show-edition'] as const)
      await ask(route, 'ars-84', { params: { ...region.params, numero: '1' } });
    await ask('list-aggregates', 'dns', { params: CAMPAIGN });
    await ask('list-figures', 'dns', { params: CAMPAIGN });
    const share = { axe: 'nation', tranche: 'FR', indicateur: 'part_numerique' };
    await ask('show-trend', 'dns', { query: share });
    for (const route of ['explain-aggregate', 'list-contributions'] as const)
      await ask(route, 'dns', { params: CAMPAIGN, query: share });
    await ask('download-national', 'dns', { params: { ...CAMPAIGN, fichier: 'classeur' } });
    await ask('list-rights', ADMINISTRATOR);
    const somebody = { emetteur: 'https://issuer.test', sujet: 'nouveau' };
    await ask('grant-right', ADMINISTRATOR, { body: { ...somebody, role: 'dns', perimetre: '*' } });
    await ask('revoke-right', ADMINISTRATOR, { body: somebody });
    await ask('erase-deposit', ADMINISTRATOR, { ...one, body: { motif: 'Déposé par erreur.' } });
    await settle();
    await ask('list-deposits', ADMINISTRATOR, { params: CAMPAIGN });
    const annotated = { params: { ...CAMPAIGN, depot: deposits[1] ?? '' } };
    await ask('annotate-deposit', ADMINISTRATOR, annotated);
    for (const { bytes } of files)
      await ask('check-deposit', ADMINISTRATOR, { params: CAMPAIGN, body: bytes });
    await ask('rebuild-campaign', ADMINISTRATOR, { params: CAMPAIGN });
    await settle();
  });

  afterAll(async () => {
    stopListening();
    await cloud.stop();
  });

  it('hear from every function', () => {
    expect([...asked.keys()].sort()).toEqual([...policies.keys()].sort());
  });

  it('allow whatever a function does', () => {
    const refused = [...asked].flatMap(([name, questions]) =>
      [...questions.values()]
        .filter((question) => !allows(policies.get(name) ?? [], question))
        .map(({ action, resource, context }) => [name, action, resource, context]),
    );
    expect(refused).toEqual([]);
  });

  it.each([...policies.keys()])('grant %s nothing that it never uses', (name) => {
    const used = new Set([...(asked.get(name)?.values() ?? [])].flatMap(usesOf));
    const unused = grantsTo(name).filter((grant) => !grant.startsWith('sends ') && !used.has(grant));
    expect(unused.filter((grant) => !SELDOM.includes(grant))).toEqual([...(RARE[name] ?? [])]);
  });

  it('and would refuse another function the same', () => {
    const reader = policies.get('show-nation') ?? [];
    const work = [...(asked.get('read-deposit')?.values() ?? [])];
    expect(work.filter((question) => !allows(reader, question)).length).toBeGreaterThan(10);
  });
});
