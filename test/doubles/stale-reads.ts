import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

const EMPTY: Readonly<Record<string, object>> = {
  GetItemCommand: {},
  BatchGetItemCommand: { Responses: {}, UnprocessedKeys: {} },
  QueryCommand: { Items: [], Count: 0 },
};

/**
 * Makes the client behave as badly as DynamoDB may: a read that does not ask for consistency gets what the same
 * read would have got the time before, and nothing the first time.
 */
export function serveStaleReads(client: DynamoDBClient): void {
  const before = new Map<string, object>();
  replaceReads(client, 'staleReads', (input, answer, empty) => {
    const read = JSON.stringify(input);
    const stale = before.get(read) ?? empty;
    before.set(read, answer);
    return stale;
  });
}

/** The same with a replica that has heard of nothing yet. */
export function serveBlankReads(client: DynamoDBClient): void {
  replaceReads(client, 'blankReads', (_input, _answer, empty) => empty);
}

/** The fault that the others look for: reads that no longer ask for consistency. */
export function askForNoConsistency(client: DynamoDBClient): void {
  client.middlewareStack.add(
    (next) => async (args) => next({ ...args, input: withoutConsistency(args.input) as typeof args.input }),
    { step: 'initialize', priority: 'high', name: 'noConsistency' },
  );
}

function replaceReads(
  client: DynamoDBClient,
  name: string,
  replace: (input: object, answer: object, empty: object) => object,
): void {
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const answer = await next(args);
      const empty = EMPTY[String(context['commandName'])];
      if (empty === undefined || JSON.stringify(args.input).includes('"ConsistentRead":true')) return answer;
      const { $metadata } = answer.output;
      const output = { ...replace(args.input, answer.output, empty), $metadata };
      return { ...answer, output: output as typeof answer.output };
    },
    { step: 'initialize', name },
  );
}

/** The input, without asking for consistency, whether of the whole call or by table. */
function withoutConsistency(input: object): unknown {
  return JSON.parse(JSON.stringify(input), (key, value) => (key === 'ConsistentRead' ? false : value));
}
