import { createRequire } from 'node:module';

/** The part of abstract-level's iterators that matters here. */
interface IteratorClass {
  readonly prototype: { close(): Promise<void>; return?: () => Promise<void> };
}

/**
 * Makes dynalite close the iterator of each query. Dynalite 4 ends a stream by `iterator.return`, which those of
 * abstract-level lack, so each query kept its own open, with 18 KB and a snapshot of the store, until the end.
 */
export function closeIterators(): void {
  const level = createRequire(createRequire(import.meta.url).resolve('dynalite')).resolve('level');
  const classes: Readonly<Record<'AbstractKeyIterator' | 'AbstractValueIterator', IteratorClass>> =
    createRequire(level)('abstract-level');
  for (const { prototype } of [classes.AbstractKeyIterator, classes.AbstractValueIterator])
    prototype.return = function close() {
      return this.close();
    };
}
