import { randomUUID } from 'node:crypto';
import type { Changes, Scope } from '../../application/ports.ts';
import { ChangeItem } from './codecs/change-item.ts';
import { changeKey } from './keys.ts';
import { putItem } from './put-item.ts';
import { getItem } from './read-items.ts';
import type { Table } from './table.ts';
import { understand } from './understand.ts';

/** Marks of the changes of returns, in a table: two small items. */
export function dynamoChanges(table: Table): Changes {
  const read = async (scope: Scope, which: 'last' | 'settled'): Promise<string | null> => {
    const stored = await getItem(table, changeKey(scope, which));
    return stored === null ? null : understand(ChangeItem, `the ${which} mark`, stored).mark;
  };
  return {
    mark: (scope) => putItem(table, changeKey(scope, 'last'), { mark: randomUUID() }),
    last: (scope) => read(scope, 'last'),
    settled: (scope) => read(scope, 'settled'),
    settle: (scope, mark) => putItem(table, changeKey(scope, 'settled'), { mark }),
  };
}
