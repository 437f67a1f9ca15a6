import { GetItemCommand, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { batchPut } from '../../../shared/adapters/dynamodb/batch-put.ts';
import { dynamoJournal } from '../../../shared/adapters/dynamodb/journal.ts';
import { returnKey } from '../../../shared/adapters/dynamodb/keys.ts';
import { putVersioned } from '../../../shared/adapters/dynamodb/put-versioned.ts';
import { createTableIfAbsent, tableOf } from '../../../shared/adapters/dynamodb/table.ts';
import { dynamoVerdicts } from '../../../shared/adapters/dynamodb/verdicts.ts';
import { StorageFailure } from '../../../shared/application/errors.ts';
import type { GenerationId } from '../../../shared/application/ports.ts';
import type { CampaignYear } from '../../../shared/domain/campaign/campaign.ts';
import { foldEntries } from '../../../shared/domain/return/fold.ts';
import { RULES_2026_1 } from '../../../shared/domain/rules/2026-1.ts';
import { serveStaleReads } from '../../doubles/stale-reads.ts';
import { putOffHalf, throttle } from '../../doubles/table-faults.ts';
import { clientOf, openRealStorage, type RealStorage } from './real-storage.ts';
import {
  edition,
  entry,
  fact,
  factId,
  finess,
  largeEntry,
  returnRecord,
  right,
  SCOPE,
  verdict,
} from './specimens.ts';

let storage: RealStorage;
beforeEach(async () => {
  storage = await openRealStorage();
});
afterEach(() => storage.close());

const entries = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ territory: '53' as const, entry: entry({ line: n + 2 }) }));

it('creates the table once, however often it is asked', async () => {
  await Promise.all([1, 2, 3].map(() => createTableIfAbsent(storage.client, 'another')));
  expect((await storage.client.send(new ListTablesCommand())).TableNames).toEqual(['another', 'items']);
});

it('sends again what a batch put off, until all is kept', async () => {
  const struck = putOffHalf(storage.client, 6);
  const journal = dynamoJournal(storage.table, storage.ports.documents, () => 0);
  await journal.add(SCOPE, entries(60));
  expect(struck.times).toBe(6);
  expect(await journal.ofRange(SCOPE, '53', finess(1), finess(1))).toEqual(entries(60).map((e) => e.entry));
});

it('fails when items are put off for ever', async () => {
  const struck = putOffHalf(storage.client, Number.POSITIVE_INFINITY);
  const journal = dynamoJournal(storage.table, storage.ports.documents, () => 0);
  await expect(journal.add(SCOPE, entries(10))).rejects.toThrow(StorageFailure);
  expect(struck.times).toBe(8);
});

it('waits longer and longer, by the backoff given', async () => {
  putOffHalf(storage.client, 3);
  const retries: number[] = [];
  const items = Array.from({ length: 20 }, (_, n) => ({ pk: 'x', sk: String(n) }));
  await batchPut(storage.table, items, (retry) => {
    retries.push(retry);
    return 0;
  });
  expect(retries).toEqual([1, 2, 3]);
});

it('goes through throttling', async () => {
  const struck = throttle(storage.client, 2);
  expect(await storage.ports.verdicts.put(SCOPE, verdict(1), null)).toBe(true);
  expect(struck.times).toBe(2);
});

it('keeps the cause of a refusal', async () => {
  const verdicts = dynamoVerdicts(tableOf(storage.client, 'absent'));
  const refusal = { name: 'StorageFailure', cause: { name: 'ResourceNotFoundException' } };
  await expect(verdicts.put(SCOPE, verdict(1), null)).rejects.toMatchObject(refusal);
  await expect(verdicts.get(SCOPE, factId(1))).rejects.toMatchObject(refusal);
  await expect(verdicts.all(SCOPE)).rejects.toMatchObject(refusal);
});

it('refuses a stored item that is not of its kind', async () => {
  const { sk, pk } = returnKey(SCOPE, '53', finess(1));
  await putVersioned(storage.table, { pk, sk }, { inputs: 'x', state: null, body: '{}' }, null);
  await expect(storage.ports.returns.get(SCOPE, '53', finess(1))).rejects.toThrow(/cannot be understood/);
});

it('keeps every item under 100 KB, whatever the bodies', async () => {
  const seen = 'é'.repeat(200_000);
  await storage.ports.journal.add(SCOPE, [{ territory: '53', entry: entry({ seen }) }]);
  await storage.ports.returns.put(SCOPE, returnRecord({ deposits: 3000 }), null);
  const { Items = [] } = await storage.table.client.send(new ScanCommand({ TableName: 'items' }));
  expect(Items.map((item) => typeof item['bodyAt'])).toEqual(['string', 'string']);
  for (const item of Items) expect(JSON.stringify(item).length).toBeLessThan(100_000);
});

