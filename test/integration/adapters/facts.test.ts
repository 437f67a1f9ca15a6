import { createHash } from 'node:crypto';
import { FactConflict, FactDamaged } from '../../../shared/application/errors.ts';
import type { Facts } from '../../../shared/application/ports.ts';
import type { CampaignYear } from '../../../shared/domain/campaign/campaign.ts';
import { STORAGE_KINDS, type StorageKind } from './kinds.ts';
import { BYTES, fact, factId, SCOPE, tombstone } from './specimens.ts';

const NEXT = 2027 as CampaignYear;
const OTHER = Buffer.from('other');

describe.each(STORAGE_KINDS)('facts %s', (_, start) => {
  let kind: StorageKind;
  let facts: Facts;
  beforeAll(async () => {
    kind = await start();
  });
  beforeEach(async () => {
    ({ facts } = await kind.blank());
  });
  afterAll(() => kind.stop());
  const read = (n: number) => facts.read(SCOPE.campaign, factId(n));

  it('keep bytes and record; twice changes nothing', async () => {
    await facts.put(fact(1), BYTES);
    await facts.put({ ...fact(1), file: 'another name.csv' }, BYTES);
    expect((await read(1))?.fact).toEqual(fact(1));
    expect(Buffer.from((await read(1))?.bytes ?? [])).toEqual(BYTES);
  });

  it('refuse another content under the same id, even at once', async () => {
    const puts = [facts.put(fact(1), BYTES), facts.put(fact(1, OTHER), OTHER)];
    const settled = await Promise.allSettled(puts);
    const refused = settled.flatMap((put) => (put.status === 'rejected' ? [put.reason] : []));
    expect(refused).toEqual([expect.any(FactConflict)]);
    const kept = await read(1);
    const hash = createHash('sha256')
      .update(kept?.bytes ?? '')
      .digest('hex');
    expect(kept?.fact.sha256).toBe(hash);
    expect(await facts.ids(SCOPE.campaign)).toEqual([factId(1)]);
  });

  it('are listed in the order of opening, by campaign', async () => {
    for (const n of [3, 1, 2]) await facts.put(fact(n), BYTES);
    await facts.put({ ...fact(4), campaign: NEXT }, BYTES);
    expect(await facts.ids(SCOPE.campaign)).toEqual([1, 2, 3].map(factId));
    expect(await facts.ids(2030 as CampaignYear)).toEqual([]);
    expect(await read(4)).toBeNull();
  });

  it('are opened first: known, not there, and complete once their bytes are put', async () => {
    expect(await facts.record(SCOPE.campaign, factId(1))).toBeNull();
    expect(await read(1)).toBeNull();
    await facts.open(fact(1));
    await facts.open({ ...fact(1), file: 'another name.csv' });
    expect(await facts.record(SCOPE.campaign, factId(1))).toEqual(fact(1));
    expect(await facts.ids(SCOPE.campaign)).toEqual([]);
    await expect(read(1)).rejects.toThrow(FactDamaged);
    await facts.put(fact(1), BYTES);
    expect(await facts.ids(SCOPE.campaign)).toEqual([factId(1)]);
    expect((await read(1))?.fact).toEqual(fact(1));
  });

  it('are opened for one content: another is refused, by whichever call', async () => {
    await facts.open(fact(1));
    await expect(facts.open(fact(1, OTHER))).rejects.toThrow(FactConflict);
    await expect(facts.put(fact(1, OTHER), OTHER)).rejects.toThrow(FactConflict);
    expect(await facts.ids(SCOPE.campaign)).toEqual([]);
  });

  it('are opened by one of many who bring different contents under one id at once', async () => {
    const comers = Array.from({ length: 8 }, (__, n) => fact(1, Buffer.from(String(n))));
    const settled = await Promise.allSettled(comers.map((comer) => facts.open(comer)));
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const winner = comers[settled.findIndex(({ status }) => status === 'fulfilled')];
    expect(await facts.record(SCOPE.campaign, factId(1))).toEqual(winner);
  });

  it('may be acts, and say who brought them', async () => {
    const act = { ...fact(1), kind: 'act' as const, file: 'visa', scope: '53' };
    await facts.put(act, BYTES);
    expect(await facts.record(SCOPE.campaign, factId(1))).toEqual(act);
  });

  it('remember the first erasure of each, by campaign; what is erased is still there', async () => {
    await facts.put(fact(1), BYTES);
    expect(await facts.erased(SCOPE.campaign)).toEqual(new Map());
    await facts.erase(tombstone(1));
    await facts.erase(tombstone(1, 'une autre raison'));
    await facts.erase({ ...tombstone(2), campaign: NEXT });
    expect(await facts.erased(SCOPE.campaign)).toEqual(new Map([[factId(1), tombstone(1)]]));
    expect([...(await facts.erased(NEXT)).keys()]).toEqual([factId(2)]);
    expect(await facts.ids(SCOPE.campaign)).toEqual([factId(1)]);
    expect(Buffer.from((await read(1))?.bytes ?? [])).toEqual(BYTES);
  });
});
