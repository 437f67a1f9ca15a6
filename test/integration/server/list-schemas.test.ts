import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { begin } from '../../../infra/local/begin.ts';
import { apiListSchemas } from '../../../infra/local/schemas/api-lists.ts';
import { type RunningServer, startServer } from '../../../infra/local/server/start-server.ts';
import type { RouteId } from '../../../shared/contracts/routes.ts';
import { tableSchemas } from '../../../shared/messages/schemas/data-package.ts';
import { type ApiClient, apiClient } from '../../builders/api-client.ts';
import { FIXTURE } from '../../builders/campaign-job.ts';
import { day, year } from '../../builders/entry.ts';
import { readInDialect, schemaFaults } from '../../builders/table-schema.ts';
import { tickingClock } from './fixture-server.ts';

let folder: string;
let server: RunningServer;

/** The campaign of the project, its deposits received and its editions built. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'list-schemas-'));
  const state = join(folder, 'state');
  server = await startServer({
    folder: state,
    port: 0,
    clock: tickingClock('2026-07-15T10:00:00.000Z'),
    report: () => {},
  });
  const seed = {
    campaign: year('2026'),
    reference: join(FIXTURE, 'reference'),
    deposits: join(FIXTURE, 'deposits'),
    day: day('2026-07-15'),
  };
  const { sow } = await begin(server, state, seed);
  await sow?.();
  await server.queue.drain();
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

async function listAt(path: string, client: ApiClient) {
  const response = await client.get(path, { accept: 'text/csv' });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  return readInDialect(new Uint8Array(await response.arrayBuffer()));
}

describe('a list that the API gives as CSV is what its schema says', () => {
  const slice = 'axe=nation&tranche=FR&indicateur=part_numerique';
  const lists: readonly (readonly [route: RouteId, account: string, path: string])[] = [
    ['list-declarants', 'dns', '/campagnes/2026/regions/84/declarants?limite=200'],
    ['list-editions', 'dns', '/campagnes/2026/regions/84/classeurs'],
    ['list-deposits', 'ars', '/campagnes/2026/depots?limite=200'],
    ['list-rights', 'administrateur', '/droits'],
    ['show-trend', 'dns', `/agregats?${slice}`],
    ['list-contributions', 'dns', `/campagnes/2026/contributions?${slice}`],
    ['explain-figure', 'dns', '/campagnes/2026/explications/chiffres/849900105/charges_numeriques_retenues'],
  ];
  it.each(lists)('%s', async (route, account, path) => {
    const { table, faults } = await listAt(path, await apiClient(server.origin, account));
    expect(faults).toEqual([]);
    expect(table.rows.length).toBeGreaterThan(0);
    const schema = apiListSchemas().get(route);
    expect(schema && schemaFaults(schema, table)).toEqual([]);
  });

  it('check-deposit and show-deposit', async () => {
    const client = await apiClient(server.origin, 'administrateur');
    const { table: deposits } = await listAt('/campagnes/2026/depots?limite=200', client);
    const status = deposits.columns.indexOf('statut');
    const [refused] = deposits.rows.find((cells) => cells[status] === 'rejected') ?? [];
    const agency = await apiClient(server.origin, 'ars');
    const checked = await fetch(`${server.origin}/campagnes/2026/controles?fichier=chiffres.csv`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${agency.token}`,
        'content-type': 'application/octet-stream',
        accept: 'text/csv',
      },
      body: 'finess;campagne;charges_titre1\n849900105;2026;12 EUR\n',
    });
    const lists = [
      ['check-deposit', readInDialect(new Uint8Array(await checked.arrayBuffer()))],
      ['show-deposit', await listAt(`/campagnes/2026/depots/${refused}`, client)],
    ] as const;
    for (const [route, { table, faults }] of lists) {
      expect(faults).toEqual([]);
      expect(table.rows.length).toBeGreaterThan(0);
      const schema = apiListSchemas().get(route);
      expect(schema && schemaFaults(schema, table)).toEqual([]);
    }
  });

  it.each([
    ['figures', '/campagnes/2026/chiffres?limite=200'],
    ['aggregates', '/campagnes/2026/agregats?limite=200'],
  ])('as the file: %s', async (name, path) => {
    const { table, faults } = await listAt(path, await apiClient(server.origin, 'dns'));
    expect(faults).toEqual([]);
    expect(table.rows.length).toBeGreaterThan(5);
    const schema = tableSchemas().get(name);
    expect(schema && schemaFaults(schema, table)).toEqual([]);
  });
});
