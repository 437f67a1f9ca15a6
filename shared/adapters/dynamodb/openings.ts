import * as z from 'zod';
import type { Fact, Openings } from '../../application/ports.ts';
import { readFact, writeFact } from '../records/fact-record.ts';
import { batchPut } from './batch-put.ts';
import { openingKey, shelfKey, shelfPartition } from './keys.ts';
import { getItem, queryItems } from './read-items.ts';
import type { Table } from './table.ts';
import { understand } from './understand.ts';

const OpeningItem = z.object({ pk: z.string(), sk: z.string(), fact: z.string() });

/** Openings in a table: each under its id, and again on every shelf, whole, so that a page is one query. */
export function dynamoOpenings(table: Table): Openings {
  const read = (stored: unknown): Fact => {
    const { pk, sk, fact } = understand(OpeningItem, 'an opening', stored);
    return readFact(`${pk} ${sk}`, fact);
  };
  return {
    put: async (openings) => {
      const items = openings.flatMap(({ fact, shelves }) => {
        const keys = [
          openingKey(fact.campaign, fact.id),
          ...shelves.map((shelf) => shelfKey(fact.campaign, shelf, fact.id)),
        ];
        return keys.map((key) => ({ ...key, fact: writeFact(fact) }));
      });
      // A batch that names a key twice is refused.
      const byKey = new Map(items.map((item) => [`${item.pk} ${item.sk}`, item]));
      await batchPut(table, [...byKey.values()]);
    },
    get: async (campaign, id) => {
      const stored = await getItem(table, openingKey(campaign, id));
      return stored === null ? null : read(stored);
    },
    page: async (campaign, shelf, { before, limit }) => {
      const range = before === null ? {} : { range: { before } };
      const items = await queryItems(table, shelfPartition(campaign, shelf), { ...range, latest: limit });
      return items.map(read);
    },
  };
}
