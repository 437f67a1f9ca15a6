import * as fc from 'fast-check';
import { subscribe } from '../../../infra/local/consume.ts';
import { settle } from '../../../infra/local/settle.ts';
import type { Ports } from '../../../infra/local/workplace.ts';
import { sweepEditions, sweepReturns } from '../../../shared/application/sweep.ts';
import {
  anyDeposits,
  type Deposit,
  generation,
  portsOn,
  quietQueue,
  quietRun,
  run,
  smallCampaign,
  standingOf,
} from '../../builders/campaign.ts';
import { Crash, crashing } from '../../doubles/crashing.ts';
import { memoryPorts, type StoragePorts } from '../../doubles/memory-ports.ts';
import { unrulyQueue } from '../../doubles/unruly-queue.ts';
import { type Death, dying } from './dying.ts';

const NEVER = { at: Number.POSITIVE_INFINITY, after: false };

/** A process that receives and derives on this storage until it dies. @returns how many calls it made. */
async function processThatDies(
  storage: StoragePorts,
  deposits: readonly Deposit[],
  death: Death,
  queue = quietQueue(),
): Promise<number> {
  // The two hundred calls on the lake have their own deaths in lake.test.ts.
  const { lake: _, ...mortal } = storage;
  const { ports, calls } = dying({ ...mortal, queue: { send: queue.send } }, death);
  await run({ ...portsOn(storage), ...ports }, queue, deposits).catch((error: unknown) => {
    const cause = error instanceof Error && error.cause ? error.cause : error;
    if (!(cause instanceof Crash)) throw error;
  });
  return calls();
}

/** What is not received is deposited again, its message lost; the sweeps do the rest. */
async function resume(ports: Ports, deposits: readonly Deposit[], queue = quietQueue()): Promise<void> {
  for (const { fact, bytes } of deposits) await ports.facts.put(fact, bytes);
  subscribe(queue, { ...ports, queue }, generation());
  await settle(ports, queue, generation());
  await queue.stop();
}

async function expectSettled(ports: Ports): Promise<void> {
  const queue = quietQueue();
  expect(await sweepReturns({ ...ports, queue }, generation())).toBe(0);
  expect(await sweepEditions({ ...ports, queue }, generation())).toBe(0);
}

describe('a process that dies', () => {
  // A pool and a body of it, a row judged against what stands: each kind of step, in few calls.
  const deposits = smallCampaign().slice(0, 3);

  it('at any call, before or after it took effect, leaves nothing that the sweeps do not find', async () => {
    const expected = await quietRun(deposits);
    const calls = await processThatDies(memoryPorts(), deposits, NEVER);
    expect(calls).toBeGreaterThan(60);
    for (let at = 1; at <= calls; at++) {
      for (const after of [false, true]) {
        const storage = memoryPorts();
        await processThatDies(storage, deposits, { at, after });
        const ports = portsOn(storage);
        await resume(ports, deposits);
        expect({ at, after, standing: await standingOf(ports) }).toEqual({ at, after, standing: expected });
      }
    }
    const storage = memoryPorts();
    await processThatDies(storage, deposits, NEVER);
    await expectSettled(portsOn(storage));
  });

  it('several times in a row, its messages doubled and shuffled, ends as a quiet one', async () => {
    const death = fc.record({ at: fc.integer({ min: 1, max: 150 }), after: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(
        anyDeposits,
        fc.array(death, { minLength: 1, maxLength: 3 }),
        fc.nat(1_000_000),
        async (files, deaths, seed) => {
          const storage = memoryPorts();
          for (const [i, each] of deaths.entries())
            await processThatDies(storage, files, each, unrulyQueue(seed + i));
          const ports = portsOn(storage);
          await resume(ports, files, unrulyQueue(seed));
          expect(await standingOf(ports)).toEqual(await quietRun(files));
          await expectSettled(ports);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('a call that fails once', () => {
  it('is made again by the queue or by the next sweep, and changes nothing', async () => {
    const deposits = smallCampaign();
    const expected = await quietRun(deposits);
    for (let after = 1; after <= 301; after += 20) {
      const storage = memoryPorts();
      for (const { fact, bytes } of deposits) await storage.facts.put(fact, bytes);
      const queue = quietQueue();
      const ports = {
        ...portsOn(storage),
        ...crashing({ ...storage, queue: { send: queue.send } }, { after, seed: after }),
      };
      subscribe(queue, ports, generation());
      // The sweep itself is on a schedule: one that breaks off is followed by another.
      const sweeps = () => settle(ports, queue, generation());
      await sweeps().catch(sweeps);
      await queue.stop();
      expect({ after, standing: await standingOf(portsOn(storage)) }).toEqual({ after, standing: expected });
    }
  });
});
