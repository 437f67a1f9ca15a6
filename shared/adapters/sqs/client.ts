import { SQSClient } from '@aws-sdk/client-sqs';

/** Where the queues are and who asks. */
export interface SqsClientOptions {
  /** @default what the environment of the process gives */
  readonly region?: string;
  /** @default what the environment gives (`AWS_ENDPOINT_URL_SQS`), or else AWS itself */
  readonly endpoint?: string;
  /** @default what the environment of the process gives */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** A client that keeps its connections and gives up on a silent peer; the caller destroys it. */
export function sqsClient({ region, endpoint, credentials }: SqsClientOptions = {}): SQSClient {
  const agent = { keepAlive: true, maxSockets: 16 };
  return new SQSClient({
    ...(region === undefined ? {} : { region }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
    maxAttempts: 5,
    requestHandler: {
      httpAgent: agent,
      httpsAgent: agent,
      connectionTimeout: 5_000,
      requestTimeout: 10_000,
      throwOnRequestTimeout: true,
    },
  });
}
