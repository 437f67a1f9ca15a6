import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listDeposits, readDepositFile } from '../../../infra/local/list-deposits.ts';
import { rebuildFromFacts } from '../../../infra/local/rebuild-from-facts.ts';
import { runCampaign } from '../../../infra/local/run-campaign.ts';
import { sha256 } from '../../../shared/application/digest.ts';
import type { RouteAnswer } from '../../../shared/contracts/routes.ts';
import { type ApiClient, apiClient, deposit, download } from '../../builders/api-client.ts';
import { FIXTURE, FIXTURE_DEPOSITS, foldersOf, jobOf } from '../../builders/campaign-job.ts';
import { type FixtureServer, fixtureServer } from './fixture-server.ts';

/** Every file of the fixture deposited through the API, in the order of the folder, by the administrator. */
let folder: string;
let server: FixtureServer;
let administrator: ApiClient;
const deposits = new Map<string, string>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serveur-'));
  server = await fixtureServer(folder);
  administrator = await apiClient(server.origin, 'administrateur');
  for (const file of await listDeposits(join(FIXTURE, 'deposits'))) {
    deposits.set(file.path, await deposit(administrator, file.path, readDepositFile(file)));
  }
  await server.drain();
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

describe('the same deposits, through the server and through npm run campaign', () => {
  it('give the same bytes: verdicts, regional workbooks, national workbook, figures and aggregates', async () => {
    const folders = foldersOf(FIXTURE, folder);
    await runCampaign(jobOf(folders));
    const written = (path: string) => readFile(join(folders.out, path));

    expect(deposits.size).toBe(FIXTURE_DEPOSITS);
    for (const [path, id] of deposits) {
      const { verdict } = await administrator.read<RouteAnswer<'show-deposit'>>(
        `/campagnes/2026/depots/${id}`,
      );
      expect(verdict).toEqual(JSON.parse((await written(`verdicts/${path}.json`)).toString()));
    }
    // A manifest names facts, which each place opens under an id of its own, and a workbook prints its hash: these are
    // the bytes that a rebuild of the server's own facts gives.
    const rebuilt = join(folder, 'rebuilt');
    const { campaign, reference, progress } = jobOf(folders);
    await rebuildFromFacts({
      campaign,
      reference,
      raw: join(folder, 'state', 'raw'),
      out: rebuilt,
      progress,
    });
    for (const region of ['01', '53', '84']) {
      const path = `/campagnes/2026/regions/${region}/classeurs`;
      const { elements } = await administrator.read<RouteAnswer<'list-editions'>>(path);
      const last = `${path}/${elements[0]?.numero}`;
      const written = async (end: string) =>
        sha256(await readFile(join(rebuilt, 'regions', `ARS-${region}-campagne-2026.${end}`)));
      expect(sha256(await download(administrator, last))).toBe(await written('xlsx'));
      expect(sha256(await download(administrator, `${last}/manifeste`))).toBe(await written('manifest.txt'));
    }
    const national = {
      classeur: join(rebuilt, 'national/DNS-campagne-2026.xlsx'),
      manifeste: join(rebuilt, 'national/DNS-campagne-2026.manifest.txt'),
      chiffres: join(folders.out, 'figures.csv'),
      agregats: join(folders.out, 'aggregates.csv'),
    };
    for (const [name, path] of Object.entries(national)) {
      const bytes = await download(administrator, `/campagnes/2026/national/${name}`);
      expect(sha256(bytes)).toBe(sha256(await readFile(path)));
    }
    expect(server.queue.deadLetters()).toEqual([]);
    expect(server.reported).toEqual([]);
  });
});

describe('an establishment', () => {
  it('deposits its file, reads its verdict, its figures and its receipt, and finds its file again', async () => {
    const grant = {
      emetteur: server.issuer,
      sujet: 'pluie',
      role: 'etablissement',
      perimetre: '539900233',
      libelle: 'CH fictif de la Pluie',
    };
    expect((await administrator.send('/droits', grant, 'PUT')).status).toBe(200);
    const client = await apiClient(server.origin, 'pluie');
    const bytes = await readFile(join(FIXTURE, 'deposits', '53', 'pluie.csv'));
    const id = await deposit(client, 'notre déclaration.csv', bytes, { type_mime: 'text/csv' });
    await server.queue.drain();

    const shown = await client.read<RouteAnswer<'show-deposit'>>(`/campagnes/2026/depots/${id}`);
    expect(shown).toMatchObject({ fichier: 'notre déclaration.csv', perimetre: '539900233', mention: null });
    expect(shown.verdict?.sha256).toBe(sha256(bytes));
    const receipt = await client.read<RouteAnswer<'show-receipt'>>(`/campagnes/2026/depots/${id}/recepisse`);
    expect(receipt).toMatchObject({ sha256: sha256(bytes), jour: '2026-07-15' });
    const list = await client.read<RouteAnswer<'list-deposits'>>('/campagnes/2026/depots');
    expect(list.elements.map(({ depot }) => depot)).toEqual([id]);
    const standing = await client.read<RouteAnswer<'show-return'>>('/campagnes/2026/declarations/539900233');
    expect(standing.dernier_depot?.depot).toBe(id);
    expect(await download(client, `/campagnes/2026/depots/${id}/fichier`)).toEqual(bytes);
  });

  it('is told nothing of others, in the words of what does not exist', async () => {
    const client = await apiClient(server.origin, 'etablissement');
    const other = deposits.get('53/pluie.csv');
    const forbidden = await client.get(`/campagnes/2026/depots/${other}`);
    const missing = await client.get('/campagnes/2026/depots/01K00000000000000000000000');
    expect([forbidden.status, await forbidden.text()]).toEqual([404, await missing.text()]);
    expect((await client.get('/campagnes/2026/declarations/539900233')).status).toBe(404);
    expect((await client.get('/campagnes/2026/regions/84')).status).toBe(403);
  });
});

