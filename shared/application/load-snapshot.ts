import { type ObservedNation, observedNation } from '../domain/explain/observed-nation.ts';
import { type Table, type TableLine, tableLines } from '../domain/report/table-lines.ts';
import { StorageFailure } from './errors.ts';
import type { Documents } from './ports.ts';
import { readJson } from './read-json.ts';

/** The tables of a national snapshot, line by line. */
export interface SnapshotTables {
  /** Id of the rule set; null of an edition that did not say it. */
  readonly ruleSet: string | null;
  /** Lines of figures.csv, by FINESS. */
  readonly figures: readonly TableLine[];
  /** Lines of aggregates.csv, in its order. */
  readonly aggregates: readonly TableLine[];
  /** Lines of axis `taille_budget`, in the form of the others. */
  readonly sizes: readonly TableLine[];
  /** Lines of `pastTable`. */
  readonly past: readonly TableLine[];
  /** Lines of `observedTable`, in the order of the figures; blank of an edition that did not keep them. */
  readonly observed: readonly TableLine[];
  /** Every declarant with its exact values: understood at the first call. @throws StorageFailure where none were kept */
  nation(): ObservedNation;
}

/** A snapshot by the key of its document, read once by process. */
export type LoadSnapshot = (key: string) => Promise<SnapshotTables>;

/**
 * How many declarants a process keeps in all: eleven campaigns of the nation, some 40 MB (npm run bench -- --only
 * queries). The snapshot asked for last stays, however large.
 */
const MOST_KEPT = 40_000;

/** @throws StorageFailure when the document is not there. */
export function snapshotLoader(documents: Pick<Documents, 'get'>): LoadSnapshot {
  const kept = new Map<string, { readonly loading: Promise<SnapshotTables>; size: number }>();
  /** The last asked for last. */
  const touch = (key: string, found: { readonly loading: Promise<SnapshotTables>; size: number }) => {
    kept.delete(key);
    kept.set(key, found);
    let total = [...kept.values()].reduce((sum, { size }) => sum + size, 0);
    for (const [oldest, { size }] of kept) {
      if (total <= MOST_KEPT || oldest === key) return;
      kept.delete(oldest);
      total -= size;
    }
  };
  return (key) => {
    const found = kept.get(key);
    if (found) {
      touch(key, found);
      return found.loading;
    }
    const entry = { loading: load(documents, key), size: 0 };
    kept.set(key, entry);
    entry.loading.then(
      ({ figures }) => {
        entry.size = figures.length;
        if (kept.get(key) === entry) touch(key, entry);
      },
      () => kept.delete(key),
    );
    return entry.loading;
  };
}

/** As build-national writes it, and as it wrote it before. */
type Written = Readonly<Record<'figures' | 'aggregates', Table>> &
  Readonly<Partial<Record<'sizes' | 'past' | 'observed', Table>>> & { readonly ruleSet?: string };

async function load(documents: Pick<Documents, 'get'>, key: string): Promise<SnapshotTables> {
  const written = (await readJson(documents, key)) as Written;
  const figures = tableLines(written.figures);
  const observed = tableLines(written.observed ?? []);
  let nation: ObservedNation | null = null;
  return {
    ruleSet: written.ruleSet ?? null,
    figures,
    aggregates: tableLines(written.aggregates),
    sizes: tableLines(written.sizes ?? []),
    past: tableLines(written.past ?? []),
    observed,
    nation: () => {
      if (observed.length !== figures.length)
        throw new StorageFailure(`${key} does not say who counts where`);
      nation ??= observedNation(figures, observed);
      return nation;
    },
  };
}
