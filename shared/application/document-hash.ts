import { StorageFailure } from './errors.ts';
import type { Sha256 } from './ports.ts';

/** The SHA-256 that a document's key ends with, before its extension. @throws StorageFailure when there is none */
export function documentHash(key: string): Sha256 {
  const [, hash] = /([0-9a-f]{64})\.[a-z]+$/.exec(key) ?? [];
  if (hash === undefined) throw new StorageFailure(`no hash in the key of a document: ${key}`);
  return hash;
}
