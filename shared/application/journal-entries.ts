import type { Territory } from '../domain/declarant/directory.ts';
import type { Reading } from '../domain/deposit/reading.ts';
import type { Entry } from '../domain/return/entry.ts';
import type { Generation } from './generation.ts';

export interface PlacedEntry {
  readonly territory: Territory;
  readonly entry: Entry;
}

/** What a fact adds to the journal: its entries that speak of bodies of the reference set. */
export function journalEntries(
  { entries }: Reading,
  { directory }: Pick<Generation, 'directory'>,
): readonly PlacedEntry[] {
  return entries.flatMap((entry) => {
    const territory = directory.territory(entry.finess);
    return territory === null ? [] : [{ territory, entry }];
  });
}
