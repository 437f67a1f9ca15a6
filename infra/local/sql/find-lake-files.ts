import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { LakeFiles } from '../../../shared/adapters/duckdb/lake-database.ts';
import { LAKE_TABLE_NAMES, type LakeTableName } from '../../../shared/domain/lake/lake-tables.ts';
import { CommandFailure } from '../command.ts';

const CAMPAIGN = /^campagne=(\d{4})$/;
const REGION = /^region=\w{2,3}$/;

/**
 * The Parquet files under folders of results, table by table; a folder holds the tables, or `parquet/` that holds them.
 * @throws CommandFailure when one holds none, or two hold the same campaign: every figure would count twice.
 */
export async function findLakeFiles(folders: readonly string[]): Promise<LakeFiles> {
  const found: Record<LakeTableName, string[]> = {
    declarants: [],
    figures: [],
    sections: [],
    issues: [],
    pools: [],
  };
  const holders = new Map<string, string>();
  for (const folder of folders) {
    const root = await rootOf(folder);
    const campaigns = new Set<string>();
    for (const table of LAKE_TABLE_NAMES)
      for (const { campaign, path } of await partitionsOf(join(root, table))) {
        if (!(await namesIn(path)).includes(`${table}.parquet`)) continue;
        found[table].push(resolve(path, `${table}.parquet`));
        campaigns.add(campaign);
      }
    if (LAKE_TABLE_NAMES.some((table) => found[table].length === 0)) throw noTables(folder);
    for (const campaign of campaigns) {
      const other = holders.get(campaign);
      if (other !== undefined)
        throw new CommandFailure(
          `Erreur : la campagne ${campaign} est dans « ${other} » et dans « ${folder} » : chaque chiffre compterait deux fois. Indiquez un seul de ces dossiers par --data.`,
        );
      holders.set(campaign, folder);
    }
  }
  return found;
}

async function rootOf(folder: string): Promise<string> {
  const names = await namesIn(folder);
  const [first] = LAKE_TABLE_NAMES;
  return first !== undefined && !names.includes(first) && names.includes('parquet')
    ? join(folder, 'parquet')
    : folder;
}

async function partitionsOf(
  table: string,
): Promise<readonly { readonly campaign: string; readonly path: string }[]> {
  const partitions = [];
  for (const year of await namesIn(table)) {
    const [, campaign] = CAMPAIGN.exec(year) ?? [];
    if (campaign === undefined) continue;
    for (const name of await namesIn(join(table, year)))
      if (REGION.test(name)) partitions.push({ campaign, path: join(table, year, name) });
  }
  return partitions;
}

/** Sorted; nothing where there is no such folder. */
async function namesIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder).catch(() => [])).sort();
}

function noTables(folder: string): CommandFailure {
  return new CommandFailure(
    `Erreur : il n'y a pas de tables dans « ${folder} ». Attendu : le dossier de résultats d'une campagne (--out de « npm run campaign »), ou son dossier parquet. Indiquez-le par --data.`,
  );
}
