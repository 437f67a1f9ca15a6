import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { startDynalite } from '../../../shared/adapters/dynalite/start-dynalite.ts';
import { createTableIfAbsent, type Table } from '../../../shared/adapters/dynamodb/table.ts';
import { folderDocuments } from '../../../shared/adapters/files/documents.ts';
import { folderFacts } from '../../../shared/adapters/files/facts.ts';
import { folderLake } from '../../../shared/adapters/files/lake.ts';
import { s3Documents } from '../../../shared/adapters/s3/documents.ts';
import { s3Facts } from '../../../shared/adapters/s3/facts.ts';
import { s3Lake } from '../../../shared/adapters/s3/lake.ts';
import { startFauxqs } from '../../builders/fauxqs.ts';
import { memoryPorts, type StoragePorts } from '../../doubles/memory-ports.ts';
import { bucketsOf } from './aws-storage.ts';
import { clientOf, tablePorts } from './real-storage.ts';

/** Servers started once, and blank storage on them as often as asked. */
export interface StorageKind {
  blank(): Promise<StoragePorts>;
  stop(): Promise<void>;
}

/** Every storage that keeps the promises of the ports, and is held to the same expectations. */
export const STORAGE_KINDS: readonly (readonly [string, () => Promise<StorageKind>])[] = [
  ['in memory', async () => ({ blank: async () => memoryPorts(), stop: async () => undefined })],
  ['in a table and folders', tableAndFolders],
  ['in a table and buckets', tableAndBuckets],
];

async function tableAndFolders(): Promise<StorageKind> {
  const folder = await mkdtemp(join(tmpdir(), 'storage-'));
  const tables = await startTables();
  return {
    blank: async () => {
      const own = await mkdtemp(join(folder, 'blank-'));
      const facts = folderFacts(join(own, 'facts'));
      const documents = join(own, 'documents');
      return {
        facts,
        ...tablePorts(await tables.blank(), folderDocuments(documents), folderLake(documents)),
      };
    },
    stop: async () => {
      await tables.stop();
      await rm(folder, { recursive: true });
    },
  };
}

async function tableAndBuckets(): Promise<StorageKind> {
  const tables = await startTables();
  const fauxqs = await startFauxqs({});
  const client = bucketsOf(fauxqs.endpoint);
  let made = 0;
  const bucket = async () => {
    const name = `bucket-${++made}`;
    await client.send(new CreateBucketCommand({ Bucket: name }));
    return { client, name };
  };
  return {
    blank: async () => {
      const facts = s3Facts(await bucket(), { malwareScan: false });
      const documents = await bucket();
      return { facts, ...tablePorts(await tables.blank(), s3Documents(documents), s3Lake(documents)) };
    },
    stop: async () => {
      client.destroy();
      await Promise.all([tables.stop(), fauxqs.stop()]);
    },
  };
}

async function startTables(): Promise<{ blank(): Promise<Table>; stop(): Promise<void> }> {
  const dynalite = await startDynalite();
  const client = clientOf(dynalite.endpoint);
  let made = 0;
  return {
    blank: () => createTableIfAbsent(client, `items-${++made}`),
    stop: async () => {
      client.destroy();
      await dynalite.stop();
    },
  };
}
