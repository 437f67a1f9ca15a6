import type { DeadLetter, Handlers } from '../../../shared/adapters/queue/delivery.ts';
import { DeliveryTimeout } from '../../../shared/adapters/queue/delivery.ts';
import { inProcessQueue } from '../../../shared/adapters/queue/in-process-queue.ts';
import type { GenerationId, Message, Scope } from '../../../shared/application/ports.ts';
import type { CampaignYear } from '../../../shared/domain/campaign/campaign.ts';
import type { FactId } from '../../../shared/domain/return/entry.ts';
import { unrulyQueue } from '../../doubles/unruly-queue.ts';

const scope: Scope = { generation: 'g1' as GenerationId, campaign: 2026 as CampaignYear };
const deposit = (n: number): Message => ({ kind: 'read-deposit', scope, fact: `F${n}` as FactId });
const figures = (finess: string): Message =>
  ({ kind: 'compute-figures', scope, finess }) as Extract<Message, { kind: 'compute-figures' }>;
const nation: Message = { kind: 'build-national', scope };
const at = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => deposit(from + n));

const idle = async () => [];
const handling = (handlers: Partial<Handlers>): Handlers => ({
  'read-deposit': idle,
  'compute-figures': idle,
  'build-workbook': idle,
  'build-national': idle,
  ...handlers,
});

/** A handler of deposits that notes what it is given. */
const noting = (seen: string[]): Partial<Handlers> => ({
  'read-deposit': async (batch) => {
    seen.push(...batch.map(({ message }) => message.fact));
    return [];
  },
});

const soon = { backoffMs: () => 0 };

