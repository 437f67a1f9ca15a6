import { writeEntry } from '../../../shared/adapters/dynamodb/codecs/entry-item.ts';
import type { GenerationId, ReturnRecord } from '../../../shared/application/ports.ts';
import type { CampaignYear } from '../../../shared/domain/campaign/campaign.ts';
import { referenceSet } from '../../builders/directory.ts';
import type { StoragePorts } from '../../doubles/memory-ports.ts';
import { seeded, shuffled } from '../../doubles/seeded.ts';
import { STORAGE_KINDS, type StorageKind } from './kinds.ts';
import {
  checkEntry,
  edition,
  entry,
  factId,
  finess,
  largeEntry,
  returnRecord,
  SCOPE,
  sha256,
  verdict,
} from './specimens.ts';

describe.each(STORAGE_KINDS)('storage %s', (_, start) => {
  let kind: StorageKind;
  let ports: StoragePorts;
  beforeAll(async () => {
    kind = await start();
  });
  beforeEach(async () => {
    ports = await kind.blank();
  });
  afterAll(() => kind.stop());

  describe('journal', () => {
    const inBrittany = (over: Parameters<typeof entry>[0]) => ({
      territory: '53' as const,
      entry: entry(over),
    });

    it('gives back an entry as it was, to the last cent', async () => {
      await ports.journal.add(SCOPE, [inBrittany({})]);
      expect(await ports.journal.ofRange(SCOPE, '53', finess(1), finess(1))).toEqual([entry()]);
    });

    it('is a set: twice and in any order is the same, in the order of deposits then lines', async () => {
      const entries = [1, 2, 3].flatMap((f) => [2, 10, 100].map((line) => inBrittany({ fact: f, line })));
      await ports.journal.add(SCOPE, shuffled([...entries, ...entries], seeded(1)));
      await ports.journal.add(SCOPE, shuffled(entries, seeded(2)));
      expect(await ports.journal.ofRange(SCOPE, '53', finess(1), finess(1))).toEqual(
        entries.map((e) => e.entry),
      );
    });

    it('keeps declarants, territories, campaigns and generations apart', async () => {
      await ports.journal.add(SCOPE, [
        inBrittany({ finess: 1 }),
        inBrittany({ finess: 2 }),
        { territory: '11', entry: entry({ finess: 1, fact: 9 }) },
      ]);
      const campaign = 2027 as CampaignYear;
      await ports.journal.add({ ...SCOPE, campaign }, [inBrittany({ finess: 1, fact: 8 })]);
      await ports.journal.add({ ...SCOPE, generation: 'g10' as GenerationId }, [inBrittany({ fact: 7 })]);
      expect(await ports.journal.ofRange(SCOPE, '53', finess(1), finess(1))).toEqual([entry({ finess: 1 })]);
      expect(await ports.journal.ofTerritory(SCOPE, '53')).toEqual([entry(), entry({ finess: 2 })]);
      expect(await ports.journal.ofTerritory(SCOPE, 'EXT')).toEqual([]);
    });

    it('gives the entries from one FINESS to another, both included', async () => {
      const numbers = [1, 2, 3, 4].map(finess).sort();
      const [, second = finess(1), third = finess(1)] = numbers;
      await ports.journal.add(
        SCOPE,
        [1, 2, 3, 4].map((n) => inBrittany({ finess: n })),
      );
      const read = await ports.journal.ofRange(SCOPE, '53', second, third);
      expect(read.map((e) => e.finess)).toEqual([second, third]);
    });

    it('gives back the 1,000 entries of a territory, by FINESS', async () => {
      // Wide enough for several answers of 1 MB.
      const wide = Array.from({ length: 1000 }, (__, n) => inBrittany({ finess: n, seen: 'x'.repeat(2500) }));
      await ports.journal.add(SCOPE, shuffled(wide, seeded(3)));
      const read = await ports.journal.ofTerritory(SCOPE, '53');
      expect(read.map((e) => e.finess)).toEqual(wide.map((w) => w.entry.finess).sort());
    });

    it('gives back lists, answers to warnings and checks as they were, whatever their size', async () => {
      const entries = [largeEntry(), checkEntry()];
      expect(Buffer.byteLength(writeEntry(largeEntry()))).toBeGreaterThan(400_000);
      await ports.journal.add(
        SCOPE,
        entries.map((one) => ({ territory: '53', entry: one })),
      );
      expect(await ports.journal.ofTerritory(SCOPE, '53')).toEqual(entries);
    });

    it('takes an entry whose cells are larger than an item', async () => {
      const seen = 'é'.repeat(500_000);
      await ports.journal.add(SCOPE, [inBrittany({ seen })]);
      expect(await ports.journal.ofTerritory(SCOPE, '53')).toEqual([entry({ seen })]);
    });
  });

  describe('returns', () => {
    it('gives back a return as it was, under version 1', async () => {
      expect(await ports.returns.get(SCOPE, '53', finess(1))).toBeNull();
      expect(await ports.returns.put(SCOPE, returnRecord(), null)).toBe(true);
      expect(await ports.returns.get(SCOPE, '53', finess(1))).toEqual({ version: 1, value: returnRecord() });
    });

    it('gives many at once, those that are there, and what each stands on', async () => {
      await ports.returns.put(SCOPE, returnRecord(), null);
      const asked = [1, 2].map((n) => ({ territory: '53' as const, finess: finess(n) }));
      expect(await ports.returns.getMany(SCOPE, asked)).toEqual(
        new Map([[finess(1), { version: 1, value: returnRecord() }]]),
      );
      expect(await ports.returns.inputsOf(SCOPE, '53')).toEqual(
        new Map([[finess(1), returnRecord().inputs]]),
      );
      expect(await ports.returns.getMany(SCOPE, [])).toEqual(new Map());
    });

    it.each<ReturnRecord['outcome']>([
      null,
      { state: 'non_repondant' },
      { state: 'non_calcule', reasons: ['budget-nul', 'maturite-absente'] },
    ])('gives back the outcome %j', async (outcome) => {
      const record = { ...returnRecord(), outcome };
      await ports.returns.put(SCOPE, record, null);
      expect(await ports.returns.ofTerritory(SCOPE, '53')).toEqual([record]);
    });

    it('refuses a writer who read another version, or none', async () => {
      await ports.returns.put(SCOPE, returnRecord(), null);
      expect(await ports.returns.put(SCOPE, returnRecord({ inputs: 'late' }), null)).toBe(false);
      expect(await ports.returns.put(SCOPE, returnRecord({ inputs: 'new' }), 1)).toBe(true);
      expect(await ports.returns.put(SCOPE, returnRecord({ inputs: 'late' }), 1)).toBe(false);
      expect((await ports.returns.get(SCOPE, '53', finess(1)))?.value.inputs).toBe(sha256('new'));
    });

    it('loses none of 100 concurrent compare-and-set increments', async () => {
      const increment = async (): Promise<void> => {
        const read = await ports.returns.get(SCOPE, '53', finess(1));
        const { state, ...record } = read?.value ?? returnRecord({ deposits: 0 });
        const next = { ...record, state: { ...state, tries: state.tries + 1 } };
        if (!(await ports.returns.put(SCOPE, next, read?.version ?? null))) await increment();
      };
      const writer = async () => {
        for (let i = 0; i < 10; i++) await increment();
      };
      await Promise.all(Array.from({ length: 10 }, writer));
      const end = await ports.returns.get(SCOPE, '53', finess(1));
      expect([end?.value.state.tries, end?.version]).toEqual([100, 100]);
    });

    it('takes a body deposited a thousand times', async () => {
      const record = returnRecord({ deposits: 1000 });
      await ports.returns.put(SCOPE, record, null);
      expect((await ports.returns.get(SCOPE, '53', finess(1)))?.value).toEqual(record);
    });
  });

  it('keeps verdicts by version, in the order of opening', async () => {
    for (const n of [2, 1]) expect(await ports.verdicts.put(SCOPE, verdict(n), null)).toBe(true);
    expect(await ports.verdicts.put(SCOPE, { ...verdict(1), status: 'rejected' }, null)).toBe(false);
    expect(await ports.verdicts.get(SCOPE, factId(1))).toEqual({ version: 1, value: verdict(1) });
    expect(await ports.verdicts.get(SCOPE, factId(3))).toBeNull();
    expect(await ports.verdicts.all(SCOPE)).toEqual([verdict(1), verdict(2)]);
  });

  describe.each(['53', 'FR'] as const)('the editions of %s', (of) => {
    it('are found by number, the last one first', async () => {
      expect(await ports.editions.get(SCOPE, of)).toBeNull();
      expect(await ports.editions.all(SCOPE, of)).toEqual([]);
      for (const n of [1, 2, 9, 10]) expect(await ports.editions.put(SCOPE, edition(of, n))).toBe(true);
      expect(await ports.editions.get(SCOPE, of)).toEqual(edition(of, 10));
      expect(await ports.editions.all(SCOPE, of)).toEqual([10, 9, 2, 1].map((n) => edition(of, n)));
      expect(await ports.editions.get(SCOPE, '84')).toBeNull();
      expect(await ports.editions.all({ ...SCOPE, generation: 'g2' as GenerationId }, of)).toEqual([]);
    });

    it('stay as published: a number is taken once, whoever comes', async () => {
      const puts = Array.from({ length: 10 }, (__, n) =>
        ports.editions.put(SCOPE, { ...edition(of, 1), inputs: sha256(String(n)) }),
      );
      const won = await Promise.all(puts);
      expect(won.filter(Boolean)).toHaveLength(1);
      const [published] = await ports.editions.all(SCOPE, of);
      expect(published?.inputs).toBe(sha256(String(won.indexOf(true))));
    });
  });

  it('knows the last change of returns, and up to which one workbooks were settled', async () => {
    const { changes } = ports;
    expect([await changes.last(SCOPE), await changes.settled(SCOPE)]).toEqual([null, null]);
    await changes.mark(SCOPE);
    const first = (await changes.last(SCOPE)) ?? '';
    await changes.settle(SCOPE, first);
    await changes.mark(SCOPE);
    expect(await changes.last(SCOPE)).not.toBe(first);
    expect(await changes.settled(SCOPE)).toBe(first);
    expect(await changes.last({ ...SCOPE, campaign: 2027 as CampaignYear })).toBeNull();
  });

  it('switches the generation of one campaign', async () => {
    const [first, second] = ['g1', 'g2'] as readonly string[] as readonly [GenerationId, GenerationId];
    expect(await ports.generations.current(SCOPE.campaign)).toBeNull();
    expect(await ports.generations.switchTo(SCOPE.campaign, first, null)).toBe(true);
    expect(await ports.generations.switchTo(SCOPE.campaign, second, null)).toBe(false);
    expect(await ports.generations.switchTo(SCOPE.campaign, second, 1)).toBe(true);
    expect(await ports.generations.current(SCOPE.campaign)).toEqual({ version: 2, value: 'g2' });
    expect(await ports.generations.current(2027 as CampaignYear)).toBeNull();
  });

  it('knows the generation published last of each campaign, and the campaigns, the latest first', async () => {
    const { generations } = ports;
    expect(await generations.published(SCOPE.campaign)).toBeNull();
    expect(await generations.campaigns()).toEqual([]);
    for (const year of [2026, 2028, 2027] as CampaignYear[])
      await generations.publish(year, `g${year}` as GenerationId);
    await generations.publish(SCOPE.campaign, 'again' as GenerationId);
    expect(await generations.published(SCOPE.campaign)).toBe('again');
    expect(await generations.published(2027 as CampaignYear)).toBe('g2027');
    expect(await generations.campaigns()).toEqual([2028, 2027, 2026]);
    expect(await generations.current(SCOPE.campaign)).toBeNull();
  });

  it('gives back a published reference set as it was understood', async () => {
    const published = {
      reference: referenceSet(),
      ruleSet: '2026-1',
      files: { 'declarants.csv': sha256('d') },
    };
    expect(await ports.references.get(SCOPE.generation)).toBeNull();
    await ports.references.put(SCOPE.generation, published);
    await ports.references.put(SCOPE.generation, published);
    expect(await ports.references.get(SCOPE.generation)).toEqual(published);
    expect(await ports.references.get('g2' as GenerationId)).toBeNull();
  });

  it('keeps documents, the first under a key', async () => {
    expect(await ports.documents.get('verdicts/a.json')).toBeNull();
    await ports.documents.put('verdicts/a.json', Buffer.from('a'));
    await ports.documents.put('verdicts/a.json', Buffer.from('a'));
    expect(Buffer.from((await ports.documents.get('verdicts/a.json')) ?? []).toString()).toBe('a');
  });
});
