import { annotateFile } from '../../shared/adapters/annotation/annotate-file.ts';
import { dynamoClient } from '../../shared/adapters/dynamodb/client.ts';
import { dynamoGenerations } from '../../shared/adapters/dynamodb/generations.ts';
import { dynamoOpenings } from '../../shared/adapters/dynamodb/openings.ts';
import { dynamoRights } from '../../shared/adapters/dynamodb/rights.ts';
import { tableOf } from '../../shared/adapters/dynamodb/table.ts';
import { dynamoVerdicts } from '../../shared/adapters/dynamodb/verdicts.ts';
import { documentReferences } from '../../shared/adapters/references/document-references.ts';
import { presigningClient, s3Client } from '../../shared/adapters/s3/client.ts';
import { s3Documents } from '../../shared/adapters/s3/documents.ts';
import { s3DocumentDownloads } from '../../shared/adapters/s3/downloads.ts';
import { s3Facts } from '../../shared/adapters/s3/facts.ts';
import { generationLoader } from '../../shared/application/load-generation.ts';
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
  openings: dynamoOpenings(table),
  verdicts: dynamoVerdicts(table),
  // Bytes are read after a clean verdict and hashed again: their scan is not asked about a second time.
  facts: s3Facts({ client: s3, name: rawBucket }, { malwareScan: false }),
  documents,
  downloads: s3DocumentDownloads({ client: presigningClient(), name: documentsBucket }),
  annotateFile,
  wording: frenchWording,
});
