import { readFile } from 'node:fs/promises';
import { StorageFailure } from '../../application/errors.ts';
import { errorCode } from './write-atomically.ts';

/** The bytes of a file; null when there is none. @throws StorageFailure when it cannot be read. */
export async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return null;
    throw new StorageFailure(`cannot read ${path}`, { cause });
  }
}
