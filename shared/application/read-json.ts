import { StorageFailure } from './errors.ts';
import type { Documents } from './ports.ts';

/**
 * A derived document that the system wrote as JSON, under a key that holds its hash.
 *
 * @throws StorageFailure when it is not there, or not JSON.
 */
export async function readJson(documents: Pick<Documents, 'get'>, key: string): Promise<unknown> {
  const bytes = await documents.get(key);
  if (!bytes) throw new StorageFailure(`document ${key} is not there`);
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new StorageFailure(`document ${key} is not JSON`, { cause });
  }
}
