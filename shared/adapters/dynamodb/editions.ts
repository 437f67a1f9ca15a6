import type { EditionRecord, Editions, Scope } from '../../application/ports.ts';
import { EditionItem } from './codecs/edition-item.ts';
import { editionKey, editionsEnd, editionsOf, editionsPartition } from './keys.ts';
import { putVersioned } from './put-versioned.ts';
import { queryItems } from './read-items.ts';
import type { Table } from './table.ts';
import { understand } from './understand.ts';

/** Editions in a table, each an item that is never written again. */
export function dynamoEditions(table: Table): Editions {
  const latest = async (scope: Scope, of: EditionRecord['of'], most: number) => {
    const range = { from: editionsOf(of), to: editionsEnd(of) };
    const items = await queryItems(table, editionsPartition(scope), { range, latest: most });
    return items.map((item): EditionRecord => understand(EditionItem, `an edition of ${of}`, item));
  };
  return {
    get: async (scope, of) => (await latest(scope, of, 1))[0] ?? null,
    all: (scope, of) => latest(scope, of, Number.POSITIVE_INFINITY),
    put: (scope, record) => putVersioned(table, editionKey(scope, record), { ...record }, null),
  };
}
