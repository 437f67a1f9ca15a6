import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cannotWrite, errorCode, UNFINISHED } from './write-atomically.ts';

/**
 * Writes what can be made again, whole or not at all: it outlives the process, not a power cut. Folders on the way
 * are made. At once: for thousands of small files promises cost more than the writing.
 * @throws StorageFailure when the disk is full, the folder forbidden…; nothing is left behind.
 */
export function writeDerived(path: string, bytes: Uint8Array): void {
  const folder = dirname(path);
  const unfinished = join(folder, `${UNFINISHED}${randomUUID()}`);
  try {
    writeInto(folder, unfinished, bytes);
    renameSync(unfinished, path);
  } catch (cause) {
    removeQuietly(unfinished);
    throw cannotWrite(path, cause);
  }
}

/** The folder is there when it returns. @throws StorageFailure when it cannot be: better known before the work than after. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw cannotWrite(folder, cause);
  }
}

function writeInto(folder: string, file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes, { flag: 'wx' });
  } catch (cause) {
    if (errorCode(cause) !== 'ENOENT') throw cause;
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, bytes, { flag: 'wx' });
  }
}

/** The failure worth telling is the one that came first. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What could not be written is not there either.
  }
}
