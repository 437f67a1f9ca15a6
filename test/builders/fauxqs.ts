import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { buildApp } from 'fauxqs';

export const FAUXQS_REGION = 'eu-west-3';
export const FAUXQS_CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' } as const;

export interface FauxqsQueue {
  readonly name: string;
  /** As CreateQueue takes them: VisibilityTimeout, RedrivePolicy… @default none */
  readonly attributes?: Readonly<Record<string, string>>;
}

/** S3 and SQS on loopback. */
export interface Fauxqs {
  /** Of both; an address in digits, so that the SDK puts buckets in paths by itself. */
  readonly endpoint: string;
  /** By name. */
  readonly queueUrls: Readonly<Record<string, string>>;
  /** What a process needs for the SDK to come here: endpoints, region, keys. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** As the emulator writes it. */
export function queueArn(name: string): string {
  return `arn:aws:sqs:${FAUXQS_REGION}:000000000000:${name}`;
}

type App = ReturnType<typeof buildApp>;

/**
 * Starts the emulator on a free port of 127.0.0.1 (its own start function binds every interface) with buckets and
 * queues, made in their order. It keeps what S3 promises and the emulator does not: `If-None-Match: *`, `If-Match`, the SHA-256 of
 * a put, and tags. It still checks no policy and keeps no versions; a body holds 11 MB.
 */
export async function startFauxqs({
  buckets = [],
  queues = [],
}: {
  readonly buckets?: readonly string[];
  readonly queues?: readonly FauxqsQueue[];
}): Promise<Fauxqs> {
  const app = buildApp({ logger: false, defaultRegion: FAUXQS_REGION });
  heedConditions(app);
  checkDigests(app);
  keepTags(app);
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const endpoint = `http://127.0.0.1:${port}`;
  const options = { endpoint, region: FAUXQS_REGION, credentials: FAUXQS_CREDENTIALS };

  const s3 = new S3Client(options);
  for (const Bucket of buckets) await s3.send(new CreateBucketCommand({ Bucket }));
  s3.destroy();

  const sqs = new SQSClient(options);
  const queueUrls: Record<string, string> = {};
  for (const { name, attributes = {} } of queues) {
    const made = await sqs.send(new CreateQueueCommand({ QueueName: name, Attributes: { ...attributes } }));
    queueUrls[name] = made.QueueUrl ?? '';
  }
  sqs.destroy();

  return {
    endpoint,
    queueUrls,
    environment: {
      AWS_ENDPOINT_URL_S3: endpoint,
      AWS_ENDPOINT_URL_SQS: endpoint,
      AWS_REGION: FAUXQS_REGION,
      AWS_ACCESS_KEY_ID: FAUXQS_CREDENTIALS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: FAUXQS_CREDENTIALS.secretAccessKey,
    },
    stop: () => app.close(),
  };
}

/** Of many conditional puts of one key at once, one is kept: the others are told 412. So is a put over another content than it names. */
function heedConditions(app: App): void {
  const taken = new Set<string>();
  app.addHook('preHandler', async ({ method, url, headers }, reply) => {
    const [path = ''] = url.split('?');
    if (method === 'DELETE') taken.delete(path);
    if (method === 'PUT' && headers['if-match'] !== undefined) {
      const there = await app.inject({ method: 'HEAD', url: path });
      if (there.statusCode !== 200)
        return reply.code(404).type('application/xml').send(errorXml('NoSuchKey'));
      if (there.headers.etag !== headers['if-match'])
        return reply.code(412).type('application/xml').send(errorXml('PreconditionFailed'));
    }
    if (method !== 'PUT' || headers['if-none-match'] !== '*') return;
    const there = taken.has(path);
    taken.add(path);
    if (there || (await app.inject({ method: 'HEAD', url: path })).statusCode === 200)
      return reply.code(412).type('application/xml').send(errorXml('PreconditionFailed'));
  });
}

function checkDigests(app: App): void {
  app.addHook('preHandler', async ({ method, headers, body }, reply) => {
    const announced = headers['x-amz-checksum-sha256'];
    if (method !== 'PUT' || announced === undefined || !Buffer.isBuffer(body)) return;
    if (createHash('sha256').update(body).digest('base64') !== announced)
      return reply.code(400).type('application/xml').send(errorXml('BadDigest'));
  });
}

const NO_TAGS = '<Tagging xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><TagSet></TagSet></Tagging>';

function keepTags(app: App): void {
  const tags = new Map<string, string>();
  app.addHook('preHandler', async ({ method, url, body }, reply) => {
    const [path = '', query = ''] = url.split('?');
    if (!new URLSearchParams(query).has('tagging')) return;
    if ((await app.inject({ method: 'HEAD', url: path })).statusCode !== 200)
      return reply.code(404).type('application/xml').send(errorXml('NoSuchKey'));
    if (method === 'PUT') {
      tags.set(path, String(body));
      return reply.code(200).send('');
    }
    return reply
      .code(200)
      .type('application/xml')
      .send(tags.get(path) ?? NO_TAGS);
  });
}

function errorXml(code: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;
}
