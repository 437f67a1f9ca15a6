import {
  type BatchWriteItemCommandInput,
  type DynamoDBClient,
  ProvisionedThroughputExceededException,
} from '@aws-sdk/client-dynamodb';

/** How many calls the fault has struck. */
export interface Struck {
  readonly times: number;
}

/** The first `times` batch writes keep half of their items and put off the others. */
export function putOffHalf(client: DynamoDBClient, times: number): Struck {
  const struck = { times: 0 };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context['commandName'] !== 'BatchWriteItemCommand' || struck.times >= times) return next(args);
      struck.times++;
      const given = (args.input as BatchWriteItemCommandInput).RequestItems ?? {};
      const [[table, requests] = ['', []]] = Object.entries(given);
      const kept = requests.slice(0, Math.floor(requests.length / 2));
      const UnprocessedItems = { [table]: requests.slice(kept.length) };
      if (kept.length === 0)
        return { response: {}, output: { UnprocessedItems, $metadata: {} } } as Awaited<
          ReturnType<typeof next>
        >;
      const answer = await next({
        ...args,
        input: { ...args.input, RequestItems: { [table]: kept } } as typeof args.input,
      });
      return { ...answer, output: { ...answer.output, UnprocessedItems } };
    },
    { step: 'initialize', name: 'putOffHalf' },
  );
  return struck;
}

/** The first `times` calls of any kind are throttled before they reach the table. */
export function throttle(client: DynamoDBClient, times: number): Struck {
  const struck = { times: 0 };
  client.middlewareStack.add(
    (next) => async (args) => {
      if (struck.times >= times) return next(args);
      struck.times++;
      throw new ProvisionedThroughputExceededException({ message: 'too fast', $metadata: {} });
    },
    { step: 'deserialize', name: 'throttle' },
  );
  return struck;
}
