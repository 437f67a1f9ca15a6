import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { writeParquet } from '../../../shared/adapters/parquet/write-parquet.ts';
import {
  LAKE_TABLE_NAMES,
  LAKE_TABLES,
  type LakeColumn,
  type LakeLine,
  type LakeTableName,
} from '../../../shared/domain/lake/lake-tables.ts';

/** What DuckDB reads in a file: the types of its columns, and its lines as text. */
async function readBack(bytes: Uint8Array) {
  const folder = mkdtempSync(path.join(tmpdir(), 'parquet-'));
  const file = path.join(folder, 'one.parquet');
  writeFileSync(file, bytes);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const rows = async (sql: string) =>
    (await connection.runAndReadAll(sql)).getRows().map((r) => r.map(String));
  try {
    return {
      types: await rows(`SELECT column_name, column_type FROM (DESCRIBE FROM '${file}')`),
      required: await rows(
        `SELECT name FROM parquet_schema('${file}') WHERE repetition_type = 'REQUIRED' AND type IS NOT NULL`,
      ),
      lines: await rows(`FROM '${file}'`),
      createdBy: await rows(`SELECT created_by FROM parquet_file_metadata('${file}')`),
    };
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(folder, { recursive: true });
  }
}

const DUCKDB_TYPES: Readonly<Record<string, string>> = {
  text: 'VARCHAR',
  int: 'INTEGER',
  bool: 'BOOLEAN',
  date: 'DATE',
};

function columnsOf(table: LakeTableName): readonly (readonly [string, LakeColumn])[] {
  return Object.entries(LAKE_TABLES[table].columns);
}

describe.each(LAKE_TABLE_NAMES)('the Parquet file of %s', (table) => {
  it('has the columns of the schema and no line when there is none', async () => {
    const { types, required, lines } = await readBack(writeParquet(table, []));
    expect(types).toEqual(
      columnsOf(table).map(([name, { type }]) => [name, DUCKDB_TYPES[type] ?? type.toUpperCase()]),
    );
    expect(required.flat()).toEqual(
      columnsOf(table).flatMap(([name, { nullable }]) => (nullable ? [] : [name])),
    );
    expect(lines).toEqual([]);
  });
});

describe('the lines of a Parquet file', () => {
  const amounts = Object.fromEntries(columnsOf('pools').map(([name]) => [name, null]));
  const line: LakeLine = {
    ...amounts,
    groupe: 'GHT « é »',
    libelle: '',
    porteur: '690000001',
    porteur_externe: true,
    finess: '690000002',
    situation: 'calcule',
  };

  it('are read to the last digit, however large, and a null as a null', async () => {
    const largest = 999_999_999_999_999_999n;
    const { lines } = await readBack(
      writeParquet('pools', [
        { ...line, charges: largest, etp: -1n, activite: 12_345n },
        { ...line, porteur_externe: false, charges: 0n },
        line,
      ]),
    );
    const [groupe, finess] = ['GHT « é »', '690000002'];
    expect(lines).toEqual([
      [groupe, '', '690000001', 'true', finess, '1.2345', '9999999999999999.99', '-0.01', 'calcule'],
      [groupe, '', '690000001', 'false', finess, 'null', '0.00', 'null', 'calcule'],
      [groupe, '', '690000001', 'true', finess, 'null', 'null', 'null', 'calcule'],
    ]);
  });

  it('keep their days, of leap years and before 1970', async () => {
    const days = ['2024-02-29', '1969-12-31', '2026-06-30'];
    const given = days.map((jour_depot) => ({
      finess: '',
      section: '',
      fichier: '',
      sha256: '',
      jour_depot,
      fait: '',
    }));
    const { lines } = await readBack(writeParquet('sections', given));
    expect(lines.map((cells) => cells[4])).toEqual(days);
  });

  it('are the same bytes each time, under one name of their writer', async () => {
    const many = Array.from({ length: 2_500 }, (_, n) => ({
      ...line,
      finess: String(n),
      charges: BigInt(n),
    }));
    const bytes = writeParquet('pools', many);
    expect(writeParquet('pools', structuredClone(many))).toEqual(bytes);
    const { createdBy, lines } = await readBack(bytes);
    expect(createdBy).toEqual([['collecte-numerique-sante']]);
    expect(lines.map(([, , , , finess, , charges]) => [finess, charges])).toEqual(
      many.map(({ finess, charges }) => [
        finess,
        `${charges / 100n}.${String(charges % 100n).padStart(2, '0')}`,
      ]),
    );
  });

  it('are refused when a required value is missing', () => {
    expect(() => writeParquet('pools', [{ ...line, finess: null }])).toThrow();
  });
});
