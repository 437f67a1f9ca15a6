import type { DynamoDBClient, ServiceInputTypes } from '@aws-sdk/client-dynamodb';

/** A read as the middleware sees it. */
interface Read {
  readonly ConsistentRead?: boolean;
}

const EMPTY = { GetItemCommand: {}, QueryCommand: { Items: [], Count: 0 } } as const;

/**
 * Makes the client behave as badly as DynamoDB may: a read that does not ask for consistency gets what the same
 * read would have got the time before, and nothing the first time.
 */
export function serveStaleReads(client: DynamoDBClient): void {
  const before = new Map<string, object>();
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const answer = await next(args);
      const empty = EMPTY[context['commandName'] as keyof typeof EMPTY];
      if (empty === undefined || (args.input as Read).ConsistentRead) return answer;
      const read = JSON.stringify(args.input satisfies ServiceInputTypes);
      const stale = before.get(read) ?? { ...empty, $metadata: answer.output.$metadata };
      before.set(read, answer.output);
      return { ...answer, output: stale as typeof answer.output };
    },
    { step: 'initialize', name: 'staleReads' },
  );
}
