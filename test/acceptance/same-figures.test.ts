import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { listDeposits, readDepositFile } from '../../infra/local/list-deposits.ts';
import { runCampaign } from '../../infra/local/run-campaign.ts';
import { readReferenceFolder } from '../../shared/adapters/files/read-reference-folder.ts';
import { readCsv } from '../../shared/adapters/tables/read-csv.ts';
import { sniff } from '../../shared/adapters/tables/sniff.ts';
import { templateFiller } from '../../shared/adapters/template/fill-template.ts';
import { NATION } from '../../shared/domain/access/perimeter.ts';
import { type Directory, directoryOf } from '../../shared/domain/declarant/directory.ts';
import { columnsOf, SECTIONS } from '../../shared/domain/deposit/columns.ts';
import { FileRefusal } from '../../shared/domain/deposit/file-refusal.ts';
import { columnOf } from '../../shared/domain/deposit/match-header.ts';
import { readDeposit } from '../../shared/domain/deposit/read-deposit.ts';
import type { Entry } from '../../shared/domain/return/entry.ts';
import { FIXTURE, foldersOf, inFolder, jobOf, PROJECT } from '../builders/campaign-job.ts';
import { CAMPAIGN, sourceOf } from '../builders/entry.ts';

const EXAMPLES = ['bretagne', 'corse']
  .map((name) => join(PROJECT, '..', 'shared', 'examples', name))
  .filter((example) => existsSync(example));

/** Those that a declaration can hold; the others have no column. */
const DECLARED = SECTIONS.filter((section) => columnsOf(section).length > 0);

/** What a CSV of one whole declaration says; null for any other file, which stays as it is. */
function wholeDeclaration(bytes: Uint8Array, directory: Directory): Entry | null {
  try {
    if (sniff(bytes) !== 'delimited') return null;
    const content = readCsv(bytes, (heading) => columnOf(heading) !== null);
    const { entries, issues, orphans } = readDeposit(
      { kind: 'delimited', content: content },
      {
        campaign: CAMPAIGN,
        source: sourceOf(),
        directory,
        perimeter: NATION,
      },
    );
    const [entry] = entries;
    const alone = entries.length === 1 && issues.length === 0 && orphans.length === 0;
    return alone && entry && entry.issues.length === 0 && entry.sections.length === DECLARED.length
      ? entry
      : null;
  } catch (error) {
    if (error instanceof FileRefusal) return null;
    throw error;
  }
}

/** The same deposits under the same names, every whole declaration as a filled template. @returns how many there are. */
async function rewriteAsTemplates(example: string, deposits: string): Promise<number> {
  const reading = await readReferenceFolder(join(example, 'reference'));
  if (!reading.ok) throw new Error('the reference set is refused');
  const directory = directoryOf(reading.reference);
  const fill = await templateFiller(CAMPAIGN);
  let templates = 0;
  for (const file of await listDeposits(join(example, 'deposits'))) {
    const bytes = readDepositFile(file);
    const entry = wholeDeclaration(bytes, directory);
    await mkdir(dirname(join(deposits, file.path)), { recursive: true });
    if (entry) templates++;
    const { finess, values } = entry ?? {};
    const written = finess && values ? await fill({ finess, campaign: String(CAMPAIGN), values }) : bytes;
    await writeFile(join(deposits, file.path), written);
  }
  return templates;
}

describe('the same declarations as filled templates', () => {
  it.each([FIXTURE, ...EXAMPLES].map((example) => [basename(example), example] as const))(
    'give the same figures: %s',
    async (_name, example) => {
      await inFolder(async (folder) => {
        const folders = { ...foldersOf(example, folder), deposits: join(folder, 'deposits') };
        expect(await rewriteAsTemplates(example, folders.deposits)).toBeGreaterThan(2);
        await runCampaign(jobOf(folders));
        for (const table of ['figures.csv', 'aggregates.csv']) {
          const expected = await readFile(join(example, `expected-${table}`), 'utf8');
          expect(await readFile(join(folders.out, table), 'utf8')).toBe(expected);
        }
      });
    },
  );
});
