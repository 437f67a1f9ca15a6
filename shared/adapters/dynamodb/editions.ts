import type { Editions } from '../../application/ports.ts';
import { EditionItem } from './codecs/edition-item.ts';
import { editionKey } from './keys.ts';
import { putVersioned } from './put-versioned.ts';
import { getItem } from './read-items.ts';
import type { Table } from './table.ts';
import { understand } from './understand.ts';

/** Editions in a table. */
export function dynamoEditions(table: Table): Editions {
  return {
    get: async (scope, of) => {
      const stored = await getItem(table, editionKey(scope, of));
      if (stored === null) return null;
      const { sk, version, number, inputs, documents } = understand(
        EditionItem,
        `the edition of ${of}`,
        stored,
      );
      return { version, value: { of: sk, number, inputs, documents } };
    },
    put: (scope, { of, ...record }, expected) => putVersioned(table, editionKey(scope, of), record, expected),
  };
}
