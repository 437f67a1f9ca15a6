import { createRequire } from 'node:module';

interface TableDb {
  put(name: string, table: { TableStatus?: string }, done: (error?: Error) => void): void;
}
interface Db {
  create(options?: object): { readonly tableDb: TableDb };
}

/**
 * Makes dynalite create a table active, in one write. It writes it twice, as being created and then as active,
 * so that a process killed between the two left a table which nothing would ever make active.
 */
export function createTablesActive(): void {
  const db: Db = createRequire(import.meta.url)('dynalite/db');
  const create = db.create;
  db.create = (options) => {
    const store = create(options);
    const put = store.tableDb.put;
    store.tableDb.put = (name, table, done) => {
      if (table.TableStatus === 'CREATING') table.TableStatus = 'ACTIVE';
      put(name, table, done);
    };
    return store;
  };
}
