import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import type { SendMessageBatchCommandInput, SQSClient } from '@aws-sdk/client-sqs';

/** How many calls the fault has struck. */
export interface Struck {
  readonly times: number;
}

type Client = DynamoDBClient | S3Client | SQSClient;

export interface Strike {
  /** The first calls that it strikes. */
  readonly times: number;
  /** `PutItemCommand`, `PutObjectCommand`… @default every call */
  readonly command?: string;
}

/** The peer does what it is asked, then its answer is lost: the client takes it for a timeout. */
export function loseAnswers(client: Client, strike: Strike): Struck {
  return struckBy(client, 'loseAnswers', strike, async (call) => {
    await call();
    throw Object.assign(new Error('the answer is lost'), { name: 'TimeoutError' });
  });
}

/** The peer never hears the call. */
export function loseCalls(client: Client, strike: Strike): Struck {
  return struckBy(client, 'loseCalls', strike, async () => {
    throw Object.assign(new Error('nobody answers'), { name: 'TimeoutError' });
  });
}

/** As S3 asks to slow down. */
export function slowDown(client: S3Client, strike: Strike): Struck {
  return struckBy(client, 'slowDown', strike, async () => {
    throw serviceError('SlowDown', 503);
  });
}

/** As S3 answers one of two conditional puts of one key that meet. */
export function conflict(client: S3Client, strike: Strike): Struck {
  return struckBy(client, 'conflict', strike, async () => {
    throw serviceError('ConditionalRequestConflict', 409);
  });
}

/** The first `times` batches take every other message and put off the rest; a batch of one is put off whole. */
export function putOffMessages(client: SQSClient, times: number): Struck {
  const struck = { times: 0 };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context['commandName'] !== 'SendMessageBatchCommand' || struck.times >= times) return next(args);
      struck.times++;
      const { Entries = [] } = args.input as SendMessageBatchCommandInput;
      const taken = Entries.filter((_, n) => n % 2 === 1);
      const Failed = Entries.filter((_, n) => n % 2 === 0).map(({ Id }) => ({
        Id,
        Code: 'InternalError',
        SenderFault: false,
      }));
      if (taken.length === 0)
        return { response: {}, output: { Failed, $metadata: {} } } as Awaited<ReturnType<typeof next>>;
      const answer = await next({ ...args, input: { ...args.input, Entries: taken } as typeof args.input });
      return { ...answer, output: { ...answer.output, Failed } };
    },
    { step: 'initialize', name: 'putOffMessages' },
  );
  return struck;
}

function struckBy(
  client: Client,
  name: string,
  { times, command }: Strike,
  fault: (call: () => Promise<unknown>) => Promise<never>,
): Struck {
  const struck = { times: 0 };
  // The stacks of all clients are one; only the types of what they carry differ.
  const { middlewareStack } = client as unknown as DynamoDBClient;
  middlewareStack.add(
    (next, context) => async (args) => {
      const meant = command === undefined || context['commandName'] === command;
      if (!meant || struck.times >= times) return next(args);
      struck.times++;
      return fault(() => next(args));
    },
    // Within the client's own retries; a fault of the same kind takes the place of the one before.
    { step: 'deserialize', name, override: true },
  );
  return struck;
}

function serviceError(name: string, httpStatusCode: number): S3ServiceException {
  return new S3ServiceException({ name, $fault: 'server', $metadata: { httpStatusCode }, message: name });
}
