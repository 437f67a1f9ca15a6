import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDynalite } from '../../../shared/adapters/dynalite/start-dynalite.ts';
import { dynamoClient } from '../../../shared/adapters/dynamodb/client.ts';
import { dynamoGenerations } from '../../../shared/adapters/dynamodb/generations.ts';
import { dynamoRights } from '../../../shared/adapters/dynamodb/rights.ts';
import { createTableIfAbsent, type Table } from '../../../shared/adapters/dynamodb/table.ts';
import { ENVIRONMENT } from '../../../shared/contracts/environment.ts';
import type { RouteAnswer } from '../../../shared/contracts/routes.ts';
import { apiClient } from '../../builders/api-client.ts';
import { FIXTURE, PROJECT } from '../../builders/campaign-job.ts';
import { year } from '../../builders/entry.ts';
import { FAUXQS_CREDENTIALS, FAUXQS_REGION, startFauxqs } from '../../builders/fauxqs.ts';

let folder: string;
const running: ChildProcess[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commandes-'));
});
afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode === null) child.kill('SIGKILL');
  }
  await rm(folder, { recursive: true });
});

type Script = 'server' | 'grant' | 'publish';
type Environment = Readonly<Record<string, string>>;

function begin(script: Script, args: readonly string[], environment: Environment = {}) {
  const child = spawn(process.execPath, [join(PROJECT, 'infra', 'local', `${script}.ts`), ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    said.stdout += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said.stderr += chunk;
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...said }));
  return { child, said, ended };
}

const run = (script: Script, args: readonly string[], environment: Environment = {}) =>
  begin(script, args, environment).ended;

/** A server process, once it has said its address. */
async function serve(args: readonly string[]) {
  const { child, said, ended } = begin('server', ['--port', '0', '--no-seed', ...args]);
  const died = ended.then(({ stderr }) => Promise.reject(new Error(stderr)));
  died.catch(() => undefined);
  while (!said.stdout.includes('Ctrl-C')) await Promise.race([once(child.stdout, 'data'), died]);
  const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(said.stdout)?.[0] ?? '';
  return {
    origin,
    stop: async () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}

describe('what cannot be understood or done', () => {
  it.each([
    ['server', ['--host', '0.0.0.0'], 1],
    ['server', ['--port', 'abc'], 2],
    ['server', ['--debounce', '0'], 2],
    ['grant', [], 2],
    ['grant', ['--bootstrap', '--issuer', 'i', '--subject', 's', '--role', 'dns'], 2],
    ['grant', ['--issuer', 'i', '--subject', 's', '--role', 'roi', '--perimeter', '*'], 2],
    ['grant', ['--issuer', 'i', '--subject', 's', '--role', 'ars', '--perimeter', '99'], 2],
    ['grant', ['--bootstrap', '--issuer', 'i', '--subject', 's'], 1],
    ['publish', ['--campaign', '2026'], 2],
    ['publish', ['--campaign', '2026', '--reference', join(FIXTURE, 'reference')], 1],
  ] as const)('is said by %s %j in French, with its exit code', async (script, args, code) => {
    const result = await run(script, args);
    expect(result.stderr).toMatch(/^Erreur : .+\n$/s);
    expect(result.stderr).not.toMatch(/interne|undefined|null|\bat /);
    expect([result.code, result.stdout]).toEqual([code, '']);
  });

  it('is said when the deployment is named by half', async () => {
    const args = ['--campaign', '2026', '--reference', join(FIXTURE, 'reference')];
    const result = await run('publish', args, { [ENVIRONMENT.table]: 'collecte' });
    expect([result.code, result.stderr]).toEqual([1, expect.stringContaining(ENVIRONMENT.documentsBucket)]);
  });

  it.each(['server', 'grant', 'publish'] as const)('is told apart by the help of %s', async (script) => {
    const { code, stdout } = await run(script, ['--help']);
    expect([code, stdout]).toEqual([0, expect.stringContaining('Options')]);
  });
});

describe('npm start, npm run publish and npm run grant on one folder', () => {
  it('make a campaign that a person of one’s choice follows', async () => {
    const data = ['--data', join(folder, 'state')];
    const first = await serve(data);
    const port = new URL(first.origin).port;
    expect((await fetch(`${first.origin}/moi`)).status).toBe(401);
    const busy = await run('grant', ['--bootstrap', '--issuer', 'i', '--subject', 's', ...data]);
    expect([busy.code, busy.stderr]).toEqual([1, expect.stringContaining('un autre traitement')]);
    expect(await first.stop()).toMatchObject({ code: 0, stderr: '' });

    const reference = ['--campaign', '2026', '--reference', join(FIXTURE, 'reference')];
    expect(await run('publish', [...reference, ...data])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('16 déclarants'),
    });
    const subject = ['--issuer', `${first.origin}/oidc`, '--subject', 'alsace', '--label', 'Quelqu’un'];
    const granted = await run('grant', [...subject, '--role', 'ars', '--perimeter', '84', ...data]);
    expect(granted).toMatchObject({ code: 0, stdout: expect.stringContaining('ars, périmètre 84') });
    const wrong = await run('grant', [...subject, '--role', 'ars', '--perimeter', '*', ...data]);
    expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('périmètre')]);

    const second = await serve([...data, '--port', port]);
    const client = await apiClient(second.origin, 'alsace');
    expect(await client.read('/moi')).toMatchObject({ role: 'ars', perimetre: '84', libelle: 'Quelqu’un' });
    const board = await client.read<RouteAnswer<'show-region'>>('/campagnes/2026/regions/84');
    expect(board.attendus).toBe(8);
    expect(await second.stop()).toMatchObject({ code: 0, stderr: '' });
  });

  it('name one first administrator, and no second', async () => {
    const state = join(folder, 'state');
    await mkdir(state);
    const args = (subject: string) => ['--bootstrap', '--issuer', 'i', '--subject', subject, '--data', state];
    expect(await run('grant', args('a'))).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('administrateur'),
    });
    const second = await run('grant', args('b'));
    expect([second.code, second.stderr]).toEqual([1, expect.stringContaining('déjà un administrateur')]);
  });
});

