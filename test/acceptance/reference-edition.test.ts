import { copyFile, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rebuildFromFacts } from '../../infra/local/rebuild-from-facts.ts';
import { runCampaign } from '../../infra/local/run-campaign.ts';
import { verifyWork } from '../../infra/local/verification/verify-work.ts';
import { sha256 } from '../../shared/application/digest.ts';
import {
  argumentsOf,
  FIXTURE,
  foldersOf,
  inFolder,
  jobOf,
  resultsUnder,
  runCli,
} from '../builders/campaign-job.ts';

const EARLIER = join(FIXTURE, 'expected-figures.csv');

describe('a campaign compared with an earlier edition', () => {
  it('has its own figures, an edition that names the file, and is rebuilt and verified with it', async () => {
    await inFolder(async (folder) => {
      const folders = foldersOf(FIXTURE, folder);
      const job = jobOf(folders, { referenceEdition: EARLIER });
      await runCampaign(job);
      const results = await resultsUnder(folders.out);
      expect(results['figures.csv']).toBe(sha256(await readFile(EARLIER)));
      const manifest = await readFile(join(folders.out, 'national/DNS-campagne-2026.manifest.txt'), 'utf8');
      expect(manifest).toContain(`${sha256(await readFile(EARLIER))}  referentiel edition_reference.csv\n`);

      const { campaign, progress, reference } = job;
      const again = join(folder, 'again');
      const raw = join(folders.work, 'raw');
      const facts = { campaign, reference, referenceEdition: EARLIER, progress };
      await rebuildFromFacts({ ...facts, raw, out: again });
      expect(await resultsUnder(again)).toEqual(results);

      const check = { ...facts, work: folders.work, out: folders.out, only: null };
      expect((await verifyWork(check)).findings).toEqual([]);
      const { referenceEdition: _, ...without } = check;
      expect((await verifyWork(without)).findings).toMatchObject([
        { kind: 'reference', file: 'edition_reference.csv', found: null },
      ]);
    });
  });

  it('is the same whether the file lies in the reference set or is given beside it', async () => {
    await inFolder(async (folder) => {
      const [beside, within] = [foldersOf(FIXTURE, join(folder, 'a')), foldersOf(FIXTURE, join(folder, 'b'))];
      await runCampaign(jobOf(beside, { referenceEdition: EARLIER }));
      const reference = join(folder, 'reference');
      await cp(within.reference, reference, { recursive: true });
      await copyFile(EARLIER, join(reference, 'edition_reference.csv'));
      await runCampaign(jobOf({ ...within, reference }));
      expect(await resultsUnder(within.out)).toEqual(await resultsUnder(beside.out));
    });
  });
});

describe('an earlier edition that cannot be one', () => {
  const refusal = (edition: (folder: string) => Promise<string>) =>
    inFolder(async (folder) => {
      const folders = foldersOf(FIXTURE, folder);
      await mkdir(folders.work, { recursive: true });
      const args = [...argumentsOf(folders), '--reference-edition', await edition(folder)];
      const { code, stderr } = await runCli('campaign', args);
      expect(code).toBe(1);
      return stderr;
    });

  it('is refused where it is not there', async () => {
    expect(await refusal(async (folder) => join(folder, 'figures.csv'))).toMatch(
      /^Erreur : « .+figures\.csv » ne peut pas être lu\. Indiquez par --reference-edition /,
    );
  });

  it('is refused where it is of another campaign, with its line and its own name', async () => {
    const stderr = await refusal(async (folder) => {
      const path = join(folder, 'figures-2025.csv');
      await writeFile(path, (await readFile(EARLIER, 'utf8')).replaceAll('\n2026;', '\n2025;'));
      return path;
    });
    expect(stderr).toContain(
      'edition_reference.csv, ligne 2, colonne campagne : ces chiffres sont ceux de la',
    );
    expect(stderr).toMatch(/\(edition_reference\.csv est le fichier « .+figures-2025\.csv », donné par/);
  });
});
