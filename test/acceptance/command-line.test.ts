import { spawnSync } from 'node:child_process';
import { chmod, cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCampaign } from '../../infra/local/run-campaign.ts';
import { lockFolder } from '../../shared/adapters/files/lock.ts';
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

const ROCHE = join(FIXTURE, 'deposits', '53', 'roche.csv');
const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

/** The fixture's reference set, and deposits of the test's own. */
async function withDeposits(use: (folders: JobFolders, folder: string) => Promise<void>): Promise<void> {
  await inFolder(async (folder) => {
    const deposits = join(folder, 'deposits');
    await mkdir(deposits);
    await use({ ...foldersOf(FIXTURE, folder), deposits }, folder);
  });
}

/** The command failed with one sentence, in French, that says so; no trace of the program. */
function expectRefusal(result: Awaited<ReturnType<typeof runCli>>, sentence: RegExp, code = 1): void {
  expect(result.stderr).toMatch(sentence);
  expect(result.stderr.trim()).toMatch(/^Erreur/);
  expect(result.stderr).not.toMatch(/\n\s+at |interne/);
  expect(result).toMatchObject({ code, stdout: '' });
}

describe('the command line', () => {
  it('explains itself with --help, and exits 0', async () => {
    const { code, stdout, stderr } = await runCli('campaign', ['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/--deposits/);
  });

  it.each([
    ['an unknown option', ['--campagne', '2026'], /« --campagne »/],
    ['an argument without option', ['2026'], /ligne de commande|option/],
    ['a missing option', ['--campaign', '2026'], /obligatoire/],
    ['a year that is none', ['--campaign', '26', '--out', 'x'], /année à quatre chiffres/],
    ['a day that is none', ['--campaign', '2026', '--as-of', '2026-02-30'], /2026-02-30/],
    ['a day in another form', ['--campaign', '2026', '--as-of', '15/07/2026'], /2026-07-15/],
  ])('refuses %s with exit code 2', async (_, args, sentence) => {
    expectRefusal(await runCli('campaign', args), sentence, 2);
  });

  it('says on its last lines what became of the files, and where the results are', async () => {
    await inFolder(async (folder) => {
      const folders = foldersOf(FIXTURE, folder);
      const { code, stdout, stderr } = await runCli('campaign', argumentsOf(folders));
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/13 acceptés\n.*3 acceptés avec avertissements\n.*5 refusés/);
      expect(stdout).toContain(folders.out);
    });
  });

  it('says in summary.json which editions it wrote, by the hashes of their workbook and manifest', async () => {
    await inFolder(async (folder) => {
      const folders = foldersOf(FIXTURE, folder);
      await runCampaign(jobOf(folders));
      const { editions, files } = JSON.parse(await readFile(join(folders.out, 'summary.json'), 'utf8'));
      expect(Object.keys(editions).sort()).toEqual(['01', '53', '84', 'FR']);
      for (const [of, { campagne, de, numero, manifeste, documents }] of Object.entries<
        Record<string, unknown> & { documents: Record<string, string> }
      >(editions)) {
        const path = of === 'FR' ? 'national/DNS-campagne-2026' : `regions/ARS-${of}-campagne-2026`;
        expect({ campagne, de, numero }).toEqual({ campagne: 2026, de: of, numero: 1 });
        expect(manifeste).toBe(files[`${path}.manifest.txt`]);
        expect(documents['workbook']).toBe(files[`${path}.xlsx`]);
      }
    });
  });

  it('runs on a folder without a file', async () => {
    await withDeposits(async (folders) => {
      const { code, stdout } = await runCli('campaign', argumentsOf(folders));
      expect(code).toBe(0);
      expect(stdout).toMatch(/^0 fichier/);
      const figures = await readFile(join(folders.out, 'figures.csv'), 'utf8');
      expect(figures.match(/;non_repondant;/g)).toHaveLength(16);
    });
  });
});

describe('a job that cannot run', () => {
  it('says which folder is missing', async () => {
    await withDeposits(async (folders, folder) => {
      for (const option of ['reference', 'deposits'] as const) {
        const missing = join(folder, 'nulle part');
        const result = await runCli('campaign', argumentsOf({ ...folders, [option]: missing }));
        expectRefusal(result, /nulle part/);
      }
    });
  });

  it('lists every fault of a broken reference set, and treats nothing', async () => {
    await withDeposits(async (folders, folder) => {
      const reference = join(folder, 'reference');
      await cp(folders.reference, reference, { recursive: true });
      const declarants = await readFile(join(reference, 'declarants.csv'), 'utf8');
      const broken = declarants.replace(';84;69;', ';99;69;').replace(';prive_lucratif;', ';lucratif;');
      await writeFile(join(reference, 'declarants.csv'), broken);
      const result = await runCli('campaign', argumentsOf({ ...folders, reference }));
      expectRefusal(result, /référentiel/);
      expect(result.stderr).toContain('« 99 »');
      expect(result.stderr).toContain('« lucratif »');
      expect(await readdir(folder)).not.toContain('out');
    });
  });

  it('says that another run has the work folder', async () => {
    await withDeposits(async (folders) => {
      const lock = await lockFolder(folders.work);
      const result = await runCli('campaign', argumentsOf(folders));
      await lock.release();
      expectRefusal(result, /un autre traitement/);
    });
  });

  it('lets at most one of two runs at once have the work folder, and the next one finish', async () => {
    await withDeposits(async (folders) => {
      await cp(ROCHE, join(folders.deposits, 'roche.csv'));
      const both = await Promise.all([1, 2].map(() => runCli('campaign', argumentsOf(folders))));
      const refused = both.filter(({ code }) => code !== 0);
      // They may also have come one after the other.
      for (const result of refused) expectRefusal(result, /un autre traitement/);
      expect((await runCli('campaign', argumentsOf(folders))).code).toBe(0);
    });
  });

  it('says that a work folder is that of other inputs', async () => {
    await withDeposits(async (folders) => {
      const file = join(folders.deposits, 'a.csv');
      await cp(ROCHE, file);
      expect((await runCli('campaign', argumentsOf(folders))).code).toBe(0);
      await writeFile(file, 'finess;campagne\n');
      expectRefusal(await runCli('campaign', argumentsOf(folders)), /autres entrées/);
    });
  });

  it('says that a kept deposit was damaged', async () => {
    await withDeposits(async (folders) => {
      await cp(ROCHE, join(folders.deposits, 'a.csv'));
      expect((await runCli('campaign', argumentsOf(folders))).code).toBe(0);
      const raw = join(folders.work, 'raw', '2026');
      const bytes = (await readdir(raw)).find((name) => !name.endsWith('.json')) ?? '';
      await writeFile(join(raw, bytes), 'autre chose');
      expectRefusal(await runCli('campaign', argumentsOf(folders)), /endommagé/);
    });
  });

  it('says that a file stands where a folder must be', async () => {
    await withDeposits(async (folders, folder) => {
      await cp(ROCHE, join(folder, 'a.csv'));
      const out = join(folder, 'a.csv', 'out');
      expectRefusal(await runCli('campaign', argumentsOf({ ...folders, out })), /place d'un dossier/);
      // Said before the work, not after.
      await expect(readdir(folders.work)).rejects.toThrow('ENOENT');
    });
  });

  it.each(['out', 'work'] as const)('writes nothing among the deposits: --%s', async (option) => {
    await withDeposits(async (folders) => {
      await cp(ROCHE, join(folders.deposits, 'a.csv'));
      const inside = { ...folders, [option]: join(folders.deposits, 'ici') };
      expectRefusal(await runCli('campaign', argumentsOf(inside)), /est dans celui des dépôts/);
      expect(await readdir(folders.deposits)).toEqual(['a.csv']);
    });
  });

  (isRoot ? it : it.skip)(
    `says which file or folder cannot be read${isRoot ? '' : ' (needs root, to run as another user)'}`,
    async () => {
      await withDeposits(async (folders, folder) => {
        await chmod(folder, 0o777);
        const [file, closed] = [join(folders.deposits, 'interdit.csv'), join(folders.deposits, 'fermé')];
        await cp(ROCHE, file);
        await chmod(file, 0);
        const first = await runCli('campaign', argumentsOf(folders), { uid: NOBODY });
        expectRefusal(first, /« interdit.csv »/);
        await chmod(file, 0o644);
        await mkdir(closed, { mode: 0 });
        const second = await runCli('campaign', argumentsOf(folders), { uid: NOBODY });
        expectRefusal(second, /« fermé »/);
      });
    },
  );
});

describe('files with names as people give them', () => {
  it('are all taken, each with a verdict of its own', async () => {
    await withDeposits(async (folders) => {
      const names = [
        '-n.csv',
        'deux  espaces et "guillemets".csv',
        'cafe\u0301.csv',
        'caf\u00e9.csv',
        `${'é'.repeat(125)}.csv`,
        'latiné.csv',
      ].map((name) => Buffer.from(name));
      names.push(Buffer.from('latin\xe9.csv', 'latin1'));
      for (const name of names)
        await writeFile(Buffer.concat([Buffer.from(`${folders.deposits}/`), name]), await readFile(ROCHE));
      const { code, stdout } = await runCli('campaign', argumentsOf(folders));
      expect(code).toBe(0);
      expect(stdout).toMatch(/^7 fichiers traités/);
      expect(await readdir(join(folders.out, 'verdicts'))).toHaveLength(7);
    });
  });
});

/** Makes a disk of that size of a folder. */
const mount = (folder: string, size: string) =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'none', folder]).status === 0;

