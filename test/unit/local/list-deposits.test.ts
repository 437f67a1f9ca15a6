import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandFailure } from '../../../infra/local/command.ts';
import { factIdOf } from '../../../infra/local/fact-id.ts';
import { listDeposits, readDepositFile } from '../../../infra/local/list-deposits.ts';
import { LIMITS } from '../../../shared/adapters/tables/limits.ts';
import { inFolder } from '../../builders/campaign-job.ts';

/** Paths listed of a folder that holds these files. */
async function listed(...names: readonly (string | Buffer)[]): Promise<readonly string[]> {
  return inFolder(async (folder) => {
    for (const name of names) {
      if (typeof name === 'string') await mkdir(join(folder, name, '..'), { recursive: true });
      await writeFile(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name)]), 'x');
    }
    return (await listDeposits(folder)).map(({ path }) => path);
  });
}

describe('the deposits of a folder', () => {
  it('come by relative path, names joined by a slash', async () => {
    const names = ['b.csv', 'a/z.csv', 'a.csv', 'a/b/c.csv'];
    expect(await listed(...names)).toEqual(['a.csv', 'a/b/c.csv', 'a/z.csv', 'b.csv']);
  });

  it('are ordered by code points, astral characters after those of private use', async () => {
    const names = ['\u{1F600}.csv', '\uE000.csv', 'é.csv', 'z.csv'];
    expect(await listed(...names)).toEqual(['z.csv', 'é.csv', '\uE000.csv', '\u{1F600}.csv']);
  });

  it('keep their names as they are: no normalisation, no trimming', async () => {
    const names = ['-n.csv', ' début.csv', 'cafe\u0301.csv', 'caf\u00e9.csv', 'l\'"été".csv', 'a\nb.csv'];
    expect([...(await listed(...names))].sort()).toEqual([...names].sort());
  });

  it('whose name is not UTF-8 are listed, apart from those whose name reads alike', async () => {
    const paths = await listed('latiné.csv', Buffer.from('latin\xe9.csv', 'latin1'), '\ufffd.csv');
    expect(paths).toEqual(['latin%E9.csv', 'latiné.csv', '\ufffd.csv']);
  });

  it('whose name is as long as a system allows are listed', async () => {
    const name = `${'é'.repeat(125)}.csv`;
    expect(await listed(name)).toEqual([name]);
  });

  it('leave out links, whether to files, to folders or to nothing', async () => {
    await inFolder(async (folder) => {
      const deposits = join(folder, 'deposits');
      await mkdir(deposits);
      await writeFile(join(folder, 'outside.csv'), 'x');
      await writeFile(join(deposits, 'inside.csv'), 'x');
      await symlink(join(folder, 'outside.csv'), join(deposits, 'file.csv'));
      await symlink(folder, join(deposits, 'folder'));
      await symlink(join(folder, 'nowhere'), join(deposits, 'dangling.csv'));
      expect((await listDeposits(deposits)).map(({ path }) => path)).toEqual(['inside.csv']);
    });
  });

  it('are none in an empty folder', async () => {
    expect(await listed()).toEqual([]);
  });

  it('are refused with one sentence when their folder is not there, or is a file', async () => {
    await inFolder(async (folder) => {
      await writeFile(join(folder, 'file'), 'x');
      for (const name of ['nowhere', 'file'])
        await expect(listDeposits(join(folder, name))).rejects.toThrow(CommandFailure);
    });
  });
});

describe('the bytes of a deposit', () => {
  const bytesOf = (size: number) =>
    inFolder(async (folder) => {
      const location = Buffer.from(join(folder, 'file.csv'));
      await writeFile(location, Buffer.alloc(size, 0x61));
      return readDepositFile({ path: 'file.csv', location });
    });

  it('are those of the file, none for an empty one', async () => {
    expect(await bytesOf(3)).toEqual(Buffer.from('aaa'));
    expect(await bytesOf(0)).toHaveLength(0);
  });

  it('are all read at the limit, and no more than what shows it is passed', async () => {
    expect(await bytesOf(LIMITS.fileBytes)).toHaveLength(LIMITS.fileBytes);
    expect(await bytesOf(LIMITS.fileBytes + 10)).toHaveLength(LIMITS.fileBytes + 1);
  });
});

describe('the id of a deposit', () => {
  const at = (ms: number) => new Date(Date.parse('2026-07-15T10:00:00.000Z') + ms);

  it('is the same for the same instant and path, another for another', () => {
    expect(factIdOf(at(0), 'a.csv')).toBe(factIdOf(at(0), 'a.csv'));
    expect(factIdOf(at(0), 'a.csv')).not.toBe(factIdOf(at(0), 'b.csv'));
  });

  it('sorts by the instant, whatever the path', () => {
    const ids = Array.from({ length: 200 }, (_, i) => factIdOf(at(i), `z${200 - i}.csv`));
    expect([...ids].sort()).toEqual(ids);
  });
});
