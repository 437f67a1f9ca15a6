import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from '../../../shared/adapters/tables/xlsx/read-xlsx.ts';
import type { RouteAnswer } from '../../../shared/contracts/routes.ts';
import { type ApiClient, apiClient, deposit, download } from '../../builders/api-client.ts';
import { FIXTURE } from '../../builders/campaign-job.ts';
import { type FixtureServer, fixtureServer } from './fixture-server.ts';

const BODY = '539900233';
const CHECK = '/campagnes/2026/controles';
const MB = 1024 * 1024;

let folder: string;
let server: FixtureServer;
let client: ApiClient;
let file: Buffer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'echanges-'));
  server = await fixtureServer(folder);
  const administrator = await apiClient(server.origin, 'administrateur');
  const right = { sujet: 'pluie', role: 'etablissement', perimetre: BODY, libelle: '' };
  await administrator.send('/droits', { emetteur: server.issuer, ...right }, 'PUT');
  client = await apiClient(server.origin, 'pluie');
  file = await readFile(join(FIXTURE, 'deposits', '53', 'pluie.csv'));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** Sends a file to be checked, as it is. */
const send = (path: string, body: Uint8Array, headers: Readonly<Record<string, string>> = {}) =>
  fetch(server.origin + path, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${client.token}`,
      'content-type': 'application/octet-stream',
      ...headers,
    },
    body: Uint8Array.from(body),
  });

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const ACCENTS = latin1(`finess;campagne;Clôture\n${BODY};2026;bientôt\n`);

describe('a file that is only checked', () => {
  it('is judged in its own bytes, and leaves nothing', async () => {
    const response = await send(`${CHECK}?fichier=pluie.csv`, ACCENTS);
    const verdict = (await response.json()) as RouteAnswer<'check-deposit'>;
    expect(verdict).toMatchObject({
      file: 'pluie.csv',
      issues: [{ seen: 'bientôt', at: { column: 'Clôture' } }],
    });
    await server.drain();
    const { elements } = await client.read<RouteAnswer<'list-deposits'>>('/campagnes/2026/depots');
    expect(elements).toEqual([]);
  });

  it('is refused when its letters would be lost: a CSV of another alphabet sent as text', async () => {
    expect((await send(CHECK, ACCENTS, { 'content-type': 'text/csv' })).status).toBe(415);
    expect((await send(CHECK, file, { 'content-type': 'text/csv' })).status).toBe(200);
  });

  it.each([5 * MB, 11 * MB])('is refused with one sentence when it has %d bytes', async (size) => {
    const response = await send(CHECK, new Uint8Array(size));
    expect([response.status, await response.json()]).toEqual([
      413,
      expect.objectContaining({ code: 'CHECK_TOO_LARGE', title: expect.stringContaining('4 Mo') }),
    ]);
  });

  it('comes back annotated, as a workbook that opens', async () => {
    const response = await send(`${CHECK}/fichier-annote?fichier=pluie.csv`, ACCENTS);
    expect(response.headers.get('content-disposition')).toContain('pluie%20-%20annot%C3%A9.xlsx');
    const { sheets } = await readXlsx(new Uint8Array(await response.arrayBuffer()));
    expect(sheets.map(({ name }) => name)).toContain('Anomalies');
    expect([...(sheets[0]?.cells.values() ?? [])].map(({ text }) => text)).toContain('bientôt');
  });

  it('comes back with why not, when it cannot be opened', async () => {
    const response = await send(`${CHECK}/fichier-annote`, latin1('PK\u0003\u0004rien'));
    expect([response.status, await response.json()]).toEqual([
      422,
      expect.objectContaining({ code: 'FILE_NOT_ANNOTABLE', detail: expect.stringMatching(/\.$/) }),
    ]);
  });
});

describe('a deposit and a template', () => {
  it('are downloaded: the deposit annotated, the template made for its body', async () => {
    const id = await deposit(client, 'pluie.csv', ACCENTS);
    await server.queue.drain();
    const annotated = await download(client, `/campagnes/2026/depots/${id}/fichier-annote`);
    const same = await send(`${CHECK}/fichier-annote?fichier=pluie.csv`, ACCENTS);
    expect(annotated.equals(Buffer.from(await same.arrayBuffer()))).toBe(true);
    const template = await download(client, `/campagnes/2026/declarations/${BODY}/modele`);
    const { sheets } = await readXlsx(template);
    const texts = sheets.flatMap(({ cells }) => [...cells.values()].map(({ text }) => text));
    expect(texts).toEqual(expect.arrayContaining([BODY, 'CH fictif de la Pluie']));
    expect(server.reported).toEqual([]);
  });

  it('are read as lists in CSV', async () => {
    const response = await client.get('/campagnes/2026/depots', { accept: 'text/csv' });
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect((await response.text()).split('\n')[1]).toMatch(/;pluie\.csv;/);
  });
});
