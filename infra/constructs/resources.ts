import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { ENVIRONMENT } from '../../shared/contracts/environment.ts';
import type { FunctionName, QueueName } from '../../shared/contracts/functions.ts';
import { ACCESS, type Access } from '../config/access.ts';
import type { StageConfig } from '../config/stage-config.ts';

/** What functions work on. */
export interface Resources {
  readonly table: Table;
  readonly raw: Bucket;
  readonly documents: Bucket;
  /** What Athena answered, for a month. */
  readonly answers: Bucket;
  /** Of the table and of the buckets. */
  readonly key: IKey;
  readonly queues: Readonly<Partial<Record<QueueName, IQueue>>>;
}

const QUEUE_VARIABLES: Readonly<Record<QueueName, string>> = {
  'read-deposit': ENVIRONMENT.readDepositQueue,
  'compute-figures': ENVIRONMENT.computeFiguresQueue,
  'build-workbook': ENVIRONMENT.buildWorkbookQueue,
  'build-national': ENVIRONMENT.buildNationalQueue,
};

/** @throws Error when a function is wired before a queue that it sends to. */
export function queueOf({ queues }: Resources, name: QueueName): IQueue {
  const queue = queues[name];
  if (!queue) throw new Error(`the queue ${name} is not among the resources`);
  return queue;
}

/** The variables of a function: the names of what it has access to. */
export function environmentOf(
  name: FunctionName,
  config: StageConfig,
  resources: Resources,
): Record<string, string> {
  const { raw, documents, sends = [] }: Access = ACCESS[name];
  return {
    [ENVIRONMENT.table]: resources.table.tableName,
    ...(raw && {
      [ENVIRONMENT.rawBucket]: resources.raw.bucketName,
      [ENVIRONMENT.malwareScan]: config.malwareScan ? 'oui' : 'non',
    }),
    ...(documents && { [ENVIRONMENT.documentsBucket]: resources.documents.bucketName }),
    ...Object.fromEntries(sends.map((queue) => [QUEUE_VARIABLES[queue], queueOf(resources, queue).queueUrl])),
  };
}
