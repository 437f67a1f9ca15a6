import type { Ports } from '../../infra/local/workplace.ts';
import { startDynalite } from '../../shared/adapters/dynalite/start-dynalite.ts';
import { unsigned } from '../../shared/adapters/dynalite/unsigned.ts';
import { dynamoChanges } from '../../shared/adapters/dynamodb/changes.ts';
import { dynamoClient } from '../../shared/adapters/dynamodb/client.ts';
import { dynamoEditions } from '../../shared/adapters/dynamodb/editions.ts';
import { dynamoGenerations } from '../../shared/adapters/dynamodb/generations.ts';
import { dynamoJournal } from '../../shared/adapters/dynamodb/journal.ts';
import { dynamoOpenings } from '../../shared/adapters/dynamodb/openings.ts';
import { dynamoReturns } from '../../shared/adapters/dynamodb/returns.ts';
import { dynamoRights } from '../../shared/adapters/dynamodb/rights.ts';
import { createTableIfAbsent, type Table } from '../../shared/adapters/dynamodb/table.ts';
import { dynamoVerdicts } from '../../shared/adapters/dynamodb/verdicts.ts';
import { writeParquet } from '../../shared/adapters/parquet/write-parquet.ts';
import { documentReferences } from '../../shared/adapters/references/document-references.ts';
import { s3Client } from '../../shared/adapters/s3/client.ts';
import { s3Documents } from '../../shared/adapters/s3/documents.ts';
import { s3Facts } from '../../shared/adapters/s3/facts.ts';
import { s3Lake } from '../../shared/adapters/s3/lake.ts';
import type { Bucket } from '../../shared/adapters/s3/objects.ts';
import { readDepositBytes } from '../../shared/adapters/tables/read-deposit-bytes.ts';
import { writeCsv } from '../../shared/adapters/tables/write-csv.ts';
import { createWorkbookWriter } from '../../shared/adapters/workbooks/workbook-writer.ts';
import { snapshotLoader } from '../../shared/application/load-snapshot.ts';
import { ENVIRONMENT } from '../../shared/contracts/environment.ts';
import { QUEUES } from '../../shared/contracts/functions.ts';
import { frenchWording } from '../../shared/messages/fr.ts';
import { FAUXQS_CREDENTIALS, FAUXQS_REGION, startFauxqs } from '../builders/fauxqs.ts';
import { type Meter, startMeter } from './meter.ts';

/** A DynamoDB, an S3 and an SQS of this machine, with the ports of the application on them. */
export interface MachineCloud {
  readonly ports: Ports;
  readonly table: Table;
  readonly raw: Bucket;
  readonly documents: Bucket;
  /** Before them, for the functions. */
  readonly meter: Meter;
  /** What a function reads when it starts: everything goes through the meter. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

const TABLE = 'collecte';

export async function startMachineCloud(): Promise<MachineCloud> {
  const dynalite = await startDynalite();
  const queues = Object.keys(QUEUES).map((name) => ({ name }));
  const fauxqs = await startFauxqs({ buckets: ['raw', 'documents'], queues });
  const where = { region: FAUXQS_REGION, credentials: FAUXQS_CREDENTIALS };
  const dynamo = dynamoClient({ ...where, endpoint: dynalite.endpoint, signer: unsigned });
  const client = s3Client({ ...where, endpoint: fauxqs.endpoint });
  const table = await createTableIfAbsent(dynamo, TABLE);
  const raw: Bucket = { client, name: 'raw' };
  const documents: Bucket = { client, name: 'documents' };
  const meter = await startMeter({ table: dynalite.endpoint, storage: fauxqs.endpoint });
  return {
    ports: portsOn(table, raw, documents),
    table,
    raw,
    documents,
    meter,
    environment: environmentOf(meter, fauxqs.queueUrls),
    stop: async () => {
      await meter.stop();
      dynamo.destroy();
      client.destroy();
      await fauxqs.stop();
      await dynalite.stop();
    },
  };
}

function portsOn(table: Table, raw: Bucket, bucket: Bucket): Ports {
  const documents = s3Documents(bucket);
  return {
    facts: s3Facts(raw, { malwareScan: false }),
    documents,
    journal: dynamoJournal(table, documents),
    returns: dynamoReturns(table, documents),
    verdicts: dynamoVerdicts(table),
    editions: dynamoEditions(table),
    generations: dynamoGenerations(table),
    openings: dynamoOpenings(table),
    references: documentReferences(documents),
    rights: dynamoRights(table),
    lake: s3Lake(bucket),
    changes: dynamoChanges(table),
    readFile: readDepositBytes,
    wording: frenchWording,
    workbooks: createWorkbookWriter({ wording: frenchWording }),
    writeCsv,
    writeParquet,
    loadSnapshot: snapshotLoader(documents),
    clock: () => new Date(),
    pause: async () => undefined,
  };
}

/** Addresses of queues are those of the meter: the SDK goes where a queue's address says. */
function environmentOf(
  meter: Meter,
  queueUrls: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const queue = (name: keyof typeof QUEUES) => `${meter.storage}${new URL(queueUrls[name] ?? '').pathname}`;
  return {
    [ENVIRONMENT.table]: TABLE,
    [ENVIRONMENT.rawBucket]: 'raw',
    [ENVIRONMENT.documentsBucket]: 'documents',
    [ENVIRONMENT.readDepositQueue]: queue('read-deposit'),
    [ENVIRONMENT.computeFiguresQueue]: queue('compute-figures'),
    [ENVIRONMENT.buildWorkbookQueue]: queue('build-workbook'),
    [ENVIRONMENT.buildNationalQueue]: queue('build-national'),
    [ENVIRONMENT.malwareScan]: 'non',
    AWS_REGION: FAUXQS_REGION,
    AWS_ACCESS_KEY_ID: FAUXQS_CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: FAUXQS_CREDENTIALS.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: meter.table,
    AWS_ENDPOINT_URL_S3: meter.storage,
    AWS_ENDPOINT_URL_SQS: meter.storage,
  };
}