describe('queue in the process', () => {
  it('delivers what was sent before and after the handlers came', async () => {
    const seen: string[] = [];
    const queue = inProcessQueue();
    await queue.send(at(0, 2));
    queue.subscribe(handling(noting(seen)));
    await queue.send(at(2, 4));
    await queue.drain();
    expect(seen).toEqual(['F0', 'F1', 'F2', 'F3']);
  });

  it('drains at once when nothing was sent, and waits for what handlers send', async () => {
    const done: string[] = [];
    const queue = inProcessQueue();
    await queue.drain();
    queue.subscribe(
      handling({
        'read-deposit': async () => {
          await queue.send([nation]);
          return [];
        },
        'build-national': async () => {
          await Promise.resolve();
          done.push('nation');
          return [];
        },
      }),
    );
    await queue.send([deposit(1)]);
    await queue.drain();
    expect(done).toEqual(['nation']);
  });

  it('brings back only those of a batch that failed, then buries them with their last error', async () => {
    const receives: string[] = [];
    const heard: DeadLetter[] = [];
    const queue = inProcessQueue({
      ...soon,
      maxReceives: 3,
      onDeadLetter: (letter) => heard.push(letter),
      batchSize: { 'read-deposit': 10, 'compute-figures': 1, 'build-workbook': 1, 'build-national': 1 },
    });
    queue.subscribe(
      handling({
        'read-deposit': async (batch) => {
          receives.push(...batch.map(({ message, receives: n }) => `${message.fact} ${n}`));
          const bad = batch.filter(({ message }) => message.fact === 'F1');
          return bad.map(({ id, receives: n }) => ({ id, error: `wrong ${n}` }));
        },
      }),
    );
    await queue.send(at(0, 3));
    await queue.drain();
    expect(receives).toEqual(['F0 1', 'F1 1', 'F2 1', 'F1 2', 'F1 3']);
    expect(queue.deadLetters()).toEqual<DeadLetter[]>([
      { message: deposit(1), receives: 3, error: 'wrong 3' },
    ]);
    expect(heard).toEqual(queue.deadLetters());
  });

  it('fails a whole batch whose handler throws', async () => {
    let calls = 0;
    const queue = inProcessQueue({ ...soon, maxReceives: 2 });
    queue.subscribe(
      handling({
        'build-national': () => {
          calls++;
          throw new Error('no disk');
        },
      }),
    );
    await queue.send([nation]);
    await queue.drain();
    expect(calls).toBe(2);
    expect(queue.deadLetters()).toMatchObject([{ message: nation, error: { message: 'no disk' } }]);
  });

  it('brings a message back when its handler outlasts the visibility timeout', async () => {
    const late = Promise.withResolvers<readonly never[]>();
    const receives: number[] = [];
    const queue = inProcessQueue({ ...soon, visibilityMs: 5 });
    queue.subscribe(
      handling({
        'build-national': async (batch) => {
          receives.push(...batch.map((d) => d.receives));
          return receives.length === 1 ? late.promise : [];
        },
      }),
    );
    await queue.send([nation]);
    await queue.drain();
    late.resolve([]);
    expect(receives).toEqual([1, 2]);
  });

  it('buries a message whose handler never answers', async () => {
    const queue = inProcessQueue({ ...soon, visibilityMs: 5, maxReceives: 2 });
    queue.subscribe(handling({ 'build-national': () => new Promise(() => undefined) }));
    await queue.send([nation]);
    await queue.drain();
    expect(queue.deadLetters()).toMatchObject([{ receives: 2, error: expect.any(DeliveryTimeout) }]);
  });

  it('keeps to the concurrency and the batch size of a kind', async () => {
    let inFlight = 0;
    let most = 0;
    const sizes: number[] = [];
    const queue = inProcessQueue({
      concurrency: { 'read-deposit': 3, 'compute-figures': 1, 'build-workbook': 1, 'build-national': 1 },
      batchSize: { 'read-deposit': 4, 'compute-figures': 1, 'build-workbook': 1, 'build-national': 1 },
    });
    queue.subscribe(
      handling({
        'read-deposit': async (batch) => {
          sizes.push(batch.length);
          most = Math.max(most, ++inFlight);
          await new Promise(setImmediate);
          inFlight--;
          return [];
        },
      }),
    );
    await queue.send(at(0, 30));
    await queue.drain();
    expect(most).toBe(3);
    expect(sizes).toEqual([4, 4, 4, 4, 4, 4, 4, 2]);
  });

  describe('identical messages', () => {
    const countNations = async (coalesce: boolean) => {
      let calls = 0;
      const queue = inProcessQueue({ coalesce });
      await queue.send([nation, nation]);
      queue.subscribe(
        handling({
          'build-national': async () => {
            // Sent while in flight: it is work not yet seen to.
            if (++calls === 1) await queue.send([nation]);
            return [];
          },
        }),
      );
      await queue.drain();
      return calls;
    };
    it('are kept once while they wait, not while one is in flight', async () => {
      expect(await countNations(true)).toBe(2);
    });
    it('are all kept when the queue coalesces nothing', async () => {
      expect(await countNations(false)).toBe(3);
    });
    it('of another scope or subject are different work', async () => {
      const seen: string[] = [];
      const queue = inProcessQueue();
      await queue.send([
        deposit(1),
        { ...deposit(1), scope: { ...scope, campaign: 2027 as CampaignYear } },
        deposit(2),
      ]);
      queue.subscribe(handling(noting(seen)));
      await queue.drain();
      expect(seen).toEqual(['F1', 'F1', 'F2']);
    });
  });

  it('holds figures back until the deposits are read, when told to', async () => {
    const order = async (upstreamFirst: boolean) => {
      const seen: string[] = [];
      const queue = inProcessQueue({ upstreamFirst });
      await queue.send([figures('a'), ...at(0, 6)]);
      queue.subscribe(
        handling({
          ...noting(seen),
          'compute-figures': async () => {
            seen.push('figures');
            return [];
          },
        }),
      );
      await queue.drain();
      return seen.indexOf('figures');
    };
    expect(await order(true)).toBe(6);
    expect(await order(false)).toBeLessThan(6);
  });

  it('delivers in the order that pick chooses', async () => {
    const seen: string[] = [];
    const queue = inProcessQueue({ pick: (waiting, most) => [...waiting.keys()].reverse().slice(0, most) });
    await queue.send(at(0, 4));
    queue.subscribe(handling(noting(seen)));
    await queue.drain();
    expect(seen).toEqual(['F3', 'F2', 'F1', 'F0']);
  });

  it('stops: what is in flight ends, what waits or fails is dropped, nothing more is taken', async () => {
    const gate = Promise.withResolvers<void>();
    let ended = 0;
    const queue = inProcessQueue({ backoffMs: () => 60_000 });
    queue.subscribe(
      handling({
        'build-national': async (batch) => {
          await gate.promise;
          ended++;
          return batch.map(({ id }) => ({ id, error: 'late' }));
        },
      }),
    );
    await queue.send([nation]);
    await queue.send([nation]);
    const stopped = queue.stop();
    gate.resolve();
    await stopped;
    expect(ended).toBe(1);
    await expect(queue.send([nation])).rejects.toThrow('stopped');
  });

  it('refuses a second set of handlers', () => {
    const queue = inProcessQueue();
    queue.subscribe(handling({}));
    expect(() => queue.subscribe(handling({}))).toThrow('already');
  });
});

describe('unruly queue', () => {
  const run = async (seed: number) => {
    const seen: string[] = [];
    const queue = unrulyQueue(seed);
    await queue.send(at(0, 30));
    queue.subscribe(handling(noting(seen)));
    await queue.drain();
    return seen;
  };
  it('delivers all, some twice, in another order, the same for the same seed', async () => {
    const seen = await run(1);
    expect(new Set(seen).size).toBe(30);
    expect(seen.length).toBeGreaterThan(30);
    expect([...new Set(seen)]).not.toEqual(at(0, 30).map((m) => (m.kind === 'read-deposit' ? m.fact : '')));
    expect(await run(1)).toEqual(seen);
    expect(await run(2)).not.toEqual(seen);
  });
});
