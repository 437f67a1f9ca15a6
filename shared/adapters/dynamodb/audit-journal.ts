import * as z from 'zod';
import type { Documents, Scope } from '../../application/ports.ts';
import type { Territory } from '../../domain/declarant/directory.ts';
import type { Entry } from '../../domain/return/entry.ts';
import { BodyAttributes, readBody } from './body.ts';
import { readEntry } from './codecs/entry-item.ts';
import { journalPartition } from './keys.ts';
import { queryItems } from './read-items.ts';
import type { Table } from './table.ts';
import { understand } from './understand.ts';

/** An item of the journal as it is found, whatever became of it. */
export interface FoundEntry {
  /** Of its key: `finess#fact#line`. */
  readonly key: string;
  /** Null where it can no longer be read. */
  readonly entry: Entry | null;
}

const JournalItem = BodyAttributes.extend({ sk: z.string() });

/** Every item of a territory's journal, those that are damaged among them. @throws StorageFailure of the table itself */
export async function auditJournal(
  table: Table,
  documents: Documents,
  scope: Scope,
  territory: Territory,
): Promise<readonly FoundEntry[]> {
  const pk = journalPartition(scope, territory);
  const items = understand(z.array(JournalItem), pk, await queryItems(table, pk));
  return Promise.all(
    items.map(async (item) => {
      const entry = await readBody(documents, item)
        .then(readEntry)
        .catch(() => null);
      return { key: item.sk, entry };
    }),
  );
}
