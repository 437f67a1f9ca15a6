import type { SQSClient } from '@aws-sdk/client-sqs';
import { startDynalite } from '../../shared/adapters/dynalite/start-dynalite.ts';
import { dynamoClient } from '../../shared/adapters/dynamodb/client.ts';
import { createTableIfAbsent } from '../../shared/adapters/dynamodb/table.ts';
import { sqsClient } from '../../shared/adapters/sqs/client.ts';
import { ENVIRONMENT } from '../../shared/contracts/environment.ts';
import { QUEUES, type QueueName } from '../../shared/contracts/functions.ts';
import { type FaultyProxy, startFaultyProxy } from '../doubles/faulty-proxy.ts';
import { FAUXQS_CREDENTIALS, FAUXQS_REGION, queueArn, startFauxqs } from './fauxqs.ts';

export const QUEUE_NAMES = Object.keys(QUEUES) as readonly QueueName[];
const DEAD = 'dead-letters';

/** Where the functions' table, buckets and queues are. */
export interface CloudPlace {
  /** What the functions read. */
  readonly environment: Readonly<Record<string, string>>;
  /** On the way to the table, and to the buckets and queues; none of our own stands before AWS. */
  readonly faults: { readonly table: FaultyProxy; readonly storage: FaultyProxy } | null;
  /** The queues' own side: it never goes through the faults. */
  readonly sqs: SQSClient;
  /** How long an empty queue is asked, in seconds: AWS's tell of what they hold with a delay. */
  readonly patience: number;
  urlOf(queue: QueueName | typeof DEAD): string;
  stop(): Promise<void>;
}

const QUIET = {
  POWERTOOLS_DEV: 'false',
  POWERTOOLS_LOG_LEVEL: 'SILENT',
  POWERTOOLS_METRICS_DISABLED: 'true',
};

/** Emulators of this machine, in memory. */
export async function emulators(): Promise<CloudPlace> {
  const dynalite = await startDynalite();
  const redrive = (maxReceiveCount: number) => ({
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn: queueArn(DEAD), maxReceiveCount }),
  });
  const fauxqs = await startFauxqs({
    buckets: ['raw', 'documents'],
    queues: [
      { name: DEAD },
      ...QUEUE_NAMES.map((name) => ({ name, attributes: redrive(QUEUES[name].maxReceives) })),
    ],
  });
  const where = { region: FAUXQS_REGION, credentials: FAUXQS_CREDENTIALS };
  const owner = dynamoClient({ ...where, endpoint: dynalite.endpoint });
  const { name: table } = await createTableIfAbsent(owner, 'collecte');
  owner.destroy();
  const faults = {
    table: await startFaultyProxy(dynalite.endpoint),
    storage: await startFaultyProxy(fauxqs.endpoint),
  };
  const urlOf: CloudPlace['urlOf'] = (name) => fauxqs.queueUrls[name] ?? '';
  const through = (name: QueueName) => `${faults.storage.endpoint}${new URL(urlOf(name)).pathname}`;
  const sqs = sqsClient({ ...where, endpoint: fauxqs.endpoint });
  return {
    environment: {
      [ENVIRONMENT.table]: table,
      [ENVIRONMENT.rawBucket]: 'raw',
      [ENVIRONMENT.documentsBucket]: 'documents',
      [ENVIRONMENT.readDepositQueue]: through('read-deposit'),
      [ENVIRONMENT.computeFiguresQueue]: through('compute-figures'),
      [ENVIRONMENT.buildWorkbookQueue]: through('build-workbook'),
      [ENVIRONMENT.buildNationalQueue]: through('build-national'),
      [ENVIRONMENT.malwareScan]: 'non',
      ...fauxqs.environment,
      AWS_ENDPOINT_URL_DYNAMODB: faults.table.endpoint,
      AWS_ENDPOINT_URL_S3: faults.storage.endpoint,
      AWS_ENDPOINT_URL_SQS: faults.storage.endpoint,
      ...QUIET,
    },
    faults,
    sqs,
    patience: 0,
    urlOf,
    stop: async () => {
      sqs.destroy();
      await faults.table.stop();
      await faults.storage.stop();
      await fauxqs.stop();
      await dynalite.stop();
    },
  };
}

/** The queue of dead letters, where the tests run against AWS. */
const DEAD_LETTERS = 'COLLECTE_TEST_DEAD_LETTERS';

/** Whether the environment names what to use on AWS: the variables of the functions, and the queue of dead letters. */
export function isAwsGiven(): boolean {
  return [
    ...Object.values(ENVIRONMENT).filter((name) => name !== ENVIRONMENT.malwareScan),
    DEAD_LETTERS,
  ].every((name) => process.env[name]);
}

/** What the environment names on AWS: a table, buckets and queues made for it, empty, that no function listens to. */
export function givenAws(): CloudPlace {
  const sqs = sqsClient();
  const variable = (name: string) => process.env[name] ?? '';
  const urls: Readonly<Record<string, string>> = {
    'read-deposit': variable(ENVIRONMENT.readDepositQueue),
    'compute-figures': variable(ENVIRONMENT.computeFiguresQueue),
    'build-workbook': variable(ENVIRONMENT.buildWorkbookQueue),
    'build-national': variable(ENVIRONMENT.buildNationalQueue),
    [DEAD]: variable(DEAD_LETTERS),
  };
  const named = Object.values(ENVIRONMENT).map((name) => [name, variable(name)]);
  return {
    environment: { ...Object.fromEntries(named), [ENVIRONMENT.malwareScan]: 'non', ...QUIET },
    faults: null,
    sqs,
    patience: 2,
    urlOf: (name) => urls[name] ?? '',
    stop: async () => sqs.destroy(),
  };
}
