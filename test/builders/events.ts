import { randomUUID } from 'node:crypto';
import type {
  APIGatewayProxyEventV2WithJWTAuthorizer,
  Context,
  S3Event,
  S3EventRecord,
  SQSEvent,
  SQSRecord,
} from 'aws-lambda';
import { ROUTES, type RouteId, routeKey } from '../../shared/contracts/routes.ts';

/** The issuer of the tokens of tests. */
export const ISSUER = 'https://issuer.test';

export interface ApiRequest {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON; a text is sent as it is, bytes as those of a file. */
  readonly body?: unknown;
  /** Null when there is no token. @default { iss: ISSUER, sub: 'someone' } */
  readonly claims?: { readonly iss?: string; readonly sub?: string } | null;
  /** With lower-case names, as API Gateway gives them. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What API Gateway gives to a function for a call of a route: payload version 2.0, with a JWT authorizer. */
export function apiEvent(route: RouteId, request: ApiRequest = {}): APIGatewayProxyEventV2WithJWTAuthorizer {
  const { params = {}, query = {}, body, claims = {}, headers = {} } = request;
  const spec = ROUTES[route];
  const path = spec.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
  const isFile = body instanceof Uint8Array;
  const text = body === undefined ? undefined : bodyText(body);
  return {
    version: '2.0',
    routeKey: routeKey(spec),
    rawPath: path,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: {
      accept: 'application/json',
      authorization: 'Bearer x.y.z',
      ...(text !== undefined && {
        'content-type': isFile ? 'application/octet-stream' : 'application/json',
      }),
      ...headers,
    },
    ...(Object.keys(query).length > 0 && { queryStringParameters: { ...query } }),
    ...(Object.keys(params).length > 0 && { pathParameters: { ...params } }),
    ...(text !== undefined && { body: text }),
    isBase64Encoded: isFile,
    requestContext: {
      accountId: '123456789012',
      apiId: 'api',
      domainName: 'api.test',
      domainPrefix: 'api',
      http: { method: spec.method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
      requestId: randomUUID(),
      routeKey: routeKey(spec),
      stage: '$default',
      time: '15/Jul/2026:10:00:00 +0000',
      timeEpoch: Date.UTC(2026, 6, 15, 10),
      // Without a token there is no authorizer at all, whatever the published type says.
      authorizer: (claims === null
        ? undefined
        : {
            jwt: { claims: { iss: ISSUER, sub: 'someone', ...claims }, scopes: null },
          }) as APIGatewayProxyEventV2WithJWTAuthorizer['requestContext']['authorizer'],
    },
  };
}

function bodyText(body: unknown): string {
  if (body instanceof Uint8Array) return Buffer.from(body).toString('base64');
  return typeof body === 'string' ? body : JSON.stringify(body);
}

/** What Lambda says of the call itself; a minute is left. */
export function lambdaContext(): Context {
  return {
    awsRequestId: randomUUID(),
    callbackWaitsForEmptyEventLoop: true,
    functionName: 'function',
    functionVersion: '$LATEST',
    invokedFunctionArn: 'arn:aws:lambda:eu-west-3:123456789012:function:function',
    memoryLimitInMB: '512',
    logGroupName: 'group',
    logStreamName: 'stream',
    getRemainingTimeInMillis: () => 60_000,
    done: () => {},
    fail: () => {},
    succeed: () => {},
  };
}

/** A batch of messages as SQS hands it to a function: message 1 is `message-1`. A text is a body as it is. */
export function sqsEvent(...bodies: readonly unknown[]): SQSEvent {
  return {
    Records: bodies.map(
      (body, index): SQSRecord => ({
        messageId: `message-${index + 1}`,
        receiptHandle: 'receipt',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        attributes: {
          ApproximateReceiveCount: '1',
          SentTimestamp: '1784109600000',
          SenderId: 'sender',
          ApproximateFirstReceiveTimestamp: '1784109600000',
        },
        messageAttributes: {},
        md5OfBody: '',
        eventSource: 'aws:sqs',
        eventSourceARN: 'arn:aws:sqs:eu-west-3:123456789012:queue',
        awsRegion: 'eu-west-3',
      }),
    ),
  };
}

export interface StoredObject {
  /** As it is; the event has it URL-encoded, `+` for a space. */
  readonly key: string;
  readonly versionId?: string;
  /** @default 2026-07-15T10:00:00.000Z */
  readonly eventTime?: string;
}

/** What S3 says when an object was created. */
export function s3Event(...objects: readonly StoredObject[]): S3Event {
  return {
    Records: objects.map(
      ({ key, versionId = 'version-1', eventTime = '2026-07-15T10:00:00.000Z' }): S3EventRecord => ({
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        awsRegion: 'eu-west-3',
        eventTime,
        eventName: 'ObjectCreated:Post',
        userIdentity: { principalId: 'AWS:EXAMPLE' },
        requestParameters: { sourceIPAddress: '192.0.2.1' },
        responseElements: { 'x-amz-request-id': 'request', 'x-amz-id-2': 'host' },
        s3: {
          s3SchemaVersion: '1.0',
          configurationId: 'read-deposit',
          bucket: { name: 'raw', ownerIdentity: { principalId: 'EXAMPLE' }, arn: 'arn:aws:s3:::raw' },
          object: {
            key: encodeURIComponent(key).replaceAll('%2F', '/').replaceAll('%20', '+'),
            size: 1,
            eTag: 'd41d8cd98f00b204e9800998ecf8427e',
            versionId,
            sequencer: '0055AED6DCD90281E5',
          },
        },
      }),
    ),
  };
}

/** What S3 sends once, when a notification is set up. */
export function s3TestEvent(): Readonly<Record<string, string>> {
  return {
    Service: 'Amazon S3',
    Event: 's3:TestEvent',
    Time: '2026-07-15T10:00:00.000Z',
    Bucket: 'raw',
    RequestId: 'request',
    HostId: 'host',
  };
}

/** What GuardDuty says through EventBridge when it has scanned an object. */
export function scanResultEvent(
  { key, versionId = 'version-1', eventTime = '2026-07-15T10:00:00Z' }: StoredObject,
  result:
    | 'NO_THREATS_FOUND'
    | 'THREATS_FOUND'
    | 'UNSUPPORTED'
    | 'ACCESS_DENIED'
    | 'FAILED' = 'NO_THREATS_FOUND',
): Readonly<Record<string, unknown>> {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'GuardDuty Malware Protection Object Scan Result',
    source: 'aws.guardduty',
    account: '123456789012',
    time: eventTime,
    region: 'eu-west-3',
    resources: ['arn:aws:guardduty:eu-west-3:123456789012:malware-protection-plan/example'],
    detail: {
      schemaVersion: '1.0',
      scanStatus: result.endsWith('FOUND') ? 'COMPLETED' : result === 'FAILED' ? 'FAILED' : 'SKIPPED',
      resourceType: 'S3_OBJECT',
      s3ObjectDetails: {
        bucketName: 'raw',
        objectKey: key,
        eTag: 'd41d8cd98f00b204e9800998ecf8427e',
        versionId,
        s3Throttled: false,
      },
      scanResultDetails: {
        scanResultStatus: result,
        threats: result === 'THREATS_FOUND' ? [{ name: 'EICAR-Test-File' }] : null,
      },
    },
  };
}
