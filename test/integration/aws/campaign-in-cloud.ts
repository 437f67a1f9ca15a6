import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listDeposits } from '../../../infra/local/list-deposits.ts';
import { loadReference } from '../../../infra/local/load-reference.ts';
import { rebuildFromFacts } from '../../../infra/local/rebuild-from-facts.ts';
import { dynamoClient } from '../../../shared/adapters/dynamodb/client.ts';
import { dynamoGenerations } from '../../../shared/adapters/dynamodb/generations.ts';
import { dynamoRights } from '../../../shared/adapters/dynamodb/rights.ts';
import { tableOf } from '../../../shared/adapters/dynamodb/table.ts';
import { folderFacts } from '../../../shared/adapters/files/facts.ts';
import { writeAtomically } from '../../../shared/adapters/files/write-atomically.ts';
import { documentReferences } from '../../../shared/adapters/references/document-references.ts';
import { s3Client } from '../../../shared/adapters/s3/client.ts';
import { s3Documents } from '../../../shared/adapters/s3/documents.ts';
import { s3Facts } from '../../../shared/adapters/s3/facts.ts';
import { getObject, listKeys } from '../../../shared/adapters/s3/objects.ts';
import { sqsClient } from '../../../shared/adapters/sqs/client.ts';
import { sqsQueue } from '../../../shared/adapters/sqs/queue.ts';
import { sha256 } from '../../../shared/application/digest.ts';
import { publishReference } from '../../../shared/application/publish-reference.ts';
import { ENVIRONMENT } from '../../../shared/contracts/environment.ts';
import type { RouteAnswer } from '../../../shared/contracts/routes.ts';
import type { Perimeter } from '../../../shared/domain/access/perimeter.ts';
import type { Role } from '../../../shared/domain/access/role.ts';
import type { RegionCode } from '../../../shared/domain/territory/regions.ts';
import {
  FIXTURE,
  FIXTURE_DEPOSITS,
  foldersOf,
  inFolder,
  jobOf,
  resultsUnder,
} from '../../builders/campaign-job.ts';
import type { Cloud } from '../../builders/cloud.ts';
import { year } from '../../builders/entry.ts';
import { ISSUER } from '../../builders/events.ts';

export const ADMINISTRATOR = 'administratrice';

/** Regions of the project's own campaign. */
const FIXTURE_REGIONS: readonly RegionCode[] = ['01', '53', '84'];

/** Publishes the reference set of the project's own campaign, as an operator does, and grants the first rights. */
export async function beginCampaign(cloud: Cloud): Promise<void> {
  const variable = (name: keyof typeof ENVIRONMENT) => cloud.environment[ENVIRONMENT[name]] ?? '';
  const dynamo = dynamoClient();
  const s3 = s3Client();
  const sqs = sqsClient();
  const table = tableOf(dynamo, variable('table'));
  const documents = s3Documents({ client: s3, name: variable('documentsBucket') });
  const { generation, files } = await loadReference(join(FIXTURE, 'reference'), year('2026'));
  await publishReference(
    {
      documents,
      references: documentReferences(documents),
      generations: dynamoGenerations(table),
      facts: s3Facts({ client: s3, name: variable('rawBucket') }, { malwareScan: false }),
      queue: sqsQueue(sqs, { 'read-deposit': variable('readDepositQueue') }),
    },
    generation,
    files,
  );
  await cloud.sweep('returns');
  const rights = dynamoRights(table);
  const grant = (subject: string, role: Role, perimeter: Perimeter) =>
    rights.put(
      {
        issuer: ISSUER,
        subject,
        role,
        perimeter,
        label: subject,
        grantedAt: '2026-01-01T00:00:00.000Z',
        grantedBy: { issuer: ISSUER, subject: ADMINISTRATOR },
        revoked: null,
      },
      null,
    );
  await grant(ADMINISTRATOR, 'administrateur', { kind: 'nation' });
  await grant('dns', 'dns', { kind: 'nation' });
  for (const region of generation.directory.regions())
    await grant(`ars-${region}`, 'ars', { kind: 'region', region });
  for (const { finess } of generation.directory.reference.declarants)
    await grant(finess, 'etablissement', { kind: 'bodies', finess: [finess] });
  dynamo.destroy();
  s3.destroy();
  sqs.destroy();
}

export interface FixtureFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The deposits of the project's own campaign, in the order of the main job. */
export async function fixtureFiles(): Promise<readonly FixtureFile[]> {
  const files = await listDeposits(join(FIXTURE, 'deposits'));
  return Promise.all(files.map(async ({ path, location }) => ({ path, bytes: await readFile(location) })));
}

