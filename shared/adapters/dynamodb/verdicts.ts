import type { VerdictRecord, Verdicts } from '../../application/ports.ts';
import { getItems } from './batch-get.ts';
import { VerdictItem } from './codecs/verdict-item.ts';
import { verdictKey, verdictsPartition } from './keys.ts';
import { putVersioned } from './put-versioned.ts';
import { getItem, queryItems } from './read-items.ts';
import type { Table } from './table.ts';
import { understand } from './understand.ts';

/** Verdicts in a table. */
export function dynamoVerdicts(table: Table): Verdicts {
  const read = (stored: unknown): VerdictItem => understand(VerdictItem, 'a verdict', stored);
  const recordOf = ({ sk, version: _, ...record }: VerdictItem): VerdictRecord => ({
    fact: sk,
    ...record,
  });
  const versioned = (item: VerdictItem) => ({ version: item.version, value: recordOf(item) });
  return {
    getMany: async (scope, facts) => {
      const found = await getItems(
        table,
        facts.map((fact) => verdictKey(scope, fact)),
      );
      return new Map([...found.values()].map(read).map((item) => [item.sk, versioned(item)]));
    },
    get: async (scope, fact) => {
      const stored = await getItem(table, verdictKey(scope, fact));
      return stored === null ? null : versioned(read(stored));
    },
    all: async (scope) => {
      const items = await queryItems(table, verdictsPartition(scope));
      return items.map((item) => recordOf(read(item)));
    },
    put: (scope, { fact, ...record }, expected) =>
      putVersioned(table, verdictKey(scope, fact), record, expected),
  };
}
