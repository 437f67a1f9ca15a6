import { Logger } from '@aws-lambda-powertools/logger';
import { writeParquet } from '../../shared/adapters/parquet/write-parquet.ts';
import { readDepositBytes } from '../../shared/adapters/tables/read-deposit-bytes.ts';
import { writeCsv } from '../../shared/adapters/tables/write-csv.ts';
import { canonicalJson } from '../../shared/application/digest.ts';
import type { Generation } from '../../shared/application/generation.ts';
import { generationLoader } from '../../shared/application/load-generation.ts';
import { snapshotLoader } from '../../shared/application/load-snapshot.ts';
import type { Message, Uploads } from '../../shared/application/ports.ts';
import { publishReference } from '../../shared/application/publish-reference.ts';
import { type Perimeter, readPerimeter } from '../../shared/domain/access/perimeter.ts';
import type { Role } from '../../shared/domain/access/role.ts';
import type { FactId } from '../../shared/domain/return/entry.ts';
import type { Measured } from '../../shared/lambda/observability.ts';
import { frenchWording } from '../../shared/messages/fr.ts';
import { generation as generationUnder } from '../builders/campaign.ts';
import { LONER } from '../builders/directory.ts';
import { CAMPAIGN } from '../builders/entry.ts';
import { ISSUER } from '../builders/events.ts';
import { memoryPorts } from './memory-ports.ts';

/** The instant of every test on a deployment. */
export const NOW = '2026-07-15T10:00:00.000Z';

/** Subjects that hold a right, one of each role; `etablissement` holds LONER, `ars` its region. */
const HOLDERS: Readonly<Record<string, { readonly role: Role; readonly perimeter: string }>> = {
  etablissement: { role: 'etablissement', perimeter: LONER },
  ars: { role: 'ars', perimeter: '84' },
  dns: { role: 'dns', perimeter: '*' },
  administrateur: { role: 'administrateur', perimeter: '*' },
};

/** A stage in memory on which a campaign is in force: every port that handlers ask for, and what was said through them. */
export async function deployment(under: Generation = generationUnder()) {
  const storage = memoryPorts();
  const sent: Message[] = [];
  const measured: [Measured, number][] = [];
  const queue = {
    send: async (messages: readonly Message[]) => {
      sent.push(...messages);
    },
  };
  const asJson = async (report: unknown) => new TextEncoder().encode(canonicalJson(report));
  let opened = 0;
  const ports = {
    ...storage,
    queue,
    loadGeneration: generationLoader(storage.references),
    loadSnapshot: snapshotLoader(storage.documents),
    uploads: memoryUploads(),
    readFile: readDepositBytes,
    wording: frenchWording,
    workbooks: { regional: asJson, national: asJson },
    writeCsv,
    writeParquet,
    clock: () => new Date(NOW),
    newFactId: () => `01K0000000${String(++opened).padStart(16, '0')}` as FactId,
    pause: async () => {},
    measure: (what: Measured, milliseconds: number) => {
      measured.push([what, milliseconds]);
    },
    logger: new Logger({ logLevel: 'SILENT' }),
  };
  await publishReference(ports, under, new Map());
  await storage.generations.switchTo(CAMPAIGN, under.scope.generation, null);
  for (const [subject, { role, perimeter }] of Object.entries(HOLDERS))
    await storage.rights.put(
      {
        issuer: ISSUER,
        subject,
        role,
        perimeter: perimeterOf(perimeter),
        label: '',
        grantedAt: '2026-01-01T00:00:00.000Z',
        grantedBy: { issuer: ISSUER, subject: 'administrateur' },
        revoked: null,
      },
      null,
    );
  return { ports, generation: under, sent, measured };
}

function perimeterOf(text: string): Perimeter {
  const perimeter = readPerimeter(text);
  if (!perimeter) throw new Error(`no perimeter: ${text}`);
  return perimeter;
}

/** Forms that say which fact they are for. */
function memoryUploads(): Uploads {
  return {
    form: async ({ id }, contentType) => ({
      url: 'https://uploads.test',
      fields: { key: id, 'Content-Type': contentType },
      expiresAt: '2026-07-15T10:15:00.000Z',
    }),
  };
}
