import { type Table, type TableLine, tableLines } from '../domain/report/table-lines.ts';
import { documentHash } from './document-hash.ts';
import { StorageFailure } from './errors.ts';
import type { Documents, EditionRecord, Editions, Scope, Sha256 } from './ports.ts';
import { readJson } from './read-json.ts';

/** The nation as it was last published, line by line. */
export interface Snapshot extends Pick<EditionRecord, 'number' | 'builtAt'> {
  readonly hash: Sha256;
  /** Lines of figures.csv, by FINESS. */
  readonly figures: readonly TableLine[];
  /** Lines of aggregates.csv, in its order. */
  readonly aggregates: readonly TableLine[];
}

type Tables = Pick<Snapshot, 'figures' | 'aggregates'>;

/** The tables of a snapshot by its key, read once by process. */
export type LoadSnapshot = (key: string) => Promise<Tables>;

/** How many snapshots a process keeps: the last ones of two campaigns. */
const MOST_KEPT = 2;

/** @throws StorageFailure when the document is not there. */
export function snapshotLoader(documents: Pick<Documents, 'get'>): LoadSnapshot {
  const kept = new Map<string, Promise<Tables>>();
  return (key) => {
    const found = kept.get(key);
    if (found) return found;
    const loading = load(documents, key);
    kept.set(key, loading);
    loading.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return loading;
  };
}

async function load(documents: Pick<Documents, 'get'>, key: string): Promise<Tables> {
  // As build-national wrote it.
  const { figures, aggregates } = (await readJson(documents, key)) as Record<keyof Tables, Table>;
  return { figures: tableLines(figures), aggregates: tableLines(aggregates) };
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
