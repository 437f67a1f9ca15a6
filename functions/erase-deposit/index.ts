import { dynamoClient } from '../../shared/adapters/dynamodb/client.ts';
import { dynamoGenerations } from '../../shared/adapters/dynamodb/generations.ts';
import { dynamoRights } from '../../shared/adapters/dynamodb/rights.ts';
import { tableOf } from '../../shared/adapters/dynamodb/table.ts';
import { s3Client } from '../../shared/adapters/s3/client.ts';
import { s3Facts } from '../../shared/adapters/s3/facts.ts';
import { sqsClient } from '../../shared/adapters/sqs/client.ts';
import { sqsQueue } from '../../shared/adapters/sqs/queue.ts';
import { readEnvironment } from '../../shared/lambda/environment.ts';
import { createHandler } from './handler.ts';

const environment = readEnvironment(['table', 'rawBucket', 'malwareScan', 'readDepositQueue']);
const table = tableOf(dynamoClient(), environment.table);

export const handler = createHandler({
  rights: dynamoRights(table),
  generations: dynamoGenerations(table),
  facts: s3Facts({ client: s3Client(), name: environment.rawBucket }, environment),
  queue: sqsQueue(sqsClient(), { 'read-deposit': environment.readDepositQueue }),
  clock: () => new Date(),
});
