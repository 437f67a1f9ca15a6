import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  type Message,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { APIGatewayProxyStructuredResultV2, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { sha256 } from '../../shared/application/digest.ts';
import {
  type FunctionName,
  QUEUES,
  type QueueName,
  type SweepKind,
} from '../../shared/contracts/functions.ts';
import { bytesKey } from '../../shared/contracts/object-keys.ts';
import { ROUTES, type RouteAnswer, type RouteId } from '../../shared/contracts/routes.ts';
import type { CampaignYear } from '../../shared/domain/campaign/campaign.ts';
import type { FactId } from '../../shared/domain/return/entry.ts';
import type { FaultyProxy } from '../doubles/faulty-proxy.ts';
import { seeded, shuffled } from '../doubles/seeded.ts';
import { upload } from './api-client.ts';
import { type CloudPlace, emulators, QUEUE_NAMES } from './cloud-place.ts';
import { type ApiRequest, apiEvent, lambdaContext, s3Event } from './events.ts';
import { FAUXQS_REGION } from './fauxqs.ts';

/** How unkindly the queues deliver. */
interface Delivery {
  /** About that part of the messages comes twice. @default 0 */
  readonly twice?: number;
  /** Batches are made in another order. @default the order of the queue */
  readonly shuffle?: boolean;
  readonly seed?: number;
  /** How often each queue is asked. @default until nothing is left */
  readonly rounds?: number;
  /** The queues that are asked. @default all */
  readonly queues?: readonly QueueName[];
}

/**
 * The functions as they are deployed (functions/<name>/index.ts) on a DynamoDB, an S3 and an SQS, emulated or AWS's own,
 * over real HTTP by the real SDK. What AWS does between them is done here: a storage event for each upload, batches from queues to
 * functions, the schedule.
 */
export interface Cloud {
  /** On the way to the table, and to the buckets and queues of emulators. @throws Error before AWS */
  readonly faults: { readonly table: FaultyProxy; readonly storage: FaultyProxy };
  readonly environment: Readonly<Record<string, string>>;
  /** Calls the function of a route as API Gateway does. */
  call(route: RouteId, request: ApiRequest): Promise<APIGatewayProxyStructuredResultV2>;
  /** The same, of a call that succeeds. @throws Error with the problem document otherwise */
  ask<R extends RouteId>(route: R, request: ApiRequest): Promise<RouteAnswer<R>>;
  /** Opens a deposit and posts its form. @param event whether S3 tells of it */
  deposit(file: string, bytes: Uint8Array, as: string, event?: 'told' | 'lost'): Promise<string>;
  /** Puts a message in a queue, as it is. */
  send(queue: QueueName, body: string): Promise<void>;
  /** Hands what the queues hold to the functions until nothing is left. */
  drain(delivery?: Delivery): Promise<void>;
  sweep(gap: SweepKind): Promise<void>;
  /** Drains and sweeps until nothing is left to do. */
  settle(delivery?: Delivery): Promise<void>;
  deadLetters(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

type AnyFunction = (event: unknown, context: unknown) => Promise<unknown>;

let clouds = 0;

/** @param open where the table, the buckets and the queues are. @default emulators, in memory */
export async function startCloud(open: () => Promise<CloudPlace> = emulators): Promise<Cloud> {
  const place = await open();
  const { environment, sqs, urlOf } = place;
  Object.assign(process.env, environment);
  // A function reads its environment when it is imported: each cloud imports its own.
  const copy = ++clouds;
  const functions = new Map<FunctionName, Promise<AnyFunction>>();
  const functionOf = (name: FunctionName): Promise<AnyFunction> => {
    const loaded =
      functions.get(name) ??
      (import(`../../functions/${name}/index.ts?${copy}`) as Promise<{ handler: AnyFunction }>).then(
        ({ handler }) => handler,
      );
    functions.set(name, loaded);
    return loaded;
  };

  const call: Cloud['call'] = async (route, request) => {
    const handler = await functionOf(ROUTES[route].function);
    return (await handler(apiEvent(route, request), lambdaContext())) as APIGatewayProxyStructuredResultV2;
  };
  const ask: Cloud['ask'] = async (route, request) => {
    const { statusCode = 0, body = '' } = await call(route, request);
    if (statusCode >= 300) throw new Error(`${route}: ${statusCode} ${body}`);
    return JSON.parse(body);
  };
  const send: Cloud['send'] = async (queue, body) => {
    await sqs.send(new SendMessageCommand({ QueueUrl: urlOf(queue), MessageBody: body }));
  };
  const drain = async ({
    twice = 0,
    shuffle = false,
    seed = 1,
    rounds = 10_000,
    queues = QUEUE_NAMES,
  }: Delivery = {}) => {
    const random = seeded(seed);
    for (let quiet = false, round = 0; !quiet && round < rounds; round++) {
      quiet = true;
      for (const name of queues) {
        const received = await receive(place, urlOf(name), QUEUES[name].batchSize);
        if (received.length === 0) continue;
        quiet = false;
        const doubled = received.flatMap((message) => (random() < twice ? [message, message] : [message]));
        const batch = shuffle ? shuffled(doubled, random) : doubled;
        await deliver(sqs, urlOf(name), await functionOf(name), batch);
      }
    }
  };
  const sweep: Cloud['sweep'] = async (gap) => {
    await (await functionOf('sweep'))({ gap }, lambdaContext());
  };
  return {
    get faults() {
      if (!place.faults) throw new Error('nothing of ours stands before AWS');
      return place.faults;
    },
    environment,
    call,
    ask,
    deposit: async (file, bytes, as, event = 'told') => {
      const hash = sha256(bytes);
      const opened = await ask('open-deposit', {
        params: { campagne: '2026' },
        claims: { sub: as },
        body: { fichier: file, taille: bytes.length, sha256: hash },
      });
      const { status } = await upload(opened, bytes);
      if (status !== 204) throw new Error(`the upload of ${file} was answered ${status}`);
      if (event === 'told') {
        const key = bytesKey({
          campaign: 2026 as CampaignYear,
          id: opened.depot as FactId,
          sha256: hash,
        });
        await send('read-deposit', JSON.stringify(s3Event({ key })));
      }
      return opened.depot;
    },
    send,
    drain,
    sweep,
    settle: async (delivery) => {
      for (let round = 0; round < 12; round++) {
        await drain(delivery);
        await sweep('returns');
        await drain(delivery);
        await sweep('editions');
        if (await nothingWaits(sqs, QUEUE_NAMES.map(urlOf))) return;
      }
      throw new Error('what is swept keeps coming back');
    },
    deadLetters: async () => {
      const letters = await receive(place, urlOf('dead-letters'), 10);
      return letters.map(({ Body = '' }) => Body);
    },
    stop: async () => {
      for (const name of QUEUE_NAMES) await sqs.send(new PurgeQueueCommand({ QueueUrl: urlOf(name) }));
      await place.stop();
    },
  };
}

async function receive(
  { sqs, patience }: CloudPlace,
  QueueUrl: string,
  most: number,
): Promise<readonly Message[]> {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages: Math.min(10, most),
      MessageSystemAttributeNames: ['All'],
      VisibilityTimeout: 600,
      WaitTimeSeconds: patience,
    }),
  );
  return Messages;
}