describe('the same commands on a deployment', () => {
  it('write to its table, its buckets and its queue', async () => {
    const dynalite = await startDynalite();
    const fauxqs = await startFauxqs({ buckets: ['raw', 'documents'], queues: [{ name: 'read-deposit' }] });
    const client = dynamoClient({
      region: FAUXQS_REGION,
      endpoint: dynalite.endpoint,
      credentials: FAUXQS_CREDENTIALS,
    });
    try {
      const table: Table = await createTableIfAbsent(client, 'collecte');
      const environment = {
        ...fauxqs.environment,
        AWS_ENDPOINT_URL_DYNAMODB: dynalite.endpoint,
        [ENVIRONMENT.table]: 'collecte',
        [ENVIRONMENT.rawBucket]: 'raw',
        [ENVIRONMENT.documentsBucket]: 'documents',
        [ENVIRONMENT.readDepositQueue]: fauxqs.queueUrls['read-deposit'] ?? '',
      };
      const bootstrap = ['--bootstrap', '--issuer', 'https://idp.example', '--subject', 'a'];
      expect(await run('grant', bootstrap, environment)).toMatchObject({ code: 0, stderr: '' });
      expect((await dynamoRights(table).all()).map(({ subject, role }) => [subject, role])).toEqual([
        ['a', 'administrateur'],
      ]);
      const reference = ['--campaign', '2026', '--reference', join(FIXTURE, 'reference')];
      const published = await run('publish', reference, environment);
      expect([published.code, published.stderr]).toEqual([0, '']);
      const generation = await dynamoGenerations(table).published(year('2026'));
      expect(published.stdout).toContain(`génération ${generation}`);
    } finally {
      client.destroy();
      await fauxqs.stop();
      await dynalite.stop();
    }
  });
});
