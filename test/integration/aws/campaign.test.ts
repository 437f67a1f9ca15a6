import { appendFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { runCampaign } from '../../../infra/local/run-campaign.ts';
import { verifyWork } from '../../../infra/local/verification/verify-work.ts';
import type { QueueName } from '../../../shared/contracts/functions.ts';
import {
  FIXTURE,
  FIXTURE_DEPOSITS,
  foldersOf,
  inFolder,
  jobOf,
  resultsUnder,
} from '../../builders/campaign-job.ts';
import { type Cloud, startCloud } from '../../builders/cloud.ts';
import { QUEUE_NAMES } from '../../builders/cloud-place.ts';
import type { Fate, Plan } from '../../doubles/faulty-proxy.ts';
import { seeded } from '../../doubles/seeded.ts';
import {
  ADMINISTRATOR,
  beginCampaign,
  expectOutputs,
  type FixtureFile,
  fixtureFiles,
  syncedFrom,
} from './campaign-in-cloud.ts';

/** Everything but the date stays as it is: the day of the deposits is that of the fixture. */
const REAL = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;

let files: readonly FixtureFile[];
let expected: Readonly<Record<string, string>>;
let cloud: Cloud;

beforeAll(async () => {
  files = await fixtureFiles();
  expected = await inFolder(async (folder) => {
    const folders = foldersOf(FIXTURE, folder);
    await runCampaign(jobOf(folders));
    return resultsUnder(folders.out);
  });
});

beforeEach(async () => {
  jest.useFakeTimers({ now: new Date('2026-07-15T10:00:00Z'), doNotFake: [...REAL] });
  cloud = await startCloud();
  await beginCampaign(cloud);
});

afterEach(async () => {
  await cloud.stop();
  jest.useRealTimers();
});

const depositAll = async (event?: 'lost') => {
  for (const { path, bytes } of files) await cloud.deposit(path, bytes, ADMINISTRATOR, event);
};

it('gives, from deposit to download, the very bytes of the main job on the same facts', async () => {
  await depositAll();
  await cloud.settle();
  await expectOutputs(cloud, expected);
  expect(await cloud.deadLetters()).toEqual([]);
});

it('gives the same when no storage event arrives: the sweep finds the deposits', async () => {
  await depositAll('lost');
  await cloud.settle();
  await expectOutputs(cloud, expected);
  expect(await cloud.deadLetters()).toEqual([]);
});

it('gives the same when messages come twice and in another order', async () => {
  await depositAll();
  await cloud.settle({ twice: 0.5, shuffle: true, seed: 7 });
  await expectOutputs(cloud, expected);
  expect(await cloud.deadLetters()).toEqual([]);
});

/** About one request in `every` meets this fate. */
const now = (fate: Fate, every: number, seed: number): Plan => {
  const random = seeded(seed);
  return () => (random() < 1 / every ? fate : 'pass');
};

it.each(['throttle', 'lose-answer', 'break'] as const)(
  'gives the same when requests meet a network that does « %s »',
  async (fate) => {
    await depositAll();
    cloud.faults.table.follow(now(fate, 12, 3));
    cloud.faults.storage.follow(now(fate, 12, 5));
    await cloud.settle();
    const struck = [cloud.faults.table.struck, cloud.faults.storage.struck];
    cloud.faults.table.follow(() => 'pass');
    cloud.faults.storage.follow(() => 'pass');
    await cloud.settle();
    expect(Math.min(...struck)).toBeGreaterThan(5);
    await expectOutputs(cloud, expected);
    expect(await cloud.deadLetters()).toEqual([]);
  },
);

it('gives the same when every function dies at a request, again and again', async () => {
  await depositAll();
  const random = seeded(11);
  for (const service of [
    cloud.faults.table,
    cloud.faults.storage,
    cloud.faults.table,
    cloud.faults.storage,
  ]) {
    const last = 1 + Math.floor(random() * 40);
    service.follow((rank) => (rank > last ? 'break' : 'pass'));
    // A round in which the process dies: what was in flight comes back to the queue.
    await cloud.drain({ rounds: 1 });
    service.follow(() => 'pass');
  }
  await cloud.settle();
  await expectOutputs(cloud, expected);
  expect(await cloud.deadLetters()).toEqual([]);
});

it('fills a folder from which every edition is verified, and a byte changed in it told', async () => {
  await depositAll();
  await cloud.settle();
  await inFolder(async (work) => {
    await syncedFrom(cloud, work);
    const { campaign, progress, reference } = jobOf(foldersOf(FIXTURE, work));
    const verify = () => verifyWork({ campaign, work, reference, out: null, only: null, progress });
    expect(await verify()).toMatchObject({ facts: FIXTURE_DEPOSITS, editions: 4, findings: [] });
    const folder = join(work, 'raw', '2026');
    const deposit = (await readdir(folder)).find((name) => /-[0-9a-f]{64}$/.test(name)) ?? '';
    await appendFile(join(folder, deposit), ' ');
    expect((await verify()).findings).toMatchObject([{ kind: 'fact-damaged', path: join(folder, deposit) }]);
  });
});

it('buries a message that nobody understands, without holding the others', async () => {
  const poison: readonly (readonly [QueueName, string])[] = [
    ...QUEUE_NAMES.map((name) => [name, JSON.stringify({ kind: name, scope: 'none' })] as const),
    ['read-deposit', 'not even JSON'],
  ];
  for (const [queue, body] of poison) await cloud.send(queue, body);
  await depositAll();
  await cloud.settle();
  await expectOutputs(cloud, expected);
  expect([...(await cloud.deadLetters())].sort()).toEqual(poison.map(([, body]) => body).sort());
});
