import { createHash } from 'node:crypto';
import type { Lake } from '../../application/ports.ts';
import { pathOfKey } from './documents.ts';
import { readIfThere } from './read-if-there.ts';
import { writeDerived } from './write-derived.ts';

/** Tables in a folder that one process holds. @throws StorageFailure for a key that leaves it. */
export function folderLake(root: string): Lake {
  // The same bytes put again are another version.
  const puts = new Map<string, number>();
  const get: Lake['get'] = async (key) => {
    const bytes = await readIfThere(pathOfKey(root, key));
    if (!bytes) return null;
    const hash = createHash('sha256').update(bytes).digest('hex');
    return { version: `${hash}-${puts.get(key) ?? 0}`, bytes };
  };
  return {
    get,
    put: async (key, bytes, expected) => {
      if (((await get(key))?.version ?? null) !== expected) return false;
      writeDerived(pathOfKey(root, key), bytes);
      puts.set(key, (puts.get(key) ?? 0) + 1);
      return true;
    },
  };
}
