import type { Fact, Openings, Shelf } from '../../../shared/application/ports.ts';
import type { CampaignYear } from '../../../shared/domain/campaign/campaign.ts';
import type { FactId } from '../../../shared/domain/return/entry.ts';
import { seeded, shuffled } from '../../doubles/seeded.ts';
import { STORAGE_KINDS, type StorageKind } from './kinds.ts';
import { fact, factId, finess, SCOPE } from './specimens.ts';

const NEXT = 2027 as CampaignYear;
const ALL: Shelf = { kind: 'all' };
const BRITTANY: Shelf = { kind: 'region', region: '53' };
const body = (n: number): Shelf => ({ kind: 'body', finess: finess(n) });

describe.each(STORAGE_KINDS)('openings %s', (_, start) => {
  let kind: StorageKind;
  let openings: Openings;
  beforeAll(async () => {
    kind = await start();
  });
  beforeEach(async () => {
    ({ openings } = await kind.blank());
  });
  afterAll(() => kind.stop());

  it('are given back by id, and null for what was not opened', async () => {
    await openings.put([{ fact: fact(1), shelves: [ALL] }]);
    expect(await openings.get(SCOPE.campaign, factId(1))).toEqual(fact(1));
    expect(await openings.get(SCOPE.campaign, factId(2))).toBeNull();
    expect(await openings.get(NEXT, factId(1))).toBeNull();
  });

  it('come by pages, the latest first', async () => {
    const all = Array.from({ length: 30 }, (__, n) => ({ fact: fact(n + 1), shelves: [ALL] }));
    await openings.put(shuffled(all, seeded(1)));
    const pages: FactId[][] = [];
    for (let before: FactId | null = null; ; ) {
      const page: readonly Fact[] = await openings.page(SCOPE.campaign, ALL, { before, limit: 12 });
      if (page.length === 0) break;
      pages.push(page.map(({ id }) => id));
      before = page.at(-1)?.id ?? null;
    }
    expect(pages.map(({ length }) => length)).toEqual([12, 12, 6]);
    expect(pages.flat()).toEqual(all.map((opening) => opening.fact.id).reverse());
  });

  it('lie on the shelves named and no other, by campaign', async () => {
    await openings.put([
      { fact: fact(1), shelves: [body(1), BRITTANY, ALL] },
      { fact: fact(2), shelves: [body(2), ALL] },
      { fact: fact(3), shelves: [] },
      { fact: { ...fact(4), campaign: NEXT }, shelves: [BRITTANY] },
    ]);
    const on = async (shelf: Shelf, campaign = SCOPE.campaign) =>
      (await openings.page(campaign, shelf, { before: null, limit: 10 })).map(({ id }) => id);
    expect(await on(body(1))).toEqual([factId(1)]);
    expect(await on(body(2))).toEqual([factId(2)]);
    expect(await on(body(3))).toEqual([]);
    expect(await on(BRITTANY)).toEqual([factId(1)]);
    expect(await on(ALL)).toEqual([factId(2), factId(1)]);
    expect(await on(BRITTANY, NEXT)).toEqual([factId(4)]);
  });

  it('are the same put twice, at once or later', async () => {
    const opening = { fact: fact(1), shelves: [ALL, ALL] };
    await openings.put([opening, opening]);
    await openings.put([opening]);
    const page = await openings.page(SCOPE.campaign, ALL, { before: null, limit: 10 });
    expect(page).toEqual([fact(1)]);
  });
});
