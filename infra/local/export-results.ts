import { readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UNFINISHED } from '../../shared/adapters/files/write-atomically.ts';
import { writeDerived } from '../../shared/adapters/files/write-derived.ts';
import { sha256 } from '../../shared/application/digest.ts';
import { describeEdition, type EditionDescription } from '../../shared/application/edition-description.ts';
import type { Generation } from '../../shared/application/generation.ts';
import type { EditionRecord } from '../../shared/application/ports.ts';
import { territoriesOf } from '../../shared/application/standing.ts';
import type { CampaignYear } from '../../shared/domain/campaign/campaign.ts';
import { lakeKey, lakePath } from '../../shared/domain/lake/lake-keys.ts';
import { LAKE_TABLE_NAMES } from '../../shared/domain/lake/lake-tables.ts';
import type { Verdict, VerdictStatus } from '../../shared/domain/verdict/verdict.ts';
import type { Ports } from './workplace.ts';

export type DepositCounts = Readonly<Record<VerdictStatus, number>>;

export interface Exported {
  readonly deposits: DepositCounts;
  /** SHA-256 of every file written, by its path under the folder. */
  readonly files: Readonly<Record<string, string>>;
  /** edition.json of each region and of the nation: number and time of building differ from run to run. */
  readonly editions: Readonly<Record<string, EditionDescription>>;
}

const SUMMARY = 'summary.json';

/** Writes what a campaign gives under a folder (contracts.md, « Main job »), each file whole or not at all. */
export async function exportResults(ports: Ports, generation: Generation, out: string): Promise<Exported> {
  const files: Record<string, string> = {};
  const write = async (path: string, bytes: Uint8Array): Promise<void> => {
    writeDerived(join(out, path), bytes);
    files[path] = sha256(bytes);
  };
  const copy = async (path: string, key: string): Promise<void> => write(path, await document(ports, key));

  const deposits = await exportVerdicts(ports, generation, write);
  const { campaign } = generation.scope;
  const national = await edition(ports, generation, 'FR');
  await copy('figures.csv', key(national, 'figures'));
  await copy('aggregates.csv', key(national, 'aggregates'));
  const editions: Record<string, EditionDescription> = {};
  const publish = async (record: EditionRecord): Promise<void> => {
    const path = workbookPath(campaign, record.of);
    await copy(`${path}.xlsx`, key(record, 'workbook'));
    await copy(`${path}.manifest.txt`, key(record, 'manifest'));
    editions[record.of] = describeEdition(generation.scope, record);
  };
  await publish(national);
  for (const region of generation.directory.regions())
    await publish(await edition(ports, generation, region));
  await exportLake(ports, generation, write);
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  return { deposits, files: Object.fromEntries(sorted), editions };
}

/** Where the workbook of an edition is written, without its extension; its manifest stands beside it. */
export function workbookPath(campaign: CampaignYear, of: EditionRecord['of']): string {
  return of === 'FR' ? `national/DNS-campagne-${campaign}` : `regions/ARS-${of}-campagne-${campaign}`;
}

export interface Summary extends Exported {
  readonly campaign: number;
  /** The day of the deposits; absent when they were kept from an earlier run. */
  readonly asOf?: string;
  /** Milliseconds. */
  readonly durations: Readonly<Record<string, number>>;
}

/** Counts, durations in milliseconds, and hashes: the one file that differs from run to run. */
export async function writeSummary(out: string, summary: Summary): Promise<void> {
  await removeLeftOvers(out, summary.files);
  writeDerived(join(out, SUMMARY), new TextEncoder().encode(`${JSON.stringify(summary, null, 2)}\n`));
}

/** What a run that was killed had not finished, and what an earlier run wrote and this one did not, are no results. */
async function removeLeftOvers(out: string, written: Readonly<Record<string, string>>): Promise<void> {
  for (const folder of new Set(Object.keys(written).map((path) => dirname(join(out, path)))))
    for (const name of await readdir(folder))
      if (name.startsWith(UNFINISHED)) await rm(join(folder, name), { force: true });
  const earlier = await readFile(join(out, SUMMARY), 'utf8')
    .then(JSON.parse)
    .catch(() => null);
  for (const [path, hash] of Object.entries(
    (earlier as { files?: Record<string, string> } | null)?.files ?? {},
  )) {
    if (path in written) continue;
    const bytes = await readFile(join(out, path)).catch(() => null);
    // A file changed since is somebody's.
    if (bytes && sha256(bytes) === hash) await rm(join(out, path));
  }
}

/** The longest name that file systems take, in bytes. */
const LONGEST_NAME = 255;

/** `verdicts/<path>.json`; a name that gets too long is cut, and told from others by the hash of the whole. */
export function verdictPath(file: string): string {
  const folders = file.split('/');
  const name = folders.pop() ?? '';
  return ['verdicts', ...folders.map((folder) => shortened(folder, '')), shortened(name, '.json')].join('/');
}

function shortened(name: string, extension: string): string {
  if (Buffer.byteLength(name + extension) <= LONGEST_NAME) return name + extension;
  const end = `~${sha256(name).slice(0, 16)}${extension}`;
  let kept = '';
  for (const char of name) {
    if (Buffer.byteLength(kept + char + end) > LONGEST_NAME) break;
    kept += char;
  }
  return kept + end;
}

/** The name of each deposit stands in its verdict. */
async function exportVerdicts(
  ports: Ports,
  { scope }: Generation,
  write: (path: string, bytes: Uint8Array) => Promise<void>,
): Promise<DepositCounts> {
  const counts = { accepted: 0, 'accepted-with-warnings': 0, rejected: 0 };
  for (const { status, document: key } of await ports.verdicts.all(scope)) {
    const bytes = await document(ports, key);
    const { file } = JSON.parse(new TextDecoder().decode(bytes)) as Verdict;
    counts[status]++;
    await write(verdictPath(file), bytes);
  }
  return counts;
}

/** The tables of the regions that have declarants, and of the external carriers. */
async function exportLake(
  { lake }: Ports,
  generation: Generation,
  write: (path: string, bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  const { campaign } = generation.scope;
  for (const region of territoriesOf(generation))
    for (const table of LAKE_TABLE_NAMES) {
      const found = await lake.get(lakeKey(table, campaign, region));
      if (!found) throw new Error(`the table ${table} of ${region} is not there`);
      await write(`parquet/${lakePath(table, campaign, region)}`, found.bytes);
    }
}

async function edition(
  { editions }: Ports,
  { scope }: Generation,
  of: EditionRecord['of'],
): Promise<EditionRecord> {
  const record = await editions.get(scope, of);
  if (!record) throw new Error(`there is no edition of ${of}`);
  return record;
}

function key({ of, documents }: EditionRecord, kind: string): string {
  const found = documents[kind];
  if (found === undefined) throw new Error(`the edition of ${of} has no ${kind}`);
  return found;
}

async function document({ documents }: Ports, name: string): Promise<Uint8Array> {
  const bytes = await documents.get(name);
  if (!bytes) throw new Error(`document ${name} is not there`);
  return bytes;
}
