import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runCampaign } from '../../../infra/local/run-campaign.ts';
import {
  argumentsOf,
  FIXTURE,
  FIXTURE_DEPOSITS,
  foldersOf,
  inFolder,
  jobOf,
  resultsUnder,
  runCli,
} from '../../builders/campaign-job.ts';
import { seeded } from '../../doubles/seeded.ts';

/** Kills in all; a campaign is killed up to that many times in a row before it is left to end. */
const KILLS = 20;
const MOST_IN_A_ROW = 7;
const SEED = 20_260_715;

async function untouched(folder: string) {
  const folders = foldersOf(FIXTURE, join(folder, 'quiet'));
  const started = performance.now();
  expect((await runCli('campaign', argumentsOf(folders))).code).toBe(0);
  return { ms: performance.now() - started, results: await resultsUnder(folders.out) };
}

describe('a job killed at any moment', () => {
  it('resumes by the same command: same bytes, nothing lost, nothing left behind', async () => {
    const random = seeded(SEED);
    await inFolder(async (folder) => {
      const quiet = await untouched(folder);
      let kills = 0;
      for (let campaign = 0; kills < KILLS; campaign++) {
        const folders = foldersOf(FIXTURE, join(folder, String(campaign)));
        const inARow = Math.min(KILLS - kills, 1 + Math.floor(random() * MOST_IN_A_ROW));
        for (let time = 0; time < inARow; time++) {
          // From before anything is open to after the end: what is left to do shrinks from one run to the next.
          const { code } = await runCli('campaign', argumentsOf(folders), {
            killAfterMs: random() * quiet.ms * 1.1,
          });
          expect([null, 0]).toContain(code);
          kills++;
        }
        await runCampaign(jobOf(folders));
        expect(await resultsUnder(folders.out)).toEqual(quiet.results);
        const kept = await readdir(join(folders.work, 'raw', '2026'));
        expect(kept.filter((name) => name.endsWith('.json'))).toHaveLength(FIXTURE_DEPOSITS);
      }
    });
  }, 300_000);
});
