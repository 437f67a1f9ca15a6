import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { subscribe } from '../../infra/local/consume.ts';
import { exportResults } from '../../infra/local/export-results.ts';
import { listDeposits } from '../../infra/local/list-deposits.ts';
import { loadReference } from '../../infra/local/load-reference.ts';
import { rebuildFromFacts } from '../../infra/local/rebuild-from-facts.ts';
import { receiveFolder } from '../../infra/local/receive-folder.ts';
import { runCampaign } from '../../infra/local/run-campaign.ts';
import { settle } from '../../infra/local/settle.ts';
import { openWorkplace } from '../../infra/local/workplace.ts';
import { UNFINISHED } from '../../shared/adapters/files/write-atomically.ts';
import {
  argumentsOf,
  FIXTURE,
  FIXTURE_DEPOSITS,
  foldersOf,
  inFolder,
  type JobFolders,
  jobOf,
  resultsUnder,
  runCli,
} from '../builders/campaign-job.ts';
import { seeded, shuffled } from '../doubles/seeded.ts';
import { unrulyQueue } from '../doubles/unruly-queue.ts';

type Results = Awaited<ReturnType<typeof resultsUnder>>;

const ONE = { 'read-deposit': 1, 'compute-figures': 1, 'build-workbook': 1, 'build-national': 1 };

let quiet: Results;
beforeAll(async () => {
  quiet = await inFolder(async (folder) => {
    const folders = foldersOf(FIXTURE, folder);
    await runCampaign(jobOf(folders));
    return resultsUnder(folders.out);
  });
  expect(Object.keys(quiet)).toHaveLength(FIXTURE_DEPOSITS + 30);
  // Five tables of three regions and of the external carriers.
  expect(Object.keys(quiet).filter((path) => path.endsWith('.parquet'))).toHaveLength(20);
  // The editions of three regions and of the nation, each with its manifest.
  expect(Object.keys(quiet).filter((path) => path.endsWith('.manifest.txt'))).toHaveLength(4);
});

/** What another way of running the fixture writes. */
async function resultsOf(run: (folders: JobFolders) => Promise<unknown>): Promise<Results> {
  return inFolder(async (folder) => {
    const folders = foldersOf(FIXTURE, folder);
    await run(folders);
    return resultsUnder(folders.out);
  });
}

describe('the same deposits give the same bytes', () => {
  it('on the same work folder and on another', async () => {
    await inFolder(async (folder) => {
      const folders = foldersOf(FIXTURE, folder);
      for (const out of ['first', 'again']) {
        await runCampaign(jobOf({ ...folders, out: join(folder, out) }));
        expect(await resultsUnder(join(folder, out))).toEqual(quiet);
      }
    });
  });

  it('where a killed run had left files unfinished, and another one its own results', async () => {
    await inFolder(async (folder) => {
      const folders = foldersOf(FIXTURE, folder);
      await runCampaign(jobOf({ ...folders, deposits: join(FIXTURE, 'deposits', '53') }));
      for (const path of ['.', 'verdicts/53', 'regions'].map((name) => join(folders.out, name))) {
        await mkdir(path, { recursive: true });
        await writeFile(join(path, `${UNFINISHED}1`), 'half');
      }
      await runCampaign(jobOf({ ...folders, work: join(folder, 'other') }));
      expect(await resultsUnder(folders.out)).toEqual(quiet);
    });
  });

  it('read in reverse order, one at a time', async () => {
    const queue = {
      pick: (waiting: readonly unknown[]) => [waiting.length - 1],
      upstreamFirst: false,
      coalesce: false,
      batchSize: ONE,
      concurrency: ONE,
    };
    expect(await resultsOf((folders) => runCampaign(jobOf(folders, { queue })))).toEqual(quiet);
  });

  it('read in any order, in batches of other sizes', async () => {
    const random = seeded(7);
    const queue = {
      pick: (waiting: readonly unknown[], most: number) =>
        shuffled([...waiting.keys()], random).slice(0, most),
      upstreamFirst: false,
      coalesce: false,
      batchSize: { ...ONE, 'read-deposit': 4, 'compute-figures': 3 },
      concurrency: { ...ONE, 'read-deposit': 3, 'compute-figures': 5 },
    };
    expect(await resultsOf((folders) => runCampaign(jobOf(folders, { queue })))).toEqual(quiet);
  });

  it('received in reverse, every message doubled and shuffled', async () => {
    const run = async (folders: JobFolders) => {
      const job = jobOf(folders);
      const { generation } = await loadReference(job.reference, job.campaign);
      const files = await listDeposits(job.deposits);
      const { ports, close } = await openWorkplace(folders.work);
      const queue = unrulyQueue(3);
      const all = {
        ...ports,
        queue: { send: async (m: Parameters<typeof queue.send>[0]) => queue.send([...m, ...m]) },
      };
      subscribe(queue, all, generation);
      for (let twice = 0; twice < 2; twice++)
        await receiveFolder(all, files, generation.scope, job.asOf, () => {});
      await settle(ports, queue, generation);
      await exportResults(ports, generation, folders.out);
      await queue.stop();
      await close();
    };
    expect(await resultsOf(run)).toEqual(quiet);
  });

  it.each([
    ['in German, with little memory', 'de_DE.UTF-8', 256, 1],
    ['in plain ASCII, with much memory', 'C', 4096, 64],
  ] as const)('in another place of the world, %s', async (_where, language, heap, young) => {
    const memory = `--max-old-space-size=${heap} --max-semi-space-size=${young}`;
    const env = { TZ: 'Pacific/Auckland', LANG: language, LC_ALL: language, NODE_OPTIONS: memory };
    expect(
      await resultsOf(async (folders) => {
        const { code, stderr } = await runCli('campaign', argumentsOf(folders), { env });
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      }),
    ).toEqual(quiet);
  });

  it('rebuilt from the raw facts alone, which are left as they were', async () => {
    await inFolder(async (folder) => {
      const folders = foldersOf(FIXTURE, folder);
      const { campaign, reference, progress } = jobOf(folders);
      await runCampaign(jobOf(folders));
      const raw = join(folders.work, 'raw');
      const before = await resultsUnder(raw);
      const out = join(folder, 'rebuilt');
      expect(await rebuildFromFacts({ campaign, reference, raw, out, progress })).toBe(FIXTURE_DEPOSITS);
      expect(await resultsUnder(out)).toEqual(quiet);
      expect(await resultsUnder(raw)).toEqual(before);
      expect((await readdir(folder)).sort()).toEqual(['out', 'rebuilt', 'work']);
    });
  });
});
