import { annotateFile } from '../../shared/adapters/annotation/annotate-file.ts';
import { dynamoClient } from '../../shared/adapters/dynamodb/client.ts';
import { dynamoEditions } from '../../shared/adapters/dynamodb/editions.ts';
import { dynamoGenerations } from '../../shared/adapters/dynamodb/generations.ts';
import { dynamoJournal } from '../../shared/adapters/dynamodb/journal.ts';
import { dynamoReturns } from '../../shared/adapters/dynamodb/returns.ts';
import { dynamoRights } from '../../shared/adapters/dynamodb/rights.ts';
import { tableOf } from '../../shared/adapters/dynamodb/table.ts';
import { factIds } from '../../shared/adapters/ids/new-fact-id.ts';
import { documentReferences } from '../../shared/adapters/references/document-references.ts';
import { s3Client } from '../../shared/adapters/s3/client.ts';
import { s3Documents } from '../../shared/adapters/s3/documents.ts';
import { s3Facts } from '../../shared/adapters/s3/facts.ts';
import { readDepositBytes } from '../../shared/adapters/tables/read-deposit-bytes.ts';
import { writeCsv } from '../../shared/adapters/tables/write-csv.ts';
import { generationLoader } from '../../shared/application/load-generation.ts';
import { snapshotLoader } from '../../shared/application/load-snapshot.ts';
import { readEnvironment } from '../../shared/lambda/environment.ts';
import { frenchWording } from '../../shared/messages/fr.ts';
import { createHandler } from './handler.ts';

const {
  table: name,
  rawBucket,
  documentsBucket,
} = readEnvironment(['table', 'rawBucket', 'documentsBucket']);
const table = tableOf(dynamoClient(), name);
const s3 = s3Client();
const documents = s3Documents({ client: s3, name: documentsBucket });

export const handler = createHandler({
  rights: dynamoRights(table),
  generations: dynamoGenerations(table),
  loadGeneration: generationLoader(documentReferences(documents)),
  journal: dynamoJournal(table, documents),
  // Tombstones are all that is read of the raw facts here.
  facts: s3Facts({ client: s3, name: rawBucket }, { malwareScan: false }),
  returns: dynamoReturns(table, documents),
  editions: dynamoEditions(table),
  loadSnapshot: snapshotLoader(documents),
  readFile: readDepositBytes,
  annotateFile,
  writeCsv,
  wording: frenchWording,
  clock: () => new Date(),
  newFactId: factIds(),
});
