import * as z from 'zod';
import type { Documents, ReturnRecord, Returns } from '../../application/ports.ts';
import type { Territory } from '../../domain/declarant/directory.ts';
import { getItems } from './batch-get.ts';
import { keepBody, readBody } from './body.ts';
import { ReturnInputs, ReturnItem, readReturn, writeReturn } from './codecs/return-item.ts';
import { returnKey, returnsPartition } from './keys.ts';
import { putVersioned } from './put-versioned.ts';
import { getItem, queryItems } from './read-items.ts';
import type { Table } from './table.ts';
import { understand } from './understand.ts';

/** Returns in a table; a return too large for an item lies among the documents. */
export function dynamoReturns(table: Table, documents: Documents): Returns {
  const readItem = async (territory: Territory, stored: unknown) => {
    const item = understand(ReturnItem, `a return of ${territory}`, stored);
    const body = readReturn(await readBody(documents, item));
    const value: ReturnRecord = { finess: item.sk, territory, inputs: item.inputs, ...body };
    return { version: item.version, value };
  };
  return {
    getMany: async (scope, bodies) => {
      const territories = new Map(bodies.map(({ territory, finess }) => [finess, territory]));
      const keys = bodies.map(({ territory, finess }) => returnKey(scope, territory, finess));
      const found = await getItems(table, keys);
      const read = await Promise.all(
        [...territories].map(async ([finess, territory]) => {
          const item = found.get(finess);
          return item === undefined ? [] : [[finess, await readItem(territory, item)] as const];
        }),
      );
      return new Map(read.flat());
    },
    inputsOf: async (scope, territory) => {
      const items = await queryItems(table, returnsPartition(scope, territory), { only: ['sk', 'inputs'] });
      const known = understand(z.array(ReturnInputs), `the returns of ${territory}`, items);
      return new Map(known.map(({ sk, inputs }) => [sk, inputs]));
    },
    get: async (scope, territory, finess) => {
      const item = await getItem(table, returnKey(scope, territory, finess));
      return item === null ? null : readItem(territory, item);
    },
    ofTerritory: async (scope, territory) => {
      const items = await queryItems(table, returnsPartition(scope, territory));
      return Promise.all(items.map(async (item) => (await readItem(territory, item)).value));
    },
    put: async (scope, record, expected) => {
      const body = await keepBody(documents, writeReturn(record));
      const attributes = { inputs: record.inputs, state: record.outcome?.state ?? null, ...body };
      return putVersioned(table, returnKey(scope, record.territory, record.finess), attributes, expected);
    },
  };
}
