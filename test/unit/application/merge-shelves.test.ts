import * as fc from 'fast-check';
import { mergeShelves } from '../../../shared/application/merge-shelves.ts';
import type { Fact, Shelf } from '../../../shared/application/ports.ts';
import type { FactId } from '../../../shared/domain/return/entry.ts';
import { CARRIER, LONER, MEMBER } from '../../builders/directory.ts';
import { CAMPAIGN, day } from '../../builders/entry.ts';
import { memoryOpenings } from '../../doubles/memory-access.ts';
import { factId } from '../../doubles/reading-stage.ts';

const SHELVES: readonly Shelf[] = [CARRIER, MEMBER, LONER].map((finess) => ({ kind: 'body', finess }));

function factOf(id: FactId): Fact {
  return {
    id,
    kind: 'deposit',
    campaign: CAMPAIGN,
    file: 'a.csv',
    sha256: 'a'.repeat(64),
    size: 1,
    openedAt: '2026-07-15T10:00:00.000Z',
    day: day('2026-07-15'),
    depositor: { issuer: 'i', subject: 's', role: 'etablissement' },
    scope: LONER,
  };
}

/** Facts 1, 2, 3… each on the shelf whose index is given. */
async function shelved(places: readonly number[]) {
  const openings = memoryOpenings();
  const ids = places.map((_, index) => factId(index + 1));
  await openings.put(
    places.map((place, index) => ({
      fact: factOf(ids[index] ?? factId(0)),
      shelves: SHELVES.slice(place, place + 1),
    })),
  );
  return { openings, ids };
}

async function idsOf(facts: AsyncIterable<Fact>): Promise<readonly FactId[]> {
  const ids: FactId[] = [];
  for await (const { id } of facts) ids.push(id);
  return ids;
}

describe('several shelves as one list', () => {
  it('is all of them, the latest first, whatever the batch and where it begins', async () => {
    const places = fc.array(fc.nat({ max: SHELVES.length - 1 }), { maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(
        places,
        fc.integer({ min: 1, max: 8 }),
        fc.nat({ max: 27 }),
        async (places, batch, start) => {
          const { openings, ids } = await shelved(places);
          const before = start === 0 ? null : factId(start);
          const merged = await idsOf(mergeShelves(openings, CAMPAIGN, SHELVES, { before, batch }));
          const naive = [...ids].reverse().filter((id) => before === null || id < before);
          expect(merged).toEqual(naive);
        },
      ),
    );
  });

  it('reads a shelf no further than it is asked for', async () => {
    const { openings } = await shelved(Array.from({ length: 20 }, () => 0));
    let read = 0;
    const counted = {
      ...openings,
      page: async (...args: Parameters<typeof openings.page>) => {
        const page = await openings.page(...args);
        read += page.length;
        return page;
      },
    };
    for await (const { id } of mergeShelves(counted, CAMPAIGN, SHELVES, { before: null, batch: 4 }))
      if (id === factId(16)) break;
    // The batch in which the one asked for stands, and the one that its last element had read.
    expect(read).toBeLessThanOrEqual(8);
  });

  it('is empty where every shelf is, and of no shelf at all', async () => {
    const { openings } = await shelved([]);
    expect(await idsOf(mergeShelves(openings, CAMPAIGN, SHELVES, { before: null, batch: 5 }))).toEqual([]);
    expect(await idsOf(mergeShelves(openings, CAMPAIGN, [], { before: null, batch: 5 }))).toEqual([]);
  });
});
