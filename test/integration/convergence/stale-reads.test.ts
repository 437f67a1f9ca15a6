import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { portsOn, quietRun, run, type Standing, smallCampaign, standingOf } from '../../builders/campaign.ts';
import { seeded, shuffled } from '../../doubles/seeded.ts';
import { serveStaleReads } from '../../doubles/stale-reads.ts';
import { unrulyQueue } from '../../doubles/unruly-queue.ts';
import { openRealStorage, type RealStorage } from '../adapters/real-storage.ts';

/** The fault: reads that no longer ask for consistency. */
function askForNoConsistency(client: DynamoDBClient): void {
  client.middlewareStack.add(
    (next) => async (args) =>
      next({ ...args, input: { ...args.input, ConsistentRead: false } as typeof args.input }),
    { step: 'initialize', priority: 'high', name: 'noConsistency' },
  );
}

/** A replica that has heard of nothing yet: what reads get that do not ask for consistency. */
function serveBlankReads(client: DynamoDBClient): void {
  const blank = { GetItemCommand: {}, QueryCommand: { Items: [], Count: 0 } };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const answer = await next(args);
      const nothing = blank[context['commandName'] as keyof typeof blank];
      if (nothing === undefined || ('ConsistentRead' in args.input && args.input.ConsistentRead))
        return answer;
      const { $metadata } = answer.output;
      return { ...answer, output: { ...nothing, $metadata } as typeof answer.output };
    },
    { step: 'initialize', name: 'blankReads' },
  );
}

/** A campaign in any order on a real table, through a client that was spoilt. */
async function campaignOn(storage: RealStorage, spoil: (client: DynamoDBClient) => void): Promise<Standing> {
  spoil(storage.client);
  const ports = portsOn(storage.ports);
  const queue = unrulyQueue(11);
  await run({ ...ports, queue }, queue, shuffled(smallCampaign(), seeded(11)));
  return standingOf(ports);
}

describe('a table that serves old data to reads that do not ask for consistency', () => {
  let storage: RealStorage;
  beforeEach(async () => {
    storage = await openRealStorage();
  });
  afterEach(() => storage.close());

  it.each([
    ['of the time before', serveStaleReads],
    ['of before anything was written', serveBlankReads],
  ])('changes nothing: data %s', async (_, spoil) => {
    expect(await campaignOn(storage, spoil)).toEqual(await quietRun(smallCampaign()));
  });

  it('would be seen, were consistency not asked for: the campaign never settles', async () => {
    const spoilt = campaignOn(storage, (client) => {
      askForNoConsistency(client);
      serveBlankReads(client);
    });
    await expect(spoilt).rejects.toThrow(/keeps coming back|failed 5 times/);
  });
});
