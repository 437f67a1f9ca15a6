import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCampaign } from '../../infra/local/run-campaign.ts';
import { findLakeFiles } from '../../infra/local/sql/find-lake-files.ts';
import { resultCsv } from '../../infra/local/sql/show-result.ts';
import { openLakeDatabase } from '../../shared/adapters/duckdb/lake-database.ts';
import { lakePath } from '../../shared/domain/lake/lake-keys.ts';
import { LAKE_TABLE_NAMES } from '../../shared/domain/lake/lake-tables.ts';
import {
  FIXTURE,
  FIXTURE_DEPOSITS,
  foldersOf,
  inFolder,
  jobOf,
  PROJECT,
  resultsUnder,
} from '../builders/campaign-job.ts';

const EXAMPLES = join(PROJECT, '..', 'shared', 'examples');

/** Worked out again by DuckDB from the Parquet that the job wrote. */
async function aggregatesInSql(out: string): Promise<Buffer> {
  const database = await openLakeDatabase(await findLakeFiles([out]));
  try {
    return Buffer.from(resultCsv(await database.query('SELECT * FROM agregats')));
  } finally {
    database.close();
  }
}

async function compareWithExpected(example: string): Promise<void> {
  await inFolder(async (folder) => {
    const folders = foldersOf(example, folder);
    await runCampaign(jobOf(folders));
    for (const table of ['figures.csv', 'aggregates.csv']) {
      const [written, expected] = await Promise.all(
        [join(folders.out, table), join(example, `expected-${table}`)].map((path) => readFile(path)),
      );
      // As text first, for the difference to be legible; then as bytes.
      expect(written?.toString()).toBe(expected?.toString());
      expect(written).toEqual(expected);
    }
    const expected = await readFile(join(example, 'expected-aggregates.csv'));
    expect((await aggregatesInSql(folders.out)).toString()).toBe(expected.toString());
  });
}

describe('the campaign of the project', () => {
  // Expected values worked out apart, with exact fractions, from the rules alone.
  it('gives the expected figures and aggregates, byte for byte', () => compareWithExpected(FIXTURE));

  it('writes every result that is promised, and counts the deposits', async () => {
    await inFolder(async (folder) => {
      const folders = foldersOf(FIXTURE, folder);
      const { files, deposits } = await runCampaign(jobOf(folders));
      expect(files).toBe(FIXTURE_DEPOSITS);
      expect(deposits).toEqual({ accepted: 13, 'accepted-with-warnings': 3, rejected: 5 });

      const written = await resultsUnder(folders.out);
      const own = (path: string) => !path.startsWith('verdicts/') && !path.startsWith('parquet/');
      expect(Object.keys(written).filter(own)).toEqual([
        'aggregates.csv',
        'figures.csv',
        'national/DNS-campagne-2026.manifest.txt',
        'national/DNS-campagne-2026.xlsx',
        'regions/ARS-01-campagne-2026.manifest.txt',
        'regions/ARS-01-campagne-2026.xlsx',
        'regions/ARS-53-campagne-2026.manifest.txt',
        'regions/ARS-53-campagne-2026.xlsx',
        'regions/ARS-84-campagne-2026.manifest.txt',
        'regions/ARS-84-campagne-2026.xlsx',
      ]);
      expect(Object.keys(written).filter((path) => path.startsWith('parquet/'))).toEqual(
        LAKE_TABLE_NAMES.toSorted().flatMap((table) =>
          (['01', '53', '84', 'EXT'] as const).map((region) => `parquet/${lakePath(table, 2026, region)}`),
        ),
      );
      expect(Object.keys(written)).toContain('verdicts/84/ght fictif – été_complément.csv.json');
      expect(Object.keys(written).filter((path) => path.startsWith('verdicts/'))).toHaveLength(
        FIXTURE_DEPOSITS,
      );
      const summary = JSON.parse(await readFile(join(folders.out, 'summary.json'), 'utf8'));
      expect(summary).toMatchObject({ campaign: 2026, asOf: '2026-07-15', deposits, files: written });
    });
  });
});

for (const name of ['corse', 'bretagne', 'cas-limites']) {
  const example = join(EXAMPLES, name);
  const here = existsSync(example);
  (here ? describe : describe.skip)(`the example ${name}${here ? '' : ' (its folder is not here)'}`, () => {
    it('gives the expected figures and aggregates, byte for byte', () => compareWithExpected(example));
  });
}
