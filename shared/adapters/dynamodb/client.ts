import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** Where the table is and who asks. */
export interface ClientOptions {
  readonly region: string;
  /** @default the endpoint of AWS in that region */
  readonly endpoint?: string;
  /** @default what the environment of the process gives */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** Connections kept open at once. @default 32 */
  readonly maxSockets?: number;
}

/** A client that keeps its connections and gives up on a silent peer; the caller destroys it. */
export function dynamoClient({
  region,
  endpoint,
  credentials,
  maxSockets = 32,
}: ClientOptions): DynamoDBClient {
  const agent = { keepAlive: true, maxSockets };
  return new DynamoDBClient({
    region,
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
    maxAttempts: 5,
    requestHandler: {
      httpAgent: agent,
      httpsAgent: agent,
      connectionTimeout: 5_000,
      requestTimeout: 30_000,
      throwOnRequestTimeout: true,
    },
  });
}
