import { documentHash } from './document-hash.ts';
import { StorageFailure } from './errors.ts';
import type { LoadSnapshot, SnapshotTables } from './load-snapshot.ts';
import type { EditionRecord, Editions, Scope, Sha256 } from './ports.ts';

/** The nation as it was last published. */
export interface Snapshot extends SnapshotTables, Pick<EditionRecord, 'number' | 'builtAt'> {
  readonly hash: Sha256;
}

export interface ReadSnapshotPorts {
  readonly editions: Pick<Editions, 'get'>;
  readonly loadSnapshot: LoadSnapshot;
}

/** The nation's last edition; null before the first. */
export async function readSnapshot(
  { editions, loadSnapshot }: ReadSnapshotPorts,
  scope: Scope,
): Promise<Snapshot | null> {
  const edition = await editions.get(scope, 'FR');
  if (!edition) return null;
  const { number, builtAt, documents } = edition;
  const key = documents['snapshot'];
  if (key === undefined) throw new StorageFailure(`edition ${number} of the nation has no snapshot`);
  return { number, builtAt, hash: documentHash(key), ...(await loadSnapshot(key)) };
}
