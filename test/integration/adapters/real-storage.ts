import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { startDynalite } from '../../../shared/adapters/dynalite/start-dynalite.ts';
import { dynamoChanges } from '../../../shared/adapters/dynamodb/changes.ts';
import { dynamoClient } from '../../../shared/adapters/dynamodb/client.ts';
import { dynamoEditions } from '../../../shared/adapters/dynamodb/editions.ts';
import { dynamoGenerations } from '../../../shared/adapters/dynamodb/generations.ts';
import { dynamoJournal } from '../../../shared/adapters/dynamodb/journal.ts';
import { dynamoOpenings } from '../../../shared/adapters/dynamodb/openings.ts';
import { dynamoReturns } from '../../../shared/adapters/dynamodb/returns.ts';
import { dynamoRights } from '../../../shared/adapters/dynamodb/rights.ts';
import { createTableIfAbsent, type Table } from '../../../shared/adapters/dynamodb/table.ts';
import { dynamoVerdicts } from '../../../shared/adapters/dynamodb/verdicts.ts';
import { folderDocuments } from '../../../shared/adapters/files/documents.ts';
import { folderFacts } from '../../../shared/adapters/files/facts.ts';
import { folderLake } from '../../../shared/adapters/files/lake.ts';
import { documentReferences } from '../../../shared/adapters/references/document-references.ts';
import type { Documents, Lake } from '../../../shared/application/ports.ts';
import type { StoragePorts } from '../../doubles/memory-ports.ts';

const CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' };

export function clientOf(endpoint: string): DynamoDBClient {
  return dynamoClient({ region: 'eu-west-3', endpoint, credentials: CREDENTIALS });
}

/** Everything that lies in a table or among documents. */
export function tablePorts(table: Table, documents: Documents, lake: Lake): Omit<StoragePorts, 'facts'> {
  return {
    documents,
    lake,
    journal: dynamoJournal(table, documents),
    returns: dynamoReturns(table, documents),
    changes: dynamoChanges(table),
    verdicts: dynamoVerdicts(table),
    editions: dynamoEditions(table),
    generations: dynamoGenerations(table),
    openings: dynamoOpenings(table),
    rights: dynamoRights(table),
    references: documentReferences(documents),
  };
}

export interface RealStorage {
  readonly ports: StoragePorts;
  readonly client: DynamoDBClient;
  readonly table: Table;
  readonly endpoint: string;
  readonly folder: string;
  close(): Promise<void>;
}

/** The adapters of a machine: a table in dynalite, in memory, and folders under a temporary one. */
export async function openRealStorage(): Promise<RealStorage> {
  const folder = await mkdtemp(join(tmpdir(), 'storage-'));
  const dynalite = await startDynalite();
  const client = clientOf(dynalite.endpoint);
  const table = await createTableIfAbsent(client, 'items');
  const documents = folderDocuments(join(folder, 'documents'));
  const lake = folderLake(join(folder, 'documents'));
  const ports = { facts: folderFacts(join(folder, 'facts')), ...tablePorts(table, documents, lake) };
  const close = async () => {
    client.destroy();
    await dynalite.stop();
    await rm(folder, { recursive: true });
  };
  return { ports, client, table, endpoint: dynalite.endpoint, folder, close };
}
