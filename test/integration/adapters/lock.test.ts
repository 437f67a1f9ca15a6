import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderLocked, lockFolder } from '../../../shared/adapters/files/lock.ts';
import { StorageFailure } from '../../../shared/application/errors.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lock-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Another process that locks the folder, tells it, then does what is said. */
function holder(then: string) {
  const script = `
    import { lockFolder } from './shared/adapters/files/lock.ts';
    await lockFolder(process.env.FOLDER);
    process.stdout.write('held');
    ${then}`;
  return spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: join(import.meta.dirname, '../../..'),
    env: { ...process.env, FOLDER: folder },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}
const UNTIL_TOLD = "process.stdin.once('data', () => process.exit(0));";

it('is held by one, free again once released', async () => {
  const lock = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toMatchObject({ name: 'FolderLocked', pid: process.pid });
  await lock.release();
  await (await lockFolder(folder)).release();
  expect(await readdir(folder)).toEqual([]);
});

it('refuses a second process, naming the first, until that one exits', async () => {
  const first = holder(UNTIL_TOLD);
  await once(first.stdout, 'data');
  await expect(lockFolder(folder)).rejects.toMatchObject({ name: 'FolderLocked', pid: first.pid });
  first.stdin.write('go');
  await once(first, 'close');
  expect(await readdir(folder)).toEqual([]);
});

it('takes over from a process that was killed', async () => {
  const first = holder(UNTIL_TOLD);
  await once(first.stdout, 'data');
  first.kill('SIGKILL');
  await once(first, 'close');
  expect(await readdir(folder)).toHaveLength(1);
  const lock = await lockFolder(folder);
  expect(await readdir(folder)).toHaveLength(1);
  await lock.release();
});

it('takes over from a dead process whose number was given again', async () => {
  await writeFile(join(folder, `.lock-${process.pid}-1-0a`), '');
  const lock = await lockFolder(folder);
  expect(await readdir(folder)).toEqual([expect.not.stringMatching(/-1-0a$/)]);
  await lock.release();
});

it('is never held by two of many that come at once', async () => {
  await writeFile(join(folder, '.lock-4194399-1-0a'), '');
  for (let round = 0; round < 20; round++) {
    const comers = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)));
    const held = comers.filter((comer) => comer.status === 'fulfilled');
    const refused = comers.filter((comer) => comer.status === 'rejected');
    expect(held.length).toBeLessThanOrEqual(1);
    for (const { reason } of refused) expect(reason).toBeInstanceOf(FolderLocked);
    for (const { value } of held) await value.release();
  }
  await (await lockFolder(folder)).release();
  expect(await readdir(folder)).toEqual([]);
});

it('tells when the folder is out of reach', async () => {
  await writeFile(join(folder, 'file'), '');
  await expect(lockFolder(join(folder, 'file'))).rejects.toThrow(StorageFailure);
});
