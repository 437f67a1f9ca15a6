import { DeleteMessageBatchCommand, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { sqsClient } from '../../../shared/adapters/sqs/client.ts';
import { sqsQueue } from '../../../shared/adapters/sqs/queue.ts';
import { StorageFailure } from '../../../shared/application/errors.ts';
import type { Message } from '../../../shared/application/ports.ts';
import { QueueMessage } from '../../../shared/contracts/queue-messages.ts';
import { FAUXQS_CREDENTIALS, FAUXQS_REGION, type Fauxqs, startFauxqs } from '../../builders/fauxqs.ts';
import { loseAnswers, loseCalls, putOffMessages } from '../../doubles/service-faults.ts';
import { factId, finess, SCOPE } from './specimens.ts';

const KINDS = ['read-deposit', 'compute-figures', 'build-workbook', 'build-national'] as const;

let fauxqs: Fauxqs;
let client: SQSClient;
let urls: Record<Message['kind'], string>;
beforeEach(async () => {
  fauxqs = await startFauxqs({ queues: KINDS.map((name) => ({ name })) });
  client = sqsClient({
    endpoint: fauxqs.endpoint,
    region: FAUXQS_REGION,
    credentials: FAUXQS_CREDENTIALS,
  });
  urls = Object.fromEntries(KINDS.map((kind) => [kind, fauxqs.queueUrls[kind]])) as typeof urls;
});
afterEach(async () => {
  client.destroy();
  await fauxqs.stop();
});

const compute = (n: number): Message => ({ kind: 'compute-figures', scope: SCOPE, finess: finess(n) });
const many = (count: number) => Array.from({ length: count }, (_, n) => compute(n));

/** Every message that waits, as a function would read it. */
async function received(kind: Message['kind']): Promise<readonly QueueMessage[]> {
  const reader = sqsClient({
    endpoint: fauxqs.endpoint,
    region: FAUXQS_REGION,
    credentials: FAUXQS_CREDENTIALS,
  });
  const all: QueueMessage[] = [];
  for (;;) {
    const QueueUrl = urls[kind];
    const { Messages = [] } = await reader.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
    );
    if (Messages.length === 0) break;
    all.push(...Messages.map(({ Body = '' }) => QueueMessage.parse(JSON.parse(Body))));
    const Entries = Messages.map(({ ReceiptHandle }, n) => ({ Id: String(n), ReceiptHandle }));
    await reader.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
  }
  reader.destroy();
  return all;
}

const bodiesOf = (messages: readonly QueueMessage[]) =>
  messages.map((message) => (message.kind === 'compute-figures' ? message.finess : message.kind)).sort();

it('sends each message to the queue of its kind, as it is', async () => {
  const messages: readonly Message[] = [
    { kind: 'read-deposit', scope: SCOPE, fact: factId(1) },
    compute(1),
    { kind: 'build-workbook', scope: SCOPE, region: '975' },
    { kind: 'build-national', scope: SCOPE },
  ];
  await sqsQueue(client, urls).send(messages);
  for (const message of messages) expect(await received(message.kind)).toEqual([message]);
});

it('sends nothing when there is nothing to send', async () => {
  loseCalls(client, { times: Number.POSITIVE_INFINITY });
  await sqsQueue(client, urls).send([]);
});

it('sends hundreds, ten by ten, none twice', async () => {
  await sqsQueue(client, urls).send(many(205));
  expect(bodiesOf(await received('compute-figures'))).toEqual(
    many(205)
      .map((_, n) => finess(n))
      .sort(),
  );
});

it('sends again what a batch put off, and that alone', async () => {
  const struck = putOffMessages(client, 7);
  const retries: number[] = [];
  await sqsQueue(client, urls, (retry) => {
    retries.push(retry);
    return 0;
  }).send(many(25));
  expect(struck.times).toBe(7);
  expect(Math.max(...retries)).toBeGreaterThan(1);
  expect(bodiesOf(await received('compute-figures'))).toEqual(
    many(25)
      .map((_, n) => finess(n))
      .sort(),
  );
});

it('fails when messages are put off for ever, others having been taken', async () => {
  putOffMessages(client, Number.POSITIVE_INFINITY);
  await expect(sqsQueue(client, urls, () => 0).send(many(2))).rejects.toThrow(StorageFailure);
  expect(bodiesOf(await received('compute-figures'))).toEqual([finess(1)]);
});

it('may send a batch twice when its answer is lost, and loses nothing', async () => {
  loseAnswers(client, { times: 1 });
  await sqsQueue(client, urls).send(many(3));
  expect(new Set(bodiesOf(await received('compute-figures')))).toEqual(new Set([0, 1, 2].map(finess)));
});

it('fails with the cause when the queue does not answer, or is not there', async () => {
  loseCalls(client, { times: 4 });
  await sqsQueue(client, urls).send(many(1));
  const absent = { ...urls, 'compute-figures': `${fauxqs.endpoint}/000000000000/absent` };
  await expect(sqsQueue(client, absent).send(many(1))).rejects.toMatchObject({
    name: 'StorageFailure',
    cause: { name: 'QueueDoesNotExist' },
  });
});

it('refuses a kind of which the queue is not known, before anything is sent', async () => {
  const { 'build-national': _, ...some } = urls;
  const mixed: readonly Message[] = [compute(1), { kind: 'build-national', scope: SCOPE }];
  await expect(sqsQueue(client, some).send(mixed)).rejects.toThrow(/build-national/);
  expect(await received('compute-figures')).toEqual([]);
});
