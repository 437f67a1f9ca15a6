import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { StorageFailure } from '../../application/errors.ts';
import type { Documents } from '../../application/ports.ts';
import { readIfThere } from './read-if-there.ts';
import { writeDerived } from './write-derived.ts';

/**
 * Documents in a folder, all derived from the facts: the key `a/b/c` is the file c in a/b.
 * @throws StorageFailure for a key that leaves it.
 */
export function folderDocuments(root: string): Documents {
  return {
    put: async (key, bytes) => {
      const path = pathOfKey(root, key);
      // The same key is the same bytes, and a file there is whole: writing it again would only cost.
      if (!existsSync(path)) writeDerived(path, bytes);
    },
    get: async (key) => readIfThere(pathOfKey(root, key)),
  };
}

/** @throws StorageFailure for a key that leaves the folder. */
export function pathOfKey(root: string, key: string): string {
  return join(root, ...partsOf(key));
}

function partsOf(key: string): readonly string[] {
  const parts = key.split('/');
  const unsafe = (part: string) => part === '' || part === '.' || part === '..' || /[\0\\:]/.test(part);
  if (parts.some(unsafe)) throw new StorageFailure(`not the key of a document: ${JSON.stringify(key)}`);
  return parts;
}
