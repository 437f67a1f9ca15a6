import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StorageFailure } from '../../application/errors.ts';
import { errorCode } from './write-atomically.ts';

/** Another process works in the folder. */
export class FolderLocked extends Error {
  override readonly name = 'FolderLocked';
  readonly pid: number;
  constructor(folder: string, pid: number) {
    super(`process ${pid} already works in ${folder}`);
    this.pid = pid;
  }
}

/** Held until released, or until the process ends. */
export interface FolderLock {
  release(): Promise<void>;
}

/** `.lock-<pid>-<start of the process>-<unique>`: the name says it all, so that no reader finds half a lock. */
const LOCK = /^\.lock-(\d+)-(\d*)-[0-9a-f-]+$/;

/**
 * Takes a folder for this process alone, on this machine. Each comer first puts a lock of its own, then looks for
 * others: of two at once, the later to put sees the earlier, so never do both hold it (both may be refused, when
 * each sees the other). Locks of dead processes are removed; no one ever removes a living one's.
 * @throws FolderLocked naming the process that holds it. @throws StorageFailure when the folder is out of reach.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const own = `.lock-${process.pid}-${startOf(process.pid)}-${randomUUID()}`;
  const path = join(folder, own);
  try {
    await mkdir(folder, { recursive: true });
    await (await open(path, 'wx')).close();
  } catch (cause) {
    throw new StorageFailure(`cannot lock ${folder}: ${errorCode(cause) ?? cause}`, { cause });
  }
  try {
    await refuseIfHeld(folder, own);
  } catch (cause) {
    await rm(path, { force: true });
    throw cause;
  }
  const onExit = () => rmSync(path, { force: true });
  process.once('exit', onExit);
  return {
    release: async () => {
      process.off('exit', onExit);
      await rm(path, { force: true });
    },
  };
}

async function refuseIfHeld(folder: string, own: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const [, pid, start = ''] = LOCK.exec(name) ?? [];
    if (pid === undefined || name === own) continue;
    if (isAlive(Number(pid), start)) throw new FolderLocked(folder, Number(pid));
    await rm(join(folder, name), { force: true });
  }
}

/** A number given again to another process (as in a container, always 1) is told by its start. */
function isAlive(pid: number, start: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (cause) {
    if (errorCode(cause) === 'ESRCH') return false;
  }
  const now = startOf(pid);
  return start === '' || now === '' || start === now;
}

/** Clock ticks from the start of the machine to that of the process; blank where the system does not tell. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The second field is a name in brackets that may hold spaces; the start is the 22nd.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
