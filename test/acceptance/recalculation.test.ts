import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { runCampaign } from '../../infra/local/run-campaign.ts';
import { FIXTURE, foldersOf, inFolder, jobOf, PROJECT } from '../builders/campaign-job.ts';
import { compareCachedValues, countFormulas, isLibreOfficeHere, recalculate } from './libreoffice.ts';

const EXAMPLES = ['bretagne', 'cas-limites', 'corse']
  .map((name) => join(PROJECT, '..', 'shared', 'examples', name))
  .filter((example) => existsSync(example));

/** Only where LibreOffice is installed, as in continuous integration. */
const whenHere = isLibreOfficeHere() ? describe : describe.skip;

async function workbooksUnder(out: string): Promise<readonly string[]> {
  const names = await Promise.all(['regions', 'national'].map((folder) => readdir(join(out, folder))));
  return names.flatMap((files, index) =>
    files.map((file) => join(out, index === 0 ? 'regions' : 'national', file)),
  );
}

whenHere('recalculating every workbook of a campaign in LibreOffice', () => {
  it.each([FIXTURE, ...EXAMPLES].map((example) => [basename(example), example] as const))(
    'changes nothing: %s',
    async (_name, example) => {
      await inFolder(async (folder) => {
        const folders = foldersOf(example, folder);
        await runCampaign(jobOf(folders));
        for (const workbook of await workbooksUnder(folders.out)) {
          expect(await countFormulas(workbook)).toBeGreaterThan(30);
          const differences = await compareCachedValues(workbook, await recalculate(workbook));
          expect({ workbook: basename(workbook), differences }).toEqual({
            workbook: basename(workbook),
            differences: [],
          });
        }
      });
    },
  );
});