/** As Lambda does: what the function reports failed, and everything when it throws, becomes visible again. */
async function deliver(
  sqs: SQSClient,
  QueueUrl: string,
  handler: AnyFunction,
  batch: readonly Message[],
): Promise<void> {
  const failed = await handler(eventOf(batch), lambdaContext())
    .then((answer) => (answer as SQSBatchResponse).batchItemFailures.map((failure) => failure.itemIdentifier))
    .catch(() => batch.map(({ MessageId = '' }) => MessageId));
  for (const { MessageId = '', ReceiptHandle } of new Set(batch)) {
    const receipt = { QueueUrl, ReceiptHandle };
    if (failed.includes(MessageId))
      await sqs.send(new ChangeMessageVisibilityCommand({ ...receipt, VisibilityTimeout: 0 }));
    else await sqs.send(new DeleteMessageCommand(receipt));
  }
}

function eventOf(batch: readonly Message[]): SQSEvent {
  return {
    Records: batch.map(({ MessageId = '', Body = '', ReceiptHandle = '', Attributes = {} }) => ({
      messageId: MessageId,
      receiptHandle: ReceiptHandle,
      body: Body,
      attributes: {
        ApproximateReceiveCount: Attributes.ApproximateReceiveCount ?? '1',
        SentTimestamp: Attributes.SentTimestamp ?? '0',
        SenderId: Attributes.SenderId ?? '',
        ApproximateFirstReceiveTimestamp: Attributes.ApproximateFirstReceiveTimestamp ?? '0',
      },
      messageAttributes: {},
      md5OfBody: '',
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:eu-west-3:000000000000:queue',
      awsRegion: FAUXQS_REGION,
    })),
  };
}

async function nothingWaits(sqs: SQSClient, urls: readonly string[]): Promise<boolean> {
  for (const QueueUrl of urls) {
    const { Attributes = {} } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] }),
    );
    if (Attributes['ApproximateNumberOfMessages'] !== '0') return false;
  }
  return true;
}
