import { dynamoChanges } from '../../shared/adapters/dynamodb/changes.ts';
import { dynamoClient } from '../../shared/adapters/dynamodb/client.ts';
import { dynamoEditions } from '../../shared/adapters/dynamodb/editions.ts';
import { dynamoGenerations } from '../../shared/adapters/dynamodb/generations.ts';
import { dynamoJournal } from '../../shared/adapters/dynamodb/journal.ts';
import { dynamoReturns } from '../../shared/adapters/dynamodb/returns.ts';
import { tableOf } from '../../shared/adapters/dynamodb/table.ts';
import { dynamoVerdicts } from '../../shared/adapters/dynamodb/verdicts.ts';
import { documentReferences } from '../../shared/adapters/references/document-references.ts';
import { s3Client } from '../../shared/adapters/s3/client.ts';
import { s3Documents } from '../../shared/adapters/s3/documents.ts';
import { s3Facts } from '../../shared/adapters/s3/facts.ts';
import { s3Lake } from '../../shared/adapters/s3/lake.ts';
import { sqsClient } from '../../shared/adapters/sqs/client.ts';
import { sqsQueue } from '../../shared/adapters/sqs/queue.ts';
import { generationLoader } from '../../shared/application/load-generation.ts';
import { readEnvironment } from '../../shared/lambda/environment.ts';
import { createHandler } from './handler.ts';

const environment = readEnvironment([
  'table',
  'rawBucket',
  'documentsBucket',
  'malwareScan',
  'readDepositQueue',
  'computeFiguresQueue',
  'buildWorkbookQueue',
  'buildNationalQueue',
]);
const table = tableOf(dynamoClient(), environment.table);
const s3 = s3Client();
const bucket = { client: s3, name: environment.documentsBucket };
const documents = s3Documents(bucket);

export const handler = createHandler({
  facts: s3Facts({ client: s3, name: environment.rawBucket }, environment),
  journal: dynamoJournal(table, documents),
  returns: dynamoReturns(table, documents),
  changes: dynamoChanges(table),
  verdicts: dynamoVerdicts(table),
  editions: dynamoEditions(table),
  generations: dynamoGenerations(table),
  lake: s3Lake(bucket),
  loadGeneration: generationLoader(documentReferences(documents)),
  queue: sqsQueue(sqsClient(), {
    'read-deposit': environment.readDepositQueue,
    'compute-figures': environment.computeFiguresQueue,
    'build-workbook': environment.buildWorkbookQueue,
    'build-national': environment.buildNationalQueue,
  }),
});
