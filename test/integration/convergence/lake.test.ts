import * as fc from 'fast-check';
import type { Ports } from '../../../infra/local/workplace.ts';
import { buildNational } from '../../../shared/application/build-national.ts';
import { computeFigures } from '../../../shared/application/compute-figures.ts';
import { sha256 } from '../../../shared/application/digest.ts';
import { isLakeBehind } from '../../../shared/application/lake-target.ts';
import type { Lake } from '../../../shared/application/ports.ts';
import { publishReference } from '../../../shared/application/publish-reference.ts';
import { readDeposits } from '../../../shared/application/read-deposits.ts';
import { sweepChangedEditions, sweepEditions } from '../../../shared/application/sweep.ts';
import { LAKE_REGIONS, lakeKey, lakeMarkerKey } from '../../../shared/domain/lake/lake-keys.ts';
import { LAKE_TABLE_NAMES } from '../../../shared/domain/lake/lake-tables.ts';
import { VERSION } from '../../../shared/domain/version.ts';
import {
  csvOf,
  type Deposit,
  depositsOf,
  generation,
  portsOn,
  quietQueue,
  run,
  smallCampaign,
} from '../../builders/campaign.ts';
import { GOOD_ROW } from '../../builders/declaration.ts';
import { LONER, MEMBER, NEIGHBOUR } from '../../builders/directory.ts';
import { CAMPAIGN } from '../../builders/entry.ts';
import { Crash } from '../../doubles/crashing.ts';
import { memoryPorts, type StoragePorts } from '../../doubles/memory-ports.ts';

const UNDER = generation();
const KEYS = LAKE_TABLE_NAMES.flatMap((table) =>
  LAKE_REGIONS.map((region) => lakeKey(table, CAMPAIGN, region)),
);

/** Three editions of the nation; the figures of one region are the same in the first and the last. */
const [first, second, third] = depositsOf(
  csvOf({ ...GOOD_ROW, num_medical: '1' }),
  csvOf({ ...GOOD_ROW, num_medical: '2' }, { ...GOOD_ROW, finess: NEIGHBOUR }),
  csvOf({ ...GOOD_ROW, num_medical: '1' }),
) as [Deposit, Deposit, Deposit];

async function received(ports: Ports, { fact, bytes }: Deposit): Promise<void> {
  const queue = { send: async () => undefined };
  await ports.facts.put(fact, bytes);
  await readDeposits({ ...ports, queue }, UNDER, [{ id: fact.id }]);
  await computeFigures({ ...ports, queue }, UNDER, [LONER, NEIGHBOUR, MEMBER]);
}

/** A campaign in force in which nothing was built. */
async function inForce(storage: StoragePorts = memoryPorts()): Promise<Ports> {
  const ports = portsOn(storage);
  await publishReference({ ...ports, queue: { send: async () => undefined } }, UNDER, new Map());
  await ports.generations.switchTo(CAMPAIGN, UNDER.scope.generation, null);
  return ports;
}

/** Hash of every object of the lake, null where there is none. */
async function objectsOf({ lake }: Ports) {
  const hashes = KEYS.map(async (key) => {
    const found = await lake.get(key);
    return [key, found && sha256(found.bytes)] as const;
  });
  return Object.fromEntries(await Promise.all(hashes));
}

async function markerOf({ lake }: Ports) {
  const found = await lake.get(lakeMarkerKey(CAMPAIGN));
  return found && JSON.parse(new TextDecoder().decode(found.bytes));
}

/** The lake of one who received these deposits and built once. */
async function lakeAfter(...deposits: readonly Deposit[]) {
  const ports = await inForce();
  for (const deposit of deposits) await received(ports, deposit);
  await buildNational(ports, UNDER);
  return objectsOf(ports);
}

/** The same ports, whose calls on the lake are counted from 1 and pass through `at` first. */
function withLake(ports: Ports, at: (call: number, act: () => Promise<unknown>) => Promise<unknown>): Ports {
  let calls = 0;
  const counted =
    <A extends readonly unknown[], R>(method: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> =>
      at(++calls, () => method(...args)) as Promise<R>;
  const lake: Lake = { get: counted(ports.lake.get), put: counted(ports.lake.put) };
  return { ...ports, lake };
}

async function unlessDead(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof Crash)) throw error;
  });
}

