import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';

/** Where the table is and who asks. */
export interface ClientOptions {
  /** @default what the environment of the process gives */
  readonly region?: string;
  /** @default what the environment gives (`AWS_ENDPOINT_URL_DYNAMODB`), or else AWS itself */
  readonly endpoint?: string;
  /** @default what the environment of the process gives */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** How requests are signed. @default AWS signature version 4 */
  readonly signer?: NonNullable<DynamoDBClientConfig['signer']>;
  /** Connections kept open at once. @default 32 */
  readonly maxSockets?: number;
}

/** A client that keeps its connections and gives up on a silent peer; the caller destroys it. */
export function dynamoClient({
  region,
  endpoint,
  credentials,
  signer,
  maxSockets = 32,
}: ClientOptions = {}): DynamoDBClient {
  const agent = { keepAlive: true, maxSockets };
  return new DynamoDBClient({
    ...(region === undefined ? {} : { region }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
    ...(signer === undefined ? {} : { signer }),
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
