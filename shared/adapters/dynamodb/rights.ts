import * as z from 'zod';
import type { Rights, Versioned } from '../../application/ports.ts';
import type { Right, Subject } from '../../domain/access/right.ts';
import { RightBody, RightItem } from './codecs/right-item.ts';
import { RIGHTS_PARTITION, rightKey } from './keys.ts';
import { putVersioned } from './put-versioned.ts';
import { getItem, queryItems } from './read-items.ts';
import type { Table } from './table.ts';
import { understand } from './understand.ts';

/** Rights in a table. */
export function dynamoRights(table: Table): Rights {
  const read = (stored: unknown): Versioned<Right> => {
    const { version, ...value } = understand(RightItem, 'a right', stored);
    return { version, value };
  };
  return {
    get: async (subject) => {
      const stored = await getItem(table, rightKey(subject));
      return stored === null ? null : read(stored);
    },
    all: async () => {
      const items = await queryItems(table, RIGHTS_PARTITION);
      return items.map((item) => read(item).value).sort(byIssuerThenSubject);
    },
    put: (right, expected) => putVersioned(table, rightKey(right), z.encode(RightBody, right), expected),
  };
}

/** In the order of the code units, the same on every machine. */
function byIssuerThenSubject(a: Subject, b: Subject): number {
  if (a.issuer !== b.issuer) return a.issuer < b.issuer ? -1 : 1;
  if (a.subject === b.subject) return 0;
  return a.subject < b.subject ? -1 : 1;
}
