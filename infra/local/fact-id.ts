import { createHash } from 'node:crypto';
import { ulid } from 'ulidx';
import type { FactId } from '../../shared/domain/return/entry.ts';

/**
 * The id of a deposit of a folder: the same for the same instant and path, so that a job that resumes finds its
 * facts again. Sorts by the instant.
 */
export function factIdOf(openedAt: Date, path: string): FactId {
  const hash = createHash('sha256').update(path).digest();
  let next = 0;
  // ulidx draws each of the sixteen characters from a number of [0, 1).
  return ulid(openedAt.getTime(), () => (hash[next++ % hash.length] ?? 0) / 256) as FactId;
}
