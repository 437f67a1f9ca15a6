import { type Table, type TableLine, tableLines } from '../domain/report/table-lines.ts';
import type { Documents } from './ports.ts';
import { readJson } from './read-json.ts';

/** The tables of a national snapshot, line by line. */
export interface SnapshotTables {
  /** Lines of figures.csv, by FINESS. */
  readonly figures: readonly TableLine[];
  /** Lines of aggregates.csv, in its order. */
  readonly aggregates: readonly TableLine[];
}

/** A snapshot by the key of its document, read once by process. */
export type LoadSnapshot = (key: string) => Promise<SnapshotTables>;

/** How many snapshots a process keeps: the last ones of two campaigns. */
const MOST_KEPT = 2;

/** @throws StorageFailure when the document is not there. */
export function snapshotLoader(documents: Pick<Documents, 'get'>): LoadSnapshot {
  const kept = new Map<string, Promise<SnapshotTables>>();
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

async function load(documents: Pick<Documents, 'get'>, key: string): Promise<SnapshotTables> {
  // As build-national wrote it.
  const { figures, aggregates } = (await readJson(documents, key)) as Record<keyof SnapshotTables, Table>;
  return { figures: tableLines(figures), aggregates: tableLines(aggregates) };
}
