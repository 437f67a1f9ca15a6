import { execFile, spawnSync } from 'node:child_process';
import { copyFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import JSZip from 'jszip';
import { runCampaign } from '../../infra/local/run-campaign.ts';
import { type JobFolders, jobOf } from '../builders/campaign-job.ts';
import { canWriteEveryShape, writeEveryShape } from './every-shape.ts';

const run = promisify(execFile);
/** The distribution's own comes with the modules that apt installs; the first of the path may be another. */
const PYTHON = ['/usr/bin/python3', 'python3'].find(
  (one) => spawnSync(one, ['-c', 'import openpyxl']).status === 0,
);
const whenHere = PYTHON !== undefined && canWriteEveryShape ? describe : describe.skip;

const SEED = 20_260_715;
const SAMPLE = 1_000;

interface Followed {
  readonly workbook: string;
  readonly Fichier: string;
  readonly Nature: string;
  /** Of the file that the line names; null where there is none. */
  readonly shape: string | null;
  readonly place: string;
  readonly shown: string;
  readonly read: string | null;
  readonly agrees: boolean;
}

interface Following {
  /** How many numbers the workbooks say where to find. */
  readonly numbers: number;
  readonly followed: readonly Followed[];
}

async function follow(
  folders: JobFolders,
  workbooks: readonly string[],
  sample = SAMPLE,
): Promise<Following> {
  if (PYTHON === undefined) throw new Error('no Python has openpyxl');
  const script = join(import.meta.dirname, 'follow_provenance.py');
  const args = [script, String(SEED), String(sample), folders.reference, folders.deposits, ...workbooks];
  const { stdout } = await run(PYTHON, args, { timeout: 280_000, maxBuffer: 2 ** 28 });
  return JSON.parse(stdout) as Following;
}

const wrong = ({ followed }: Following) => followed.filter(({ agrees }) => !agrees);

whenHere('following the provenance of a number with openpyxl and the csv module', () => {
  let folder: string;
  let folders: JobFolders;
  let shapes: readonly string[];
  let workbooks: readonly string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'provenance-'));
    const inFolder = (name: string) => join(folder, name);
    folders = {
      reference: inFolder('reference'),
      deposits: inFolder('deposits'),
      out: inFolder('out'),
      work: inFolder('work'),
    };
    shapes = await writeEveryShape(folders);
    await runCampaign(jobOf(folders));
    const regions = join(folders.out, 'regions');
    const names = await readdir(regions);
    workbooks = names.filter((name) => name.endsWith('.xlsx')).map((name) => join(regions, name));
  }, 280_000);
  afterAll(async () => rm(folder, { recursive: true, force: true }));

  it('gives the value shown, of a thousand numbers over the regions, whatever the shape of the file', async () => {
    const following = await follow(folders, workbooks);
    expect(wrong(following)).toEqual([]);
    const { followed, numbers } = following;
    expect(numbers).toBeGreaterThan(SAMPLE);
    expect(followed).toHaveLength(SAMPLE);
    expect(new Set(followed.map(({ workbook }) => workbook)).size).toBeGreaterThan(15);
    const files = new Set(followed.map((one) => one.Fichier));
    expect(shapes.filter((path) => !files.has(path))).toEqual([]);
    expect([...new Set(followed.map(({ shape }) => shape))].sort()).toEqual([
      'csv cp1252 semicolon',
      'csv utf-8 comma',
      'csv utf-8 semicolon',
      'csv utf-8 tab',
      'template',
      'xlsx',
    ]);
  });

  it('catches a number that is not that of its cell, in a workbook or in a deposit', async () => {
    const name = shapes.find((path) => path.endsWith('effectifs.xlsx')) ?? '';
    const here = (await follow(folders, workbooks)).followed.filter((one) => one.Fichier === name);
    const [first] = here;
    if (!first) throw new Error(`nothing was read in ${name}`);

    // One digit of the value shown.
    const planted = join(folder, basename(first.workbook));
    await copyFile(first.workbook, planted);
    const book = await JSZip.loadAsync(await readFile(planted));
    const part = await provenancePart(book);
    const xml = (await book.file(part)?.async('string')) ?? '';
    const shown = `<v>${Number(first.shown)}</v>`;
    expect(xml.includes(shown)).toBe(true);
    book.file(part, xml.replace(shown, `<v>${Number(first.shown) + 0.01}</v>`));
    await writeFile(planted, await book.generateAsync({ type: 'uint8array' }));
    expect(wrong(await follow(folders, [planted], 0)).length).toBeGreaterThan(0);

    // One byte of the deposit, which is then another.
    const deposits = join(folder, 'changed');
    await cp(folders.deposits, deposits, { recursive: true });
    const bytes = await readFile(join(deposits, name));
    await writeFile(join(deposits, name), Buffer.concat([bytes, Buffer.from([0])]));
    const lost = wrong(await follow({ ...folders, deposits }, [first.workbook], 0));
    expect(lost.map((one) => [one.Fichier, one.shape])).toEqual(here.map(() => [name, null]));
  });
});

/** The part of the sheet that holds the table Provenance. */
async function provenancePart(book: JSZip): Promise<string> {
  const read = async (name: string) => (await book.file(name)?.async('string')) ?? '';
  const names = Object.keys(book.files);
  for (const table of names.filter((name) => name.startsWith('xl/tables/'))) {
    if (!/<table [^>]*displayName="Provenance"/.test(await read(table))) continue;
    for (const relationships of names.filter((name) => name.startsWith('xl/worksheets/_rels/'))) {
      if ((await read(relationships)).includes(`/${basename(table)}"`))
        return relationships.replace('_rels/', '').replace('.rels', '');
    }
  }
  throw new Error('no table Provenance');
}
