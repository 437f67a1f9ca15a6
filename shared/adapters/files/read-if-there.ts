import { readFileSync } from 'node:fs';
import { StorageFailure } from '../../application/errors.ts';
import { errorCode } from './write-atomically.ts';

/** The bytes of a file; null when there is none. @throws StorageFailure when it cannot be read. */
export async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    // At once: for thousands of small files promises cost more than the reading.
    return readFileSync(path);
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return null;
    throw new StorageFailure(`cannot read ${path}`, { cause });
  }
}
