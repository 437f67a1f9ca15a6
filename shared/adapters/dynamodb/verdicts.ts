import type { VerdictRecord, Verdicts } from '../../application/ports.ts';
import { VerdictItem } from './codecs/verdict-item.ts';
import { verdictKey, verdictsPartition } from './keys.ts';
import { putVersioned } from './put-versioned.ts';
import { getItem, queryItems } from './read-items.ts';
import type { Table } from './table.ts';
import { understand } from './understand.ts';

/** Verdicts in a table. */
export function dynamoVerdicts(table: Table): Verdicts {
  const read = (stored: unknown): VerdictItem => understand(VerdictItem, 'a verdict', stored);
  const recordOf = ({ sk, status, judged, document, first }: VerdictItem): VerdictRecord => ({
    fact: sk,
    status,
    judged,
    document,
    first,
  });
  return {
    get: async (scope, fact) => {
      const stored = await getItem(table, verdictKey(scope, fact));
      if (stored === null) return null;
      const item = read(stored);
      return { version: item.version, value: recordOf(item) };
    },
    all: async (scope) => {
      const items = await queryItems(table, verdictsPartition(scope));
      return items.map((item) => recordOf(read(item)));
    },
    put: (scope, { fact, ...record }, expected) =>
      putVersioned(table, verdictKey(scope, fact), record, expected),
  };
}
