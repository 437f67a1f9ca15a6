import { parquetWriteBuffer } from 'hyparquet-writer';
import type { WriteParquet } from '../../application/ports.ts';
import {
  LAKE_DECIMALS,
  LAKE_TABLES,
  type LakeColumn,
  type LakeValue,
} from '../../domain/lake/lake-tables.ts';

/** What readers see as the writer of the file: the same whatever the version, so that equal lines are equal bytes. */
const CREATED_BY = 'collecte-numerique-sante';

const DAY_MS = 86_400_000;

/** Lines of a table to the bytes of its Parquet file: the columns of `LAKE_TABLES`, in their order, decimals as whole numbers. */
export const writeParquet: WriteParquet = (table, lines) => {
  const columns: readonly (readonly [string, LakeColumn])[] = Object.entries(LAKE_TABLES[table].columns);
  const buffer = parquetWriteBuffer({
    schema: [
      { name: 'root', num_children: columns.length },
      ...columns.map(([name, column]) => schemaElement(name, column)),
    ],
    columnData: columns.map(([name, { type }]) => ({
      name,
      data: lines.map((line) => written(line[name] ?? null, type)),
    })),
    createdBy: CREATED_BY,
  });
  return new Uint8Array(buffer);
};

type SchemaElement = NonNullable<Parameters<typeof parquetWriteBuffer>[0]['schema']>[number];

function schemaElement(name: string, { type, nullable }: LakeColumn): SchemaElement {
  const repetition_type = nullable ? 'OPTIONAL' : 'REQUIRED';
  switch (type) {
    case 'text':
      return { name, repetition_type, type: 'BYTE_ARRAY', converted_type: 'UTF8' };
    case 'int':
      return { name, repetition_type, type: 'INT32' };
    case 'bool':
      return { name, repetition_type, type: 'BOOLEAN' };
    case 'date':
      return { name, repetition_type, type: 'INT32', converted_type: 'DATE' };
    default:
      return { name, repetition_type, type: 'INT64', converted_type: 'DECIMAL', ...LAKE_DECIMALS[type] };
  }
}

/** A day as the days since 1 January 1970; the library takes the others as they are. */
function written(value: LakeValue, type: LakeColumn['type']): LakeValue {
  return type === 'date' && typeof value === 'string' ? Date.parse(value) / DAY_MS : value;
}
