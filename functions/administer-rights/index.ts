import { dynamoClient } from '../../shared/adapters/dynamodb/client.ts';
import { dynamoRights } from '../../shared/adapters/dynamodb/rights.ts';
import { tableOf } from '../../shared/adapters/dynamodb/table.ts';
import { writeCsv } from '../../shared/adapters/tables/write-csv.ts';
import { readEnvironment } from '../../shared/lambda/environment.ts';
import { createHandler } from './handler.ts';

const environment = readEnvironment(['table']);

export const handler = createHandler({
  rights: dynamoRights(tableOf(dynamoClient(), environment.table)),
  clock: () => new Date(),
  writeCsv,
});
