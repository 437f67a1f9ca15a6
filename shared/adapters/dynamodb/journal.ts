import * as z from 'zod';
import type { Documents, Journal } from '../../application/ports.ts';
import type { Entry } from '../../domain/return/entry.ts';
import type { Backoff } from '../pace/put-off.ts';
import { batchPut } from './batch-put.ts';
import { BodyAttributes, keepBody, readBody } from './body.ts';
import { readEntry, writeEntry } from './codecs/entry-item.ts';
import { entriesEnd, entriesOf, entryKey, journalPartition } from './keys.ts';
import { type QueryOptions, queryItems } from './read-items.ts';
import type { Table } from './table.ts';
import { understand } from './understand.ts';

/** The journal in a table; entries too large for an item lie among the documents. */
export function dynamoJournal(table: Table, documents: Documents, backoff?: Backoff): Journal {
  const read = async (pk: string, options: QueryOptions = {}): Promise<readonly Entry[]> => {
    const items = understand(z.array(BodyAttributes), pk, await queryItems(table, pk, options));
    return Promise.all(items.map(async (item) => readEntry(await readBody(documents, item))));
  };
  return {
    add: async (scope, entries) => {
      const items = await Promise.all(
        entries.map(async ({ territory, entry }) => ({
          ...entryKey(scope, territory, entry),
          ...(await keepBody(documents, writeEntry(entry))),
        })),
      );
      const byKey = new Map(items.map((item) => [`${item.pk} ${item.sk}`, item]));
      await batchPut(table, [...byKey.values()], backoff);
    },
    ofRange: (scope, territory, from, to) =>
      read(journalPartition(scope, territory), { range: { from: entriesOf(from), to: entriesEnd(to) } }),
    ofTerritory: (scope, territory) => read(journalPartition(scope, territory)),
  };
}
