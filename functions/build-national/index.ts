import { dynamoClient } from '../../shared/adapters/dynamodb/client.ts';
import { dynamoEditions } from '../../shared/adapters/dynamodb/editions.ts';
import { dynamoGenerations } from '../../shared/adapters/dynamodb/generations.ts';
import { dynamoReturns } from '../../shared/adapters/dynamodb/returns.ts';
import { tableOf } from '../../shared/adapters/dynamodb/table.ts';
import { jitteredPause } from '../../shared/adapters/pace/jittered-pause.ts';
import { writeParquet } from '../../shared/adapters/parquet/write-parquet.ts';
import { documentReferences } from '../../shared/adapters/references/document-references.ts';
import { s3Client } from '../../shared/adapters/s3/client.ts';
import { s3Documents } from '../../shared/adapters/s3/documents.ts';
import { s3Lake } from '../../shared/adapters/s3/lake.ts';
import { writeCsv } from '../../shared/adapters/tables/write-csv.ts';
import { createWorkbookWriter } from '../../shared/adapters/workbooks/workbook-writer.ts';
import { generationLoader } from '../../shared/application/load-generation.ts';
import { readEnvironment } from '../../shared/lambda/environment.ts';
import { frenchWording } from '../../shared/messages/fr.ts';
import { createHandler } from './handler.ts';

const environment = readEnvironment(['table', 'documentsBucket']);
const table = tableOf(dynamoClient(), environment.table);
const bucket = { client: s3Client(), name: environment.documentsBucket };
const documents = s3Documents(bucket);

export const handler = createHandler({
  documents,
  returns: dynamoReturns(table, documents),
  editions: dynamoEditions(table),
  generations: dynamoGenerations(table),
  loadGeneration: generationLoader(documentReferences(documents)),
  workbooks: createWorkbookWriter({ wording: frenchWording }),
  writeCsv,
  lake: s3Lake(bucket),
  writeParquet,
  clock: () => new Date(),
  pause: jitteredPause,
});