const canMount = await inFolder(async (folder) => {
  if (!mount(folder, '1m')) return false;
  return spawnSync('umount', [folder]).status === 0;
});

describe('a disk that gets full', () => {
  // Too small to open the table; and too small for the deposits or what is derived of them.
  for (const size of ['300k', '450k']) {
    (canMount ? it : it.skip)(
      `of ${size} stops the job with one sentence; with more room the same command loses nothing${canMount ? '' : ' (mounting is not permitted)'}`,
      async () => {
        await inFolder(async (folder) => {
          const disk = join(folder, 'disk');
          await mkdir(disk);
          expect(mount(disk, size)).toBe(true);
          try {
            const folders = { ...foldersOf(FIXTURE, folder), work: join(disk, 'work') };
            expectRefusal(await runCli('campaign', argumentsOf(folders)), /le disque est plein/);
            spawnSync('mount', ['-o', 'remount,size=20m', disk]);
            expect((await runCli('campaign', argumentsOf(folders))).code).toBe(0);

            const quiet = foldersOf(FIXTURE, join(folder, 'quiet'));
            await runCampaign(jobOf(quiet));
            expect(await resultsUnder(folders.out)).toEqual(await resultsUnder(quiet.out));
            const kept = (await readdir(join(folders.work, 'raw', '2026'))).filter((name) =>
              name.endsWith('.json'),
            );
            expect(kept).toHaveLength(FIXTURE_DEPOSITS);
          } finally {
            spawnSync('umount', ['-l', disk]);
          }
        });
      },
    );
  }
});
