import { type DuckDBConnection, DuckDBInstance, DuckDBTypeId } from '@duckdb/node-api';
import { LAKE_TABLE_NAMES, LAKE_TABLES, type LakeTableName } from '../../domain/lake/lake-tables.ts';
import { AGGREGATES_VIEW } from './aggregates-view.ts';

/** What a query gives, as exact text: a decimal never passes through a double. */
export interface QueryResult {
  readonly columns: readonly { readonly name: string; readonly isNumber: boolean }[];
  /** Null is SQL's. */
  readonly rows: readonly (readonly (string | null)[])[];
}

export interface LakeDatabase {
  /** Runs a query, or several one after the other. @throws QueryRefused */
  query(sql: string): Promise<QueryResult>;
  close(): void;
}

/** A query that DuckDB does not take: the message is its own, in English. */
export class QueryRefused extends Error {
  override readonly name = 'QueryRefused';
}

/** Files that DuckDB cannot read, or that are not the tables: the message is its own, in English. */
export class LakeUnreadable extends Error {
  override readonly name = 'LakeUnreadable';
}

/** Paths of the Parquet files of each table, `…/campagne=<N>/region=<R>/…`; one at least. */
export type LakeFiles = Readonly<Record<LakeTableName, readonly string[]>>;

/**
 * A database in memory that holds the tables, and the view `agregats`. Once they are read, nothing that is asked of it can
 * read or write a file or the network.
 * @throws LakeUnreadable
 */
export async function openLakeDatabase(files: LakeFiles): Promise<LakeDatabase> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const close = () => {
    connection.closeSync();
    instance.closeSync();
  };
  try {
    for (const table of LAKE_TABLE_NAMES) await connection.run(loading(table, files[table]));
    for (const statement of AGGREGATES_VIEW) await connection.run(statement);
    await connection.run('SET enable_external_access = false');
    await connection.run('SET lock_configuration = true');
  } catch (cause) {
    close();
    throw new LakeUnreadable(messageOf(cause), { cause });
  }
  return { query: (sql) => query(connection, sql), close };
}

/** A region is text: `01` is Guadeloupe. */
function loading(table: LakeTableName, paths: readonly string[]): string {
  const columns = ['campagne', 'region', ...Object.keys(LAKE_TABLES[table].columns)].join(', ');
  const list = paths.map((path) => `'${path.replaceAll("'", "''")}'`).join(', ');
  return `CREATE TABLE ${table} AS SELECT ${columns} FROM read_parquet([${list}], hive_partitioning = true,
    hive_types = {'campagne': INTEGER, 'region': VARCHAR})`;
}

async function query(connection: DuckDBConnection, sql: string): Promise<QueryResult> {
  try {
    const reader = await connection.runAndReadAll(sql);
    const types = reader.columnTypes();
    return {
      columns: reader.columnNames().map((name, index) => ({
        name,
        isNumber: NUMBERS.has(types[index]?.typeId ?? DuckDBTypeId.INVALID),
      })),
      rows: reader.getRows().map((row) => row.map((value) => (value === null ? null : String(value)))),
    };
  } catch (cause) {
    throw new QueryRefused(messageOf(cause), { cause });
  }
}

const NUMBERS: ReadonlySet<DuckDBTypeId> = new Set([
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.FLOAT,
  DuckDBTypeId.DOUBLE,
  DuckDBTypeId.DECIMAL,
]);

/** DuckDB's errors are made outside of JavaScript: not always instances of the Error of the module that asks. */
function messageOf(cause: unknown): string {
  return typeof cause === 'object' && cause !== null && 'message' in cause
    ? String(cause.message)
    : String(cause);
}
