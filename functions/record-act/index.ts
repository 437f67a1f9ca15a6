import { dynamoClient } from '../../shared/adapters/dynamodb/client.ts';
import { dynamoGenerations } from '../../shared/adapters/dynamodb/generations.ts';
import { dynamoRights } from '../../shared/adapters/dynamodb/rights.ts';
import { tableOf } from '../../shared/adapters/dynamodb/table.ts';
import { factIds } from '../../shared/adapters/ids/new-fact-id.ts';
import { documentReferences } from '../../shared/adapters/references/document-references.ts';
import { s3Client } from '../../shared/adapters/s3/client.ts';
import { s3Documents } from '../../shared/adapters/s3/documents.ts';
import { s3Facts } from '../../shared/adapters/s3/facts.ts';
import { generationLoader } from '../../shared/application/load-generation.ts';
import { readEnvironment } from '../../shared/lambda/environment.ts';
import { createHandler } from './handler.ts';

const environment = readEnvironment(['table', 'rawBucket', 'documentsBucket', 'malwareScan']);
const table = tableOf(dynamoClient(), environment.table);
const s3 = s3Client();
const documents = s3Documents({ client: s3, name: environment.documentsBucket });

export const handler = createHandler({
  rights: dynamoRights(table),
  generations: dynamoGenerations(table),
  loadGeneration: generationLoader(documentReferences(documents)),
  facts: s3Facts({ client: s3, name: environment.rawBucket }, environment),
  clock: () => new Date(),
  newFactId: factIds(),
});
