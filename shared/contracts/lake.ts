import type { Territory } from '../domain/declarant/directory.ts';
import type { LakeTableName } from '../domain/lake/lake-tables.ts';
import { REGIONS } from '../domain/territory/regions.ts';
import { DOCUMENTS } from './object-keys.ts';

// The infrastructure declares the same tables as the writer writes.
export {
  LAKE_TABLE_NAMES,
  LAKE_TABLES,
  type LakeColumn,
  type LakeTableName,
  type LakeType,
} from '../domain/lake/lake-tables.ts';

/** Every value of the partition `region`: all regions, whether they have declarants or not, and the external carriers. */
export const LAKE_REGIONS: readonly Territory[] = [
  ...(Object.keys(REGIONS) as (keyof typeof REGIONS)[]).sort(),
  'EXT',
];

/** `<table>/campagne=<N>/region=<R>/<table>.parquet`, under the prefix of the lake or in a folder of results. */
export function lakePath(table: LakeTableName, campaign: number, region: Territory): string {
  return `${table}/campagne=${campaign}/region=${region}/${table}.parquet`;
}

export function lakeKey(table: LakeTableName, campaign: number, region: Territory): string {
  return `${DOCUMENTS.lake}${lakePath(table, campaign, region)}`;
}

/** Says which edition the tables of a campaign are those of; outside the folders of the tables. */
export function lakeMarkerKey(campaign: number): string {
  return `${DOCUMENTS.lake}published/campagne=${campaign}.json`;
}
