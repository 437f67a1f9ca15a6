import { dynamoClient } from '../../shared/adapters/dynamodb/client.ts';
import { dynamoEditions } from '../../shared/adapters/dynamodb/editions.ts';
import { dynamoGenerations } from '../../shared/adapters/dynamodb/generations.ts';
import { dynamoRights } from '../../shared/adapters/dynamodb/rights.ts';
import { tableOf } from '../../shared/adapters/dynamodb/table.ts';
import { presigningClient, s3Client } from '../../shared/adapters/s3/client.ts';
import { s3Documents } from '../../shared/adapters/s3/documents.ts';
import { s3DocumentDownloads } from '../../shared/adapters/s3/downloads.ts';
import { writeCsv } from '../../shared/adapters/tables/write-csv.ts';
import { snapshotLoader } from '../../shared/application/load-snapshot.ts';
import { readEnvironment } from '../../shared/lambda/environment.ts';
import { createHandler } from './handler.ts';

const { table: name, documentsBucket } = readEnvironment(['table', 'documentsBucket']);
const table = tableOf(dynamoClient(), name);
const documents = s3Documents({ client: s3Client(), name: documentsBucket });

export const handler = createHandler({
  rights: dynamoRights(table),
  generations: dynamoGenerations(table),
  editions: dynamoEditions(table),
  loadSnapshot: snapshotLoader(documents),
  downloads: s3DocumentDownloads({ client: presigningClient(), name: documentsBucket }),
  writeCsv,
});
