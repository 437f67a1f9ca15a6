// The infrastructure declares the same tables, at the same places, as the writer writes.
export { LAKE_REGIONS } from '../domain/lake/lake-keys.ts';
export {
  LAKE_TABLE_NAMES,
  LAKE_TABLES,
  type LakeColumn,
  type LakeTableName,
  type LakeType,
} from '../domain/lake/lake-tables.ts';
