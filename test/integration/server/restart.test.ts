import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { begin } from '../../../infra/local/begin.ts';
import { type RunningServer, startServer } from '../../../infra/local/server/start-server.ts';
import { FolderLocked } from '../../../shared/adapters/files/lock.ts';
import type { RouteAnswer } from '../../../shared/contracts/routes.ts';
import { apiClient, deposit, openDeposit, upload } from '../../builders/api-client.ts';
import { FIXTURE, FIXTURE_DEPOSITS } from '../../builders/campaign-job.ts';
import { day, year } from '../../builders/entry.ts';
import { fixtureServer } from './fixture-server.ts';

let folder: string;
const started: RunningServer[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'restart-'));
});
afterEach(async () => {
  for (const server of started.splice(0)) await server.close();
  await rm(folder, { recursive: true });
});

/** A server that the test stops, or that is stopped after it. */
async function kept<S extends RunningServer>(starting: Promise<S>): Promise<S> {
  const server = await starting;
  started.push(server);
  return server;
}

const bytesOf = (path: string) => readFile(join(FIXTURE, 'deposits', path));

describe('a server started again', () => {
  it('keeps deposits, verdicts, rights, tokens and forms', async () => {
    const first = await kept(fixtureServer(folder));
    const client = await apiClient(first.origin, 'administrateur');
    const id = await deposit(client, 'anse.csv', await bytesOf('01/anse.csv'));
    await first.drain();
    const path = `/campagnes/2026/depots/${id}`;
    const before = await client.read<RouteAnswer<'show-deposit'>>(path);
    expect(before.statut).toBe('accepted-with-warnings');
    const late = await bytesOf('53/dunes.xlsx');
    const opened = await openDeposit(client, 'dunes.xlsx', late);
    await first.close();

    const second = await kept(fixtureServer(folder, Number(new URL(first.origin).port)));
    expect(second.origin).toBe(first.origin);
    expect(await client.read(path)).toEqual(before);
    expect((await upload(opened, late)).status).toBe(204);
    await second.drain();
    const read = await client.read<RouteAnswer<'show-deposit'>>(`/campagnes/2026/depots/${opened.depot}`);
    expect(read.verdict?.kind).toBe('template');
    expect(second.reported).toEqual([]);
  });

  it('reads what the one before received and was stopped before it read', async () => {
    const first = await kept(fixtureServer(folder));
    const client = await apiClient(first.origin, 'administrateur');
    await first.queue.stop();
    const opened = await openDeposit(client, 'anse.csv', await bytesOf('01/anse.csv'));
    // The bytes are kept, then the queue takes nothing more.
    expect((await upload(opened, await bytesOf('01/anse.csv'))).status).toBe(500);
    await first.close();

    const second = await kept(fixtureServer(folder));
    const again = await apiClient(second.origin, 'administrateur');
    await second.drain();
    const read = await again.read<RouteAnswer<'show-deposit'>>(`/campagnes/2026/depots/${opened.depot}`);
    expect(read.statut).toBe('accepted-with-warnings');
  });

  it('does not grant again what was revoked', async () => {
    const first = await kept(fixtureServer(folder));
    const administrator = await apiClient(first.origin, 'administrateur');
    await administrator.send('/droits/revocation', { emetteur: first.issuer, sujet: 'dns' });
    await first.close();
    const second = await kept(fixtureServer(folder, Number(new URL(first.origin).port)));
    expect((await (await apiClient(second.origin, 'dns')).get('/moi')).status).toBe(403);
  });
});

describe('two servers', () => {
  it('never work in one folder', async () => {
    const first = await kept(fixtureServer(folder));
    const state = join(folder, 'state');
    const clock = () => new Date();
    await expect(startServer({ folder: state, port: 0, clock, report: () => {} })).rejects.toThrow(
      FolderLocked,
    );
    await first.close();
  });

  it('never listen on one port, and the second lets its folder go', async () => {
    const first = await kept(fixtureServer(join(folder, 'a')));
    const port = Number(new URL(first.origin).port);
    const b = { folder: join(folder, 'b'), clock: () => new Date(), report: () => {} };
    await expect(startServer({ ...b, port })).rejects.toThrow(`le port ${port} est déjà utilisé`);
    await kept(startServer({ ...b, port: 0 }));
  });
});

describe('the first start', () => {
  it('deposits a campaign in the names of those whose files they are, and once only', async () => {
    const state = join(folder, 'state');
    const seed = {
      campaign: year('2026'),
      reference: join(FIXTURE, 'reference'),
      deposits: join(FIXTURE, 'deposits'),
      day: day('2026-07-15'),
    };
    const options = {
      folder: state,
      port: 0,
      clock: () => new Date('2026-07-16T08:00:00Z'),
      report: () => {},
    };
    const first = await kept(startServer(options));
    expect(await (await begin(first, state, seed)).sow?.()).toBe(FIXTURE_DEPOSITS);
    const client = await apiClient(first.origin, 'ars');
    const { elements } = await client.read<RouteAnswer<'list-deposits'>>('/campagnes/2026/depots');
    expect(elements.map(({ fichier, depose_par }) => [fichier, depose_par])).toEqual([
      ['01/soufriere.csv', 'ars'],
      ['01/sans-cle.csv', 'ars'],
      ['01/anse.csv', 'ars'],
    ]);
    const board = await client.read<RouteAnswer<'show-region'>>('/campagnes/2026/regions/01');
    expect([board.recus, board.derniere_edition?.numero]).toEqual([3, 1]);
    await first.close();
    const second = await kept(startServer(options));
    expect((await begin(second, state, seed)).sow).toBeNull();
  });
});
