import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { QueueName } from '../../shared/contracts/functions.ts';
import type { Question } from './policies.ts';
import type { storesOf } from './stores.ts';

type Stores = ReturnType<typeof storesOf>;

interface Command {
  readonly constructor: { readonly name: string };
  readonly input: Readonly<Record<string, unknown>>;
}

/** Hears every command that this process gives to the SDK's clients, before it leaves. @returns what undoes it */
export function listen(hear: (command: Command) => void): () => void {
  const undo = [DynamoDBDocumentClient, S3Client, SQSClient].map(({ prototype }) => {
    const send = prototype.send as (...args: unknown[]) => unknown;
    const own = Object.hasOwn(prototype, 'send');
    Object.defineProperty(prototype, 'send', {
      configurable: true,
      writable: true,
      value(this: unknown, ...args: unknown[]) {
        hear(args[0] as Command);
        return send.apply(this, args);
      },
    });
    return () => {
      if (own) Object.defineProperty(prototype, 'send', { configurable: true, writable: true, value: send });
      else Reflect.deleteProperty(prototype, 'send');
    };
  });
  return () => {
    for (const one of undo) one();
  };
}

/** The queue whose messages are being taken, where the command takes some. */
export function queueTaken({ constructor: { name }, input }: Command): QueueName | null {
  return name === 'ReceiveMessageCommand' ? queueIn(input) : null;
}

function queueIn({ QueueUrl }: Command['input']): QueueName {
  return String(QueueUrl).split('/').at(-1) as QueueName;
}

/** What AWS would ask of the policies for a command; nothing for those that are the queue's own. @throws Error for an unknown one */
export function questionsOf({ constructor: { name }, input }: Command, stores: Stores): readonly Question[] {
  const bucket = input['Bucket'] === 'raw' ? stores.raw : stores.documents;
  const key = String(input['Key']);
  const versioned = input['VersionId'] === undefined ? '' : 'Version';
  switch (name) {
    case 'GetCommand':
      return [table(stores, 'GetItem', [input['Key']])];
    case 'PutCommand':
      return [table(stores, 'PutItem', [input['Item']])];
    case 'QueryCommand':
      return [table(stores, 'Query', [{ pk: partitionAsked(input) }])];
    case 'BatchGetCommand':
      return [
        table(
          stores,
          'BatchGetItem',
          perTable(input).flatMap((one) => (one as { Keys: unknown[] }).Keys),
        ),
      ];
    case 'BatchWriteCommand':
      return [
        table(
          stores,
          'BatchWriteItem',
          perTable(input).flatMap((requests) =>
            (requests as { PutRequest: { Item: unknown } }[]).map(({ PutRequest }) => PutRequest.Item),
          ),
        ),
      ];
    case 'GetObjectCommand':
      // What is missing is told from what is forbidden to those alone who may list.
      return [
        bucket(`s3:GetObject${versioned}`, key),
        stores.list(input['Bucket'] === 'raw' ? 'raw' : 'documents'),
      ];
    case 'GetObjectTaggingCommand':
      return [bucket(`s3:GetObject${versioned}Tagging`, key)];
    case 'PutObjectCommand':
      return [bucket('s3:PutObject', key)];
    case 'ListObjectsV2Command':
      return [stores.list(input['Bucket'] === 'raw' ? 'raw' : 'documents', String(input['Prefix']))];
    case 'SendMessageBatchCommand':
      return [stores.send(queueIn(input))];
    case 'ReceiveMessageCommand':
    case 'DeleteMessageCommand':
    case 'ChangeMessageVisibilityCommand':
    case 'GetQueueAttributesCommand':
    case 'PurgeQueueCommand':
    case 'SendMessageCommand':
      return [];
    default:
      throw new Error(`what does ${name} ask of the policies?`);
  }
}

function perTable(input: Command['input']): readonly unknown[] {
  return Object.values(input['RequestItems'] as Record<string, unknown>);
}

/** The condition on the partition key names its value `:pk`. */
function partitionAsked(input: Command['input']): string {
  const values = input['ExpressionAttributeValues'] as Readonly<Record<string, string>>;
  const pk = values[':pk'];
  if (pk === undefined) throw new Error(`a query without :pk: ${JSON.stringify(input)}`);
  return pk;
}

function table(stores: Stores, verb: string, items: readonly unknown[]): Question {
  const { action, resource } = stores.table(`dynamodb:${verb}`, '');
  const partitions = items.map((item) => (item as { pk: string }).pk);
  return { action, resource, context: { 'dynamodb:LeadingKeys': [...new Set(partitions)] } };
}
