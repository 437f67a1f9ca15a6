import type { Documents, ReturnRecord, Returns } from '../../application/ports.ts';
import type { Territory } from '../../domain/declarant/directory.ts';
import { keepBody, readBody } from './body.ts';
import { ReturnItem, readReturn, writeReturn } from './codecs/return-item.ts';
import { returnKey, returnsPartition } from './keys.ts';
import { putVersioned } from './put-versioned.ts';
import { getItem, queryItems } from './read-items.ts';
import type { Table } from './table.ts';
import { understand } from './understand.ts';

/** Returns in a table; a return too large for an item lies among the documents. */
export function dynamoReturns(table: Table, documents: Documents): Returns {
  const read = async (territory: Territory, stored: unknown) => {
    const item = understand(ReturnItem, `a return of ${territory}`, stored);
    const body = readReturn(await readBody(documents, item));
    const value: ReturnRecord = { finess: item.sk, territory, inputs: item.inputs, ...body };
    return { version: item.version, value };
  };
  return {
    get: async (scope, territory, finess) => {
      const item = await getItem(table, returnKey(scope, territory, finess));
      return item === null ? null : read(territory, item);
    },
    ofTerritory: async (scope, territory) => {
      const items = await queryItems(table, returnsPartition(scope, territory));
      return Promise.all(items.map(async (item) => (await read(territory, item)).value));
    },
    put: async (scope, record, expected) => {
      const body = await keepBody(documents, writeReturn(record));
      const attributes = { inputs: record.inputs, state: record.outcome?.state ?? null, ...body };
      return putVersioned(table, returnKey(scope, record.territory, record.finess), attributes, expected);
    },
  };
}
