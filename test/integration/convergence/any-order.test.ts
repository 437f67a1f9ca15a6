import * as fc from 'fast-check';
import {
  anyDeposits,
  csvOf,
  type Deposit,
  depositsOf,
  portsOn,
  quietQueue,
  quietRun,
  run,
  smallCampaign,
  standingOf,
} from '../../builders/campaign.ts';
import { GOOD_ROW } from '../../builders/declaration.ts';
import { LONER } from '../../builders/directory.ts';
import { seeded, shuffled } from '../../doubles/seeded.ts';
import { unrulyQueue } from '../../doubles/unruly-queue.ts';

const seeds = fc.integer({ min: 0, max: 1_000_000 });

describe('a campaign whose messages come doubled, late and in any order', () => {
  it('ends as a quiet one', async () => {
    await fc.assert(
      fc.asyncProperty(anyDeposits, seeds, async (deposits, seed) => {
        const ports = portsOn();
        const queue = unrulyQueue(seed);
        await run({ ...ports, queue }, queue, shuffled(deposits, seeded(seed)));
        expect(await standingOf(ports)).toEqual(await quietRun(deposits));
      }),
      { numRuns: 60 },
    );
  });

  it('ends as a quiet one when every message is treated alone, one at a time', async () => {
    const one = { 'read-deposit': 1, 'compute-figures': 1, 'build-workbook': 1, 'build-national': 1 };
    const expected = await quietRun(smallCampaign());
    for (let seed = 0; seed < 10; seed++) {
      const ports = portsOn();
      const queue = unrulyQueue(seed, { batchSize: one, concurrency: one });
      await run({ ...ports, queue }, queue, smallCampaign());
      expect(await standingOf(ports)).toEqual(expected);
    }
  });
});

describe('a deposit that arrives after later ones', () => {
  const [whole, part] = depositsOf(
    csvOf({ ...GOOD_ROW, charges_titre1: '5000', num_personnel: '4000' }),
    csvOf({ finess: LONER, campagne: '2026', num_personnel: '6000' }),
  ) as readonly [Deposit, Deposit];

  it('has the verdicts of the later ones given again', async () => {
    const ports = portsOn();
    const early = quietQueue();
    await run({ ...ports, queue: early }, early, [part]);
    const before = await standingOf(ports);
    expect(before.verdicts).toEqual([expect.objectContaining({ status: 'accepted' })]);

    const late = quietQueue();
    await run({ ...ports, queue: late }, late, [whole]);
    const after = await standingOf(ports);
    expect(after.verdicts).toEqual([
      expect.objectContaining({ fact: whole.fact.id, status: 'accepted' }),
      expect.objectContaining({ fact: part.fact.id, status: 'rejected' }),
    ]);
    expect(after).toEqual(await quietRun([whole, part]));
  });
});
