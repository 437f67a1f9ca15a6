import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { portsOn, quietRun, run, type Standing, smallCampaign, standingOf } from '../../builders/campaign.ts';
import { seeded, shuffled } from '../../doubles/seeded.ts';
import { askForNoConsistency, serveBlankReads, serveStaleReads } from '../../doubles/stale-reads.ts';
import { unrulyQueue } from '../../doubles/unruly-queue.ts';
import { openRealStorage, type RealStorage } from '../adapters/real-storage.ts';

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