it('keeps the lists of a large body among the documents, in the journal and in its return', async () => {
  const state = foldEntries([largeEntry()], RULES_2026_1);
  await storage.ports.journal.add(SCOPE, [{ territory: '53', entry: largeEntry() }]);
  await storage.ports.returns.put(SCOPE, { ...returnRecord(), state }, null);
  const { Items = [] } = await storage.table.client.send(new ScanCommand({ TableName: 'items' }));
  expect(Items.map((item) => typeof item['bodyAt'])).toEqual(['string', 'string']);
  for (const item of Items) expect(JSON.stringify(item).length).toBeLessThan(100_000);
  const read = await storage.ports.returns.get(SCOPE, '53', finess(1));
  expect(read?.value.state.details.measures).toHaveLength(200);
  expect(read?.value.state).toEqual(state);
});

describe('with a table that serves stale reads', () => {
  it('still reads what was last written, for every read asks for consistency', async () => {
    serveStaleReads(storage.client);
    const { ports } = storage;
    for (const round of [0, 1]) {
      await ports.journal.add(SCOPE, entries(round + 1));
      await ports.returns.put(SCOPE, returnRecord({ inputs: String(round) }), round || null);
      await ports.verdicts.put(SCOPE, verdict(round), null);
      expect(await ports.journal.ofRange(SCOPE, '53', finess(1), finess(1))).toHaveLength(round + 1);
      expect(await ports.journal.ofTerritory(SCOPE, '53')).toHaveLength(round + 1);
      expect((await ports.returns.get(SCOPE, '53', finess(1)))?.version).toBe(round + 1);
      expect(await ports.returns.ofTerritory(SCOPE, '53')).toEqual([returnRecord({ inputs: String(round) })]);
      expect(await ports.verdicts.get(SCOPE, factId(round))).not.toBeNull();
      expect(await ports.verdicts.all(SCOPE)).toHaveLength(round + 1);
      await ports.editions.put(SCOPE, edition('53', round + 1));
      expect(await ports.editions.get(SCOPE, '53')).toEqual(edition('53', round + 1));
      expect(await ports.editions.all(SCOPE, '53')).toHaveLength(round + 1);
      await ports.generations.switchTo(SCOPE.campaign, SCOPE.generation, round || null);
      expect((await ports.generations.current(SCOPE.campaign))?.version).toBe(round + 1);
      const published = `g${round}` as GenerationId;
      await ports.generations.publish(SCOPE.campaign, published);
      await ports.generations.publish((2027 + round) as CampaignYear, published);
      expect(await ports.generations.published(SCOPE.campaign)).toBe(published);
      expect(await ports.generations.campaigns()).toHaveLength(round + 2);
    }
  });

  it('still reads rights and openings as last written', async () => {
    serveStaleReads(storage.client);
    const { rights, openings } = storage.ports;
    for (const round of [0, 1]) {
      const label = `round ${round}`;
      await rights.put({ ...right('a'), label }, round || null);
      await rights.put(right(`b${round}`), null);
      expect((await rights.get(right('a')))?.value.label).toBe(label);
      expect((await rights.all()).map(({ label: last }) => last)[0]).toBe(label);
      expect(await rights.all()).toHaveLength(round + 2);
      await openings.put([{ fact: { ...fact(9), file: label }, shelves: [{ kind: 'all' }] }]);
      await openings.put([{ fact: fact(round), shelves: [{ kind: 'all' }] }]);
      expect((await openings.get(SCOPE.campaign, factId(9)))?.file).toBe(label);
      const page = await openings.page(SCOPE.campaign, { kind: 'all' }, { before: null, limit: 9 });
      expect(page).toHaveLength(round + 2);
      expect(page[0]?.file).toBe(label);
    }
  });

  it('would otherwise see the time before', async () => {
    const client = clientOf(storage.endpoint);
    serveStaleReads(client);
    await storage.ports.verdicts.put(SCOPE, verdict(1), null);
    const read = () =>
      client.send(
        new GetItemCommand({
          TableName: 'items',
          Key: { pk: { S: `V#${SCOPE.generation}#${SCOPE.campaign}` }, sk: { S: factId(1) } },
        }),
      );
    expect((await read()).Item).toBeUndefined();
    expect((await read()).Item?.['version']).toEqual({ N: '1' });
    client.destroy();
  });
});