describe('a regional agency', () => {
  it('follows its region, deposits for a body of it, and downloads its workbook', async () => {
    const client = await apiClient(server.origin, 'ars');
    const region = '/campagnes/2026/regions/01';
    const board = await client.read<RouteAnswer<'show-region'>>(region);
    expect(board).toMatchObject({ attendus: 3, campagne: 2026 });
    const before = await client.read<RouteAnswer<'list-editions'>>(`${region}/classeurs`);

    const bytes = await readFile(join(FIXTURE, 'deposits', '01', 'anse.csv'));
    const id = await deposit(client, 'anse.csv', bytes, { finess: '019900315' });
    await server.drain();
    const shown = await client.read<RouteAnswer<'show-deposit'>>(`/campagnes/2026/depots/${id}`);
    expect(shown).toMatchObject({ depose_par: 'ars', mention: expect.stringContaining('ARS') });

    const after = await client.read<RouteAnswer<'list-editions'>>(`${region}/classeurs`);
    expect(after.elements.length).toBe(before.elements.length + 1);
    const [latest] = after.elements;
    const workbook = await download(client, `${region}/classeurs/${latest?.numero}`);
    expect(sha256(workbook)).toBe(latest?.sha256);
    expect((await client.get('/campagnes/2026/regions/53')).status).toBe(404);
  });
});

describe('the DNS', () => {
  it('reads aggregates of the last snapshot, once while they do not change', async () => {
    const client = await apiClient(server.origin, 'dns');
    const path = '/campagnes/2026/agregats?axe=nation';
    const first = await client.get(path);
    const { elements } = (await first.json()) as RouteAnswer<'list-aggregates'>;
    expect(elements.map((line) => line['indicateur'])).toEqual([
      'part_numerique',
      'part_investissement',
      'etp_ssi_retenus',
    ]);
    const again = await client.get(path, { 'if-none-match': first.headers.get('etag') ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await client.send('/campagnes/2026/depots', {})).status).toBe(403);
  });
});

describe('an administrator', () => {
  it('revokes a right, and the next call of its holder is refused', async () => {
    const subject = { emetteur: server.issuer, sujet: 'passage' };
    await administrator.send('/droits', { ...subject, role: 'dns', perimetre: '*' }, 'PUT');
    const client = await apiClient(server.origin, 'passage');
    expect((await client.get('/moi')).status).toBe(200);
    expect((await administrator.send('/droits/revocation', subject)).status).toBe(200);
    const refused = await client.get('/moi');
    expect([refused.status, await refused.json()]).toEqual([
      403,
      expect.objectContaining({ code: 'NO_RIGHT' }),
    ]);
  });
});

describe('a request that is not as it should be', () => {
  const open = (init: RequestInit) =>
    fetch(`${server.origin}/campagnes/2026/depots`, {
      method: 'POST',
      ...init,
      headers: { authorization: `Bearer ${administrator.token}`, ...init.headers },
    });
  const JSON_TYPE = { 'content-type': 'application/json' };

  it.each([
    ['no JSON', { body: '{"fichier":', headers: JSON_TYPE }, 400],
    ['no UTF-8', { body: new Uint8Array([0x7b, 0xff]), headers: JSON_TYPE }, 400],
    ['a form', { body: 'fichier=a', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415],
    ['no type', { body: new Uint8Array([1]) }, 415],
    ['an unknown field', { body: '{"autre":1}', headers: JSON_TYPE }, 400],
    [
      'a path in the name',
      { body: JSON.stringify({ fichier: '../a', taille: 1, sha256: 'a'.repeat(64) }), headers: JSON_TYPE },
      400,
    ],
    ['too large', { body: 'x'.repeat(300 * 1024), headers: JSON_TYPE }, 413],
  ])('has its problem document: %s', async (_, init, status) => {
    const response = await open(init);
    const text = await response.text();
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(JSON.parse(text)).toMatchObject({ status, code: expect.any(String), title: expect.any(String) });
    expect(text).not.toMatch(/\.ts|node_modules| at /);
  });

  it.each([
    '/campagnes/2026/depots/..%2f..%2fkeys',
    '/campagnes/..%2f/depots',
    '/campagnes/2026/regions/84%00',
  ])('leads nowhere: %s', async (path) => expect((await administrator.get(path)).status).toBe(404));
});