/** Hashes of every output that the main job writes, by the path under which it writes it, as the API gives them. */
async function outputsOf(
  cloud: Cloud,
  regions: readonly RegionCode[],
): Promise<Readonly<Record<string, string>>> {
  const outputs: Record<string, string> = {};
  const national = { params: { campagne: '2026' }, claims: { sub: 'dns' } };
  const files = {
    chiffres: 'figures.csv',
    agregats: 'aggregates.csv',
    classeur: 'national/DNS-campagne-2026.xlsx',
    manifeste: 'national/DNS-campagne-2026.manifest.txt',
  };
  for (const [fichier, path] of Object.entries(files)) {
    outputs[path] = await downloaded(
      await cloud.ask('download-national', { ...national, params: { campagne: '2026', fichier } }),
    );
  }
  for (const region of regions) {
    const ofRegion = { params: { campagne: '2026', region }, claims: { sub: `ars-${region}` } };
    const { elements } = await cloud.ask('list-editions', ofRegion);
    const last = { ...ofRegion, params: { ...ofRegion.params, numero: String(elements[0]?.numero) } };
    const path = `regions/ARS-${region}-campagne-2026`;
    outputs[`${path}.xlsx`] = await downloaded(await cloud.ask('download-edition', last));
    outputs[`${path}.manifest.txt`] = await downloaded(await cloud.ask('download-manifest', last));
  }
  for (const { depot, fichier } of await depositsIn(cloud)) {
    const { verdict_sha256 } = await cloud.ask('show-receipt', {
      params: { campagne: '2026', depot },
      claims: { sub: ADMINISTRATOR },
    });
    outputs[`verdicts/${fichier}.json`] = verdict_sha256 ?? '';
  }
  Object.assign(outputs, await lakeOf(cloud));
  return Object.fromEntries(Object.entries(outputs).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Parquet files of the lake, by the path that the main job gives them. */
async function lakeOf(cloud: Cloud): Promise<Readonly<Record<string, string>>> {
  const client = s3Client();
  const bucket = { client, name: cloud.environment[ENVIRONMENT.documentsBucket] ?? '' };
  // The main job leaves out regions without declarants, whose files have no row.
  const shown = [...FIXTURE_REGIONS, 'EXT'].map((region) => `/region=${region}/`);
  const keys = (await listKeys(bucket, 'lake/')).filter((key) => shown.some((part) => key.includes(part)));
  const files = await Promise.all(
    keys.map(async (key) => {
      const bytes = await getObject(bucket, key);
      if (!bytes) throw new Error(`${key} is gone`);
      return [key.replace('lake/', 'parquet/'), sha256(bytes)] as const;
    }),
  );
  client.destroy();
  return Object.fromEntries(files);
}

/**
 * The outputs are the very bytes that one machine makes of the same facts; and, where nothing names a fact, which each
 * place opens under an id of its own, those of the main job.
 */
export async function expectOutputs(cloud: Cloud, mainJob: Readonly<Record<string, string>>): Promise<void> {
  const outputs = await outputsOf(cloud, FIXTURE_REGIONS);
  expect(outputs).toEqual(await rebuiltFrom(cloud));
  const nameless = (results: typeof outputs) =>
    Object.fromEntries(Object.entries(results).filter(([path]) => /^([a-z]+\.csv$|verdicts\/)/.test(path)));
  expect(Object.keys(nameless(mainJob))).toHaveLength(FIXTURE_DEPOSITS + 2);
  expect(nameless(outputs)).toEqual(nameless(mainJob));
}

/** Fills a work folder from the buckets, as docs/verification.md says. */
export async function syncedFrom(cloud: Cloud, work: string): Promise<void> {
  const client = s3Client();
  const sync = async (name: string, prefix: string, to: string) => {
    const bucket = { client, name };
    for (const key of await listKeys(bucket, prefix)) {
      const bytes = await getObject(bucket, key);
      if (bytes) await writeAtomically(join(work, to, key.slice(prefix.length)), bytes);
    }
  };
  const raw = cloud.environment[ENVIRONMENT.rawBucket] ?? '';
  await sync(raw, 'facts/2026/', 'raw/2026');
  await sync(raw, 'openings/2026/', 'raw/2026');
  await sync(raw, 'tombstones/2026/', 'raw/2026/tombstones');
  const documents = cloud.environment[ENVIRONMENT.documentsBucket] ?? '';
  await sync(documents, 'editions/2026/', 'documents/editions/2026');
  client.destroy();
}

/** What one machine makes of the very facts of the cloud: SHA-256 of each result by its path. */
async function rebuiltFrom(cloud: Cloud): Promise<Readonly<Record<string, string>>> {
  const s3 = s3Client();
  const bucket = cloud.environment[ENVIRONMENT.rawBucket] ?? '';
  const facts = s3Facts({ client: s3, name: bucket }, { malwareScan: false });
  const campaign = year('2026');
  return inFolder(async (folder) => {
    const [raw, out] = [join(folder, 'raw'), join(folder, 'out')];
    const kept = folderFacts(raw);
    for (const id of await facts.ids(campaign)) {
      const found = await facts.read(campaign, id);
      if (!found) throw new Error(`fact ${id} is gone`);
      await kept.put(found.fact, found.bytes);
    }
    s3.destroy();
    const { progress } = jobOf(foldersOf(FIXTURE, folder));
    await rebuildFromFacts({ campaign, reference: join(FIXTURE, 'reference'), raw, out, progress });
    return resultsUnder(out);
  });
}

/** Every deposit whose bytes arrived, page after page. */
async function depositsIn(cloud: Cloud): Promise<RouteAnswer<'list-deposits'>['elements']> {
  const all: RouteAnswer<'list-deposits'>['elements'][number][] = [];
  for (let avant: string | null = ''; avant !== null; ) {
    const page: RouteAnswer<'list-deposits'> = await cloud.ask('list-deposits', {
      params: { campagne: '2026' },
      query: { limite: '7', ...(avant === '' ? {} : { avant }) },
      claims: { sub: ADMINISTRATOR },
    });
    all.push(...page.elements);
    avant = page.suivant;
  }
  return all.filter(({ statut }) => statut !== 'en-attente');
}

async function downloaded({ url }: RouteAnswer<'download-national'>): Promise<string> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return sha256(new Uint8Array(await answer.arrayBuffer()));
}
