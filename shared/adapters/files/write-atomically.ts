import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StorageFailure } from '../../application/errors.ts';

/** How the names of files that are not finished begin: readers of a folder pass them over. */
export const UNFINISHED = '.unfinished-';

/**
 * Writes a file whole or not at all, over what was there; once the promise resolves it outlives a power cut.
 * Folders on the way are made.
 * @throws StorageFailure when the disk is full, the folder forbidden…; nothing is left behind.
 */
export async function writeAtomically(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  const unfinished = join(folder, `${UNFINISHED}${randomUUID()}`);
  try {
    await writeThrough(unfinished, bytes).catch(async (cause) => {
      if (errorCode(cause) !== 'ENOENT') throw cause;
      await makeFolder(folder);
      await writeThrough(unfinished, bytes);
    });
    await rename(unfinished, path);
    await syncFolder(folder);
  } catch (cause) {
    await removeQuietly(unfinished);
    throw cannotWrite(path, cause);
  }
}

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A new folder is only safe once the one that lists it is on the disk. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  const top = dirname(first);
  for (let made = folder; made !== top && made !== dirname(made); made = dirname(made))
    await syncFolder(dirname(made));
}

/** Per folder: the sync that runs, and the one that everybody who came since waits for. */
const syncs = new Map<string, { readonly running: Promise<void>; next: Promise<void> | null }>();

/** Resolves when a sync that began after the call has ended: many writers of one folder share it. */
function syncFolder(folder: string): Promise<void> {
  const current = syncs.get(folder);
  if (!current) return beginSync(folder);
  current.next ??= current.running.catch(() => undefined).then(() => beginSync(folder));
  return current.next;
}

function beginSync(folder: string): Promise<void> {
  const running = syncNow(folder).finally(() => {
    if (syncs.get(folder)?.running === running && !syncs.get(folder)?.next) syncs.delete(folder);
  });
  syncs.set(folder, { running, next: null });
  return running;
}

async function syncNow(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The failure worth telling is the one that came first. */
async function removeQuietly(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => undefined);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota is used up',
  EACCES: 'the folder may not be written',
  EPERM: 'the folder may not be written',
  EROFS: 'the disk is read-only',
};

export function cannotWrite(path: string, cause: unknown): StorageFailure {
  return new StorageFailure(`cannot write ${path}: ${reasonOf(cause)}`, { cause });
}

function reasonOf(cause: unknown): string {
  const code = errorCode(cause);
  return (code && REASONS[code]) ?? String(cause);
}

/** The code of a system error, null for any other thing thrown. */
export function errorCode(cause: unknown): string | null {
  const coded = typeof cause === 'object' && cause !== null && 'code' in cause;
  return coded && typeof cause.code === 'string' ? cause.code : null;
}
