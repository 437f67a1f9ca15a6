import type { Territory } from '../declarant/directory.ts';
import { REGIONS } from '../territory/regions.ts';
import type { LakeTableName } from './lake-tables.ts';

/** Where the tables lie among the derived documents. */
export const LAKE_PREFIX = 'lake/';

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
  return `${LAKE_PREFIX}${lakePath(table, campaign, region)}`;
}

/** Says which edition the tables of a campaign are those of; outside the folders of the tables. */
export function lakeMarkerKey(campaign: number): string {
  return `${LAKE_PREFIX}published/campagne=${campaign}.json`;
}
