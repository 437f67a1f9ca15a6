import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { S3Client } from '@aws-sdk/client-s3';
import { startDynalite } from '../../../shared/adapters/dynalite/start-dynalite.ts';
import { createTableIfAbsent } from '../../../shared/adapters/dynamodb/table.ts';
import { s3Client } from '../../../shared/adapters/s3/client.ts';
import { s3Documents } from '../../../shared/adapters/s3/documents.ts';
import { s3Facts } from '../../../shared/adapters/s3/facts.ts';
import { s3Lake } from '../../../shared/adapters/s3/lake.ts';
import type { Bucket } from '../../../shared/adapters/s3/objects.ts';
import { FAUXQS_CREDENTIALS, FAUXQS_REGION, startFauxqs } from '../../builders/fauxqs.ts';
import type { StoragePorts } from '../../doubles/memory-ports.ts';
import { clientOf, tablePorts } from './real-storage.ts';

export function bucketsOf(endpoint: string): S3Client {
  return s3Client({ endpoint, region: FAUXQS_REGION, credentials: FAUXQS_CREDENTIALS });
}

export interface AwsStorage {
  readonly ports: StoragePorts;
  readonly dynamo: DynamoDBClient;
  readonly s3: S3Client;
  readonly raw: Bucket;
  readonly documents: Bucket;
  close(): Promise<void>;
}

/** The adapters of AWS on servers of their own: a table in dynalite, in memory, and buckets in the emulator of S3. */
export async function openAwsStorage(): Promise<AwsStorage> {
  const [dynalite, fauxqs] = await Promise.all([
    startDynalite(),
    startFauxqs({ buckets: ['raw', 'documents'] }),
  ]);
  const dynamo = clientOf(dynalite.endpoint);
  const s3 = bucketsOf(fauxqs.endpoint);
  const table = await createTableIfAbsent(dynamo, 'items');
  const raw = { client: s3, name: 'raw' };
  const documents = { client: s3, name: 'documents' };
  return {
    ports: {
      facts: s3Facts(raw, { malwareScan: false }),
      ...tablePorts(table, s3Documents(documents), s3Lake(documents)),
    },
    dynamo,
    s3,
    raw,
    documents,
    close: async () => {
      dynamo.destroy();
      s3.destroy();
      await Promise.all([dynalite.stop(), fauxqs.stop()]);
    },
  };
}
