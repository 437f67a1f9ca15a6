import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { runCampaign } from '../../infra/local/run-campaign.ts';
import { FIXTURE, foldersOf, inFolder, jobOf, PROJECT } from '../builders/campaign-job.ts';
import { canWriteEveryShape, writeEveryShape } from './every-shape.ts';
import { isRecalculationHere } from './libreoffice.ts';
import { compareRecalculated } from './recalculated.ts';

const EXAMPLES = ['bretagne', 'cas-limites', 'corse']
  .map((name) => join(PROJECT, '..', 'shared', 'examples', name))
  .filter((example) => existsSync(example));

/** Only where LibreOffice and its bridge are installed, as in continuous integration. */
const whenHere = isRecalculationHere() ? describe : describe.skip;

async function workbooksUnder(out: string): Promise<readonly string[]> {
  const files = await readdir(out, { recursive: true });
  return files.filter((file) => file.endsWith('.xlsx')).map((file) => join(out, file));
}

async function expectNothingChanges(out: string): Promise<void> {
  const workbooks = await workbooksUnder(out);
  expect(workbooks.length).toBeGreaterThan(1);
  for (const [workbook, { formulas, cells, differences }] of await compareRecalculated(workbooks)) {
    expect(formulas).toBeGreaterThan(30);
    expect(cells).toBeGreaterThan(formulas);
    expect({ workbook: basename(workbook), differences }).toEqual({
      workbook: basename(workbook),
      differences: [],
    });
  }
}

whenHere('recalculating every workbook of a campaign in LibreOffice', () => {
  it.each([FIXTURE, ...EXAMPLES].map((example) => [basename(example), example] as const))(
    'changes no cell, to the bit: %s',
    async (_name, example) => {
      await inFolder(async (folder) => {
        const folders = foldersOf(example, folder);
        await runCampaign(jobOf(folders));
        await expectNothingChanges(folders.out);
      });
    },
  );

  (canWriteEveryShape ? it : it.skip)(
    'changes no cell, to the bit: deposits of every shape, with figures of the years before',
    async () => {
      await inFolder(async (folder) => {
        const folders = foldersOf(folder, folder);
        await writeEveryShape(folders);
        await runCampaign(jobOf(folders));
        await expectNothingChanges(folders.out);
      });
    },
    280_000,
  );
});
