import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type LakeDatabase,
  type LakeFiles,
  openLakeDatabase,
} from '../../shared/adapters/duckdb/lake-database.ts';
import { writeParquet } from '../../shared/adapters/parquet/write-parquet.ts';
import type { Territory } from '../../shared/domain/declarant/directory.ts';
import { lakeLines } from '../../shared/domain/lake/lake-lines.ts';
import { LAKE_TABLE_NAMES, type LakeLines } from '../../shared/domain/lake/lake-tables.ts';
import type { ReportContext } from '../../shared/domain/report/build-regional-report.ts';
import type { Standing } from '../../shared/domain/report/standing.ts';

/** A database on the files of these lines, by campaign and territory; the folder is gone once it is used. */
export async function onLake<T>(
  partitions: readonly { readonly campaign: number; readonly region: Territory; readonly lines: LakeLines }[],
  use: (database: LakeDatabase) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), "lac d'essai=1-"));
  try {
    const files = LAKE_TABLE_NAMES.map((table) => [
      table,
      partitions.map(({ campaign, region, lines }) => {
        const partition = path.join(folder, table, `campagne=${campaign}`, `region=${region}`);
        mkdirSync(partition, { recursive: true });
        const file = path.join(partition, `${table}.parquet`);
        writeFileSync(file, writeParquet(table, lines[table]));
        return file;
      }),
    ]);
    const database = await openLakeDatabase(Object.fromEntries(files) as LakeFiles);
    try {
      return await use(database);
    } finally {
      database.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The partitions of a campaign: its regions', and the external carriers'. */
export function partitionsOf(standing: Standing, context: ReportContext) {
  const territories: readonly Territory[] = [...context.directory.regions(), 'EXT'];
  return territories.map((region) => ({
    campaign: context.campaign,
    region,
    lines: lakeLines(region, standing, context),
  }));
}