describe('the lake', () => {
  it('holds every table of every region once the campaign is settled, named by the last edition', async () => {
    const storage = memoryPorts();
    const ports = portsOn(storage);
    const queue = quietQueue();
    await run({ ...ports, queue }, queue, smallCampaign());
    const last = await ports.editions.get(UNDER.scope, 'FR');
    const objects = await objectsOf(ports);
    expect(Object.values(objects)).not.toContain(null);
    expect(await markerOf(ports)).toEqual({
      campagne: CAMPAIGN,
      generation: UNDER.scope.generation,
      edition: last?.number,
      code: VERSION,
      objets: objects,
    });
    expect(await isLakeBehind(ports, UNDER.scope)).toBe(false);
  });

  it('is the same whatever the editions that came before', async () => {
    const ports = await inForce();
    for (const deposit of [first, second]) {
      await received(ports, deposit);
      await buildNational(ports, UNDER);
    }
    const expected = await lakeAfter(first, second);
    expect(await objectsOf(ports)).toEqual(expected);
    expect(expected).not.toEqual(await lakeAfter(first));
  });

  it('costs one read where it is up to date', async () => {
    const ports = await inForce();
    await buildNational(ports, UNDER);
    const calls: number[] = [];
    await buildNational(
      withLake(ports, (call, act) => {
        calls.push(call);
        return act();
      }),
      UNDER,
    );
    expect(calls).toEqual([1]);
    const fresh = await inForce();
    let made = 0;
    await buildNational(
      withLake(fresh, (call, act) => {
        made = call;
        return act();
      }),
      UNDER,
    );
    expect(made).toBe(CALLS);
  });

  it('is asked for by the full sweep where its marker names another edition, and not by that of each minute', async () => {
    const ports = await inForce();
    await received(ports, first);
    const unwritten = withLake(ports, async (call, act) => {
      if (call > 1) throw new Crash('lake');
      return act();
    });
    await unlessDead(buildNational(unwritten, UNDER));
    expect(await ports.editions.get(UNDER.scope, 'FR')).not.toBeNull();

    const sent: unknown[] = [];
    const queue = {
      send: async (messages: readonly { readonly kind: string }[]) => {
        sent.push(...messages.filter(({ kind }) => kind === 'build-national'));
      },
    };
    await sweepChangedEditions({ ...ports, queue }, UNDER);
    expect(sent).toEqual([]);
    await sweepEditions({ ...ports, queue }, UNDER);
    expect(sent).toEqual([{ kind: 'build-national', scope: UNDER.scope }]);
    await buildNational(ports, UNDER);
    expect(await objectsOf(ports)).toEqual(await lakeAfter(first));
    await sweepEditions({ ...ports, queue }, UNDER);
    expect(sent).toHaveLength(1);
  });

  it('is asked for where another version of the code wrote it: its columns may be others', async () => {
    const ports = await inForce();
    await buildNational(ports, UNDER);
    const key = lakeMarkerKey(CAMPAIGN);
    const there = await ports.lake.get(key);
    const text = new TextDecoder().decode(there?.bytes).replace(`"${VERSION}"`, '"0.0.1"');
    await ports.lake.put(key, new TextEncoder().encode(text), there?.version ?? null);
    expect(await isLakeBehind(ports, UNDER.scope)).toBe(true);
    await buildNational(ports, UNDER);
    expect(await isLakeBehind(ports, UNDER.scope)).toBe(false);
  });

  it('shows no generation but the one in force', async () => {
    const ports = await inForce();
    await received(ports, first);
    await buildNational(ports, UNDER);
    const before = await objectsOf(ports);
    const other = generation({ contacts: [] });
    const elsewhere = {
      ...UNDER,
      scope: { ...other.scope, generation: 'autre' as typeof UNDER.scope.generation },
    };
    await buildNational(ports, elsewhere);
    expect(await ports.editions.get(elsewhere.scope, 'FR')).not.toBeNull();
    expect(await objectsOf(ports)).toEqual(before);
    expect(await isLakeBehind(ports, elsewhere.scope)).toBe(false);
  });

  it('waits for the edition to come where the returns have moved on since', async () => {
    const ports = await inForce();
    await received(ports, first);
    let moved = false;
    const late: Ports = {
      ...ports,
      editions: {
        ...ports.editions,
        put: async (scope, record) => {
          const put = await ports.editions.put(scope, { ...record, inputs: 'celles d’une autre' });
          moved = true;
          return put;
        },
      },
    };
    await buildNational(late, UNDER);
    expect(moved).toBe(true);
    expect(await markerOf(ports)).toBeNull();
  });
});

/** Two reads of the marker, each object read then put, the marker. */
const CALLS = 2 + 2 * KEYS.length + 1;

describe('a writer of the lake that dies', () => {
  it('at any call, before or after it took effect, leaves what the sweep finds', async () => {
    const expected = await lakeAfter(first, second);
    // Among the readings a few; the first put, the last two, and some between.
    for (const at of [1, 2, 50, 103, 104, 120, 155, 190, CALLS - 1, CALLS]) {
      for (const after of [false, true]) {
        const ports = await inForce();
        await received(ports, first);
        await buildNational(ports, UNDER);
        await received(ports, second);
        const mortal = withLake(ports, async (call, act) => {
          if (call < at) return act();
          if (call === at && after) await act();
          throw new Crash(`call ${call}`);
        });
        await unlessDead(buildNational(mortal, UNDER));
        const behind = await isLakeBehind(ports, UNDER.scope);
        if (behind) await buildNational(ports, UNDER);
        expect({ at, after, lake: await objectsOf(ports) }).toEqual({ at, after, lake: expected });
      }
    }
  });
});

describe('a writer of an earlier edition', () => {
  it('however late, and wherever it dies, undoes nothing of the last', async () => {
    const expected = await lakeAfter(first, second, third);
    const anyCall = fc.integer({ min: 1, max: CALLS });
    await fc.assert(
      fc.asyncProperty(anyCall, anyCall, fc.boolean(), async (overtakenAt, lives, after) => {
        const ports = await inForce();
        await received(ports, first);
        await buildNational(ports, UNDER);
        await received(ports, second);
        const overtake = async () => {
          await received(ports, third);
          await buildNational(ports, UNDER);
        };
        let overtaken: Promise<void> = Promise.resolve();
        const late = withLake(ports, async (call, act) => {
          const died = overtakenAt + lives;
          if (call > died) throw new Crash(`call ${call}`);
          if (call === overtakenAt) overtaken = overtake();
          await overtaken;
          if (call === died && !after) throw new Crash(`call ${call}`);
          return act();
        });
        await unlessDead(buildNational(late, UNDER));
        await overtaken;
        // What a reader is told is whole, whatever became of the other.
        if (!(await isLakeBehind(ports, UNDER.scope))) expect(await objectsOf(ports)).toEqual(expected);
        await buildNational(ports, UNDER);
        expect(await objectsOf(ports)).toEqual(expected);
      }),
      // Overtaken before it has read anything, and dying late: what it read is then the last.
      {
        numRuns: 30,
        examples: [
          [2, CALLS, false],
          [2, CALLS - 5, true],
          [CALLS, 1, true],
        ],
      },
    );
  });
});
