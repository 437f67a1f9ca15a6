import { LAKE_REGIONS, lakeKey, lakeMarkerKey } from '../domain/lake/lake-keys.ts';
import { lakeLines } from '../domain/lake/lake-lines.ts';
import { LAKE_TABLE_NAMES } from '../domain/lake/lake-tables.ts';
import { VERSION } from '../domain/version.ts';
import { sha256 } from './digest.ts';
import { WriteContention } from './errors.ts';
import type { Generation } from './generation.ts';
import { isLakeBehind, isOf, type LakeMarker, lakeTarget } from './lake-target.ts';
import type {
  EditionRecord,
  Editions,
  Generations,
  Lake,
  LakeObject,
  Pause,
  ReturnRecord,
  Returns,
  WriteParquet,
} from './ports.ts';
import { editionInputs, nationalReturns, reportContext, standingOf } from './standing.ts';
import { MOST_TRIES } from './tries.ts';

export interface PublishLakePorts {
  readonly returns: Returns;
  readonly editions: Editions;
  readonly generations: Generations;
  readonly lake: Lake;
  readonly writeParquet: WriteParquet;
  readonly pause: Pause;
}

/**
 * Brings the tables of a campaign to the nation's last edition: every object, then the marker that names the edition.
 * Cheap when the marker names it already; nothing is written for a generation that is not in force.
 *
 * What stands in the lake is read before the edition that it ought to be of, and replaced only as it was read: a writer
 * of an earlier edition, however late, finds another object than the one that it read, or another edition to write. An
 * object that would stay the same is put too: left alone, it would still be the one that a late writer has read.
 *
 * @param records the returns as they were read last; read again when the edition stands on others.
 * @returns whether the tables are those of the last edition. False while its generation is not in force, and when the
 * returns have moved on: another edition will follow.
 */
export async function publishLake(
  ports: PublishLakePorts,
  generation: Generation,
  records: readonly ReturnRecord[],
): Promise<boolean> {
  const { scope } = generation;
  if (!(await isLakeBehind(ports, scope))) return (await lakeTarget(ports, scope)) !== null;
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const standing = await readLake(ports.lake, scope.campaign);
    const target = await lakeTarget(ports, scope);
    if (!target) return false;
    if (isOf(standing.marker, scope, target)) return true;
    const shown = await recordsOf(ports, generation, target, records);
    if (!shown) return false;
    if (await write(ports, generation, target, shown, standing)) return true;
    await ports.pause(attempt);
  }
  throw new WriteContention(`lake of ${scope.campaign}`);
}

/** What stands in the lake of a campaign. */
interface StandingLake {
  readonly marker: LakeObject | null;
  readonly versions: ReadonlyMap<string, string | null>;
}

async function readLake(lake: Lake, campaign: number): Promise<StandingLake> {
  const marker = await lake.get(lakeMarkerKey(campaign));
  const versions = new Map<string, string | null>();
  for (const table of LAKE_TABLE_NAMES)
    await Promise.all(
      LAKE_REGIONS.map(async (region) => {
        const key = lakeKey(table, campaign, region);
        versions.set(key, (await lake.get(key))?.version ?? null);
      }),
    );
  return { marker, versions };
}

/** The returns that the edition stands on; null when those of now are others. */
async function recordsOf(
  { returns }: PublishLakePorts,
  generation: Generation,
  { inputs }: EditionRecord,
  read: readonly ReturnRecord[],
): Promise<readonly ReturnRecord[] | null> {
  const digest = (records: readonly ReturnRecord[]) =>
    editionInputs(records.map((record) => [record.finess, record.inputs]));
  if (digest(read) === inputs) return read;
  const again = await nationalReturns(returns, generation);
  return digest(again) === inputs ? again : null;
}

/** @returns false when another writer came first. */
async function write(
  { lake, writeParquet }: PublishLakePorts,
  generation: Generation,
  edition: EditionRecord,
  records: readonly ReturnRecord[],
  { marker, versions }: StandingLake,
): Promise<boolean> {
  const { campaign } = generation.scope;
  const standing = standingOf(records);
  const hashes: [string, string][] = [];
  for (const region of LAKE_REGIONS) {
    const lines = lakeLines(region, standing, reportContext(generation));
    const put = await Promise.all(
      LAKE_TABLE_NAMES.map(async (table) => {
        const key = lakeKey(table, campaign, region);
        const bytes = writeParquet(table, lines[table]);
        hashes.push([key, sha256(bytes)]);
        return lake.put(key, bytes, versions.get(key) ?? null);
      }),
    );
    if (put.includes(false)) return false;
  }
  const written: LakeMarker = {
    campagne: campaign,
    generation: generation.scope.generation,
    edition: edition.number,
    code: VERSION,
    objets: Object.fromEntries(hashes.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
  const text = `${JSON.stringify(written, null, 2)}\n`;
  return lake.put(lakeMarkerKey(campaign), new TextEncoder().encode(text), marker?.version ?? null);
}
