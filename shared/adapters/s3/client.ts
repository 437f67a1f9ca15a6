import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';

/** Where the buckets are and who asks. */
export interface S3ClientOptions {
  /** @default what the environment of the process gives */
  readonly region?: string;
  /** @default what the environment gives (`AWS_ENDPOINT_URL_S3`), or else AWS itself */
  readonly endpoint?: string;
  /** @default what the environment of the process gives */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** Buckets in the path and not in the name of the host, as emulators want it. @default only for an address in digits */
  readonly forcePathStyle?: boolean;
  /** Connections kept open at once. @default 32 */
  readonly maxSockets?: number;
}

/** A client that keeps its connections and gives up on a silent peer; the caller destroys it. */
export function s3Client({ maxSockets = 32, ...where }: S3ClientOptions = {}): S3Client {
  const agent = { keepAlive: true, maxSockets };
  return new S3Client({
    ...configOf(where),
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

/**
 * A client that only signs. It announces no checksum of its own: the one it would sign is that of the empty body of
 * the request that is never sent, and S3 would refuse the file.
 */
export function presigningClient(where: Omit<S3ClientOptions, 'maxSockets'> = {}): S3Client {
  return new S3Client({
    ...configOf(where),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}

/** What is not given is left to the SDK. */
function configOf({ region, endpoint, credentials, forcePathStyle }: S3ClientOptions): S3ClientConfig {
  return {
    ...(region === undefined ? {} : { region }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
    ...(forcePathStyle === undefined ? {} : { forcePathStyle }),
  };
}
