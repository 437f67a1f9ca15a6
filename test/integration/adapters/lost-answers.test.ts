import { putEdition } from '../../../shared/application/put-edition.ts';
import { conflict, loseAnswers, loseCalls, slowDown } from '../../doubles/service-faults.ts';
import { type AwsStorage, openAwsStorage } from './aws-storage.ts';
import {
  BYTES,
  edition,
  entry,
  fact,
  factId,
  finess,
  returnRecord,
  right,
  SCOPE,
  tombstone,
  verdict,
} from './specimens.ts';

let storage: AwsStorage;
beforeEach(async () => {
  storage = await openAwsStorage();
});
afterEach(() => storage.close());

const { campaign } = SCOPE;
const text = (bytes: Uint8Array | null | undefined) => Buffer.from(bytes ?? []).toString();

describe('a bucket that does what it is asked and loses the answer', () => {
  it('has the fact opened, and put, all the same', async () => {
    const { facts } = storage.ports;
    const struck = loseAnswers(storage.s3, { times: 1, command: 'PutObjectCommand' });
    await facts.open(fact(1));
    expect(await facts.record(campaign, factId(1))).toEqual(fact(1));
    const again = loseAnswers(storage.s3, { times: 2, command: 'PutObjectCommand' });
    await facts.put(fact(2), BYTES);
    expect(text((await facts.read(campaign, factId(2)))?.bytes)).toBe(text(BYTES));
    expect([struck.times, again.times]).toEqual([1, 2]);
  });

  it('has it erased, and a document kept', async () => {
    const { facts, documents } = storage.ports;
    loseAnswers(storage.s3, { times: 1, command: 'PutObjectCommand' });
    await facts.erase(tombstone(1));
    expect(await facts.erased(campaign)).toEqual(new Map([[factId(1), tombstone(1)]]));
    loseAnswers(storage.s3, { times: 1, command: 'PutObjectCommand' });
    await documents.put('verdicts/a.json', BYTES);
    expect(text(await documents.get('verdicts/a.json'))).toBe(text(BYTES));
  });
});

describe('a bucket that replaces a table and loses the answer', () => {
  const KEY = 'lake/figures/campagne=2026/region=84/figures.parquet';

  it('has it replaced all the same, and the writer told so', async () => {
    const { lake } = storage.ports;
    const first = loseAnswers(storage.s3, { times: 1, command: 'PutObjectCommand' });
    expect(await lake.put(KEY, BYTES, null)).toBe(true);
    const { version = null } = (await lake.get(KEY)) ?? {};
    const others = loseAnswers(storage.s3, { times: 3, command: 'PutObjectCommand' });
    const after = new TextEncoder().encode('après');
    expect(await lake.put(KEY, after, version)).toBe(true);
    expect(text((await lake.get(KEY))?.bytes)).toBe('après');
    expect([first.times, others.times]).toEqual([1, 3]);
    expect(await lake.put(KEY, BYTES, version)).toBe(false);
  });
});

describe('a bucket that asks to slow down, or does not answer', () => {
  it('is asked again', async () => {
    const { facts } = storage.ports;
    const slow = slowDown(storage.s3, { times: 2 });
    await facts.put(fact(1), BYTES);
    const lost = loseCalls(storage.s3, { times: 2 });
    expect(await facts.ids(campaign)).toEqual([factId(1)]);
    expect((await facts.read(campaign, factId(1)))?.fact).toEqual(fact(1));
    expect([slow.times, lost.times]).toEqual([2, 2]);
  });

  it('fails in the end, with the cause', async () => {
    loseCalls(storage.s3, { times: Number.POSITIVE_INFINITY });
    const failure = { name: 'StorageFailure', cause: { name: 'TimeoutError' } };
    await expect(storage.ports.facts.ids(campaign)).rejects.toMatchObject(failure);
    await expect(storage.ports.documents.put('a', BYTES)).rejects.toMatchObject(failure);
  });

  it('is asked again when two conditional puts meet', async () => {
    const struck = conflict(storage.s3, { times: 2, command: 'PutObjectCommand' });
    await storage.ports.facts.open(fact(1));
    expect(struck.times).toBe(2);
    expect(await storage.ports.facts.record(campaign, factId(1))).toEqual(fact(1));
  });
});

describe('a table that does what it is asked and loses the answer', () => {
  it('has its own writer come first: what was put is there, under the first version', async () => {
    const { returns, verdicts, rights, generations } = storage.ports;
    const struck = loseAnswers(storage.dynamo, { times: 4, command: 'PutItemCommand' });
    // Each is sent again, and lost again, until the four are spent; the table took the first.
    expect(await returns.put(SCOPE, returnRecord(), null)).toBe(false);
    expect(struck.times).toBe(4);
    expect(await returns.get(SCOPE, '53', finess(1))).toEqual({ version: 1, value: returnRecord() });

    for (const write of [
      () => verdicts.put(SCOPE, verdict(1), null),
      () => rights.put(right('a'), null),
      () => generations.switchTo(campaign, SCOPE.generation, null),
      () => storage.ports.editions.put(SCOPE, edition('53', 1)),
    ]) {
      loseAnswers(storage.dynamo, { times: 1, command: 'PutItemCommand' });
      expect(await write()).toBe(false);
    }
    expect((await verdicts.get(SCOPE, factId(1)))?.version).toBe(1);
    expect((await rights.get(right('a')))?.version).toBe(1);
    expect((await generations.current(campaign))?.version).toBe(1);
  });

  it('publishes one edition, and no second of the same inputs', async () => {
    const { editions, documents } = storage.ports;
    loseAnswers(storage.dynamo, { times: 1, command: 'PutItemCommand' });
    const ports = {
      editions,
      documents,
      clock: () => new Date('2026-07-01T00:00:00.000Z'),
      pause: async () => {},
    };
    let written = 0;
    const draft = async () => ({
      inputs: 'i',
      nation: null,
      write: async () => ({
        manifest: `m/${'0'.repeat(64)}.txt`,
        workbook: `w/${String(++written).padStart(64, '0')}.xlsx`,
      }),
    });
    await putEdition(ports, SCOPE, '53', draft);
    const all = await editions.all(SCOPE, '53');
    expect(all.map(({ number, documents }) => [number, documents])).toEqual([
      [1, { manifest: `m/${'0'.repeat(64)}.txt`, workbook: `w/${'1'.padStart(64, '0')}.xlsx` }],
    ]);
  });

  it('has entries and openings once, and the generation published', async () => {
    const { journal, openings, generations } = storage.ports;
    loseAnswers(storage.dynamo, { times: 2, command: 'BatchWriteItemCommand' });
    await journal.add(SCOPE, [{ territory: '53', entry: entry() }]);
    expect(await journal.ofTerritory(SCOPE, '53')).toEqual([entry()]);
    loseAnswers(storage.dynamo, { times: 2, command: 'BatchWriteItemCommand' });
    await openings.put([{ fact: fact(1), shelves: [{ kind: 'all' }] }]);
    const page = await openings.page(campaign, { kind: 'all' }, { before: null, limit: 10 });
    expect(page).toEqual([fact(1)]);
    loseAnswers(storage.dynamo, { times: 1, command: 'PutItemCommand' });
    await generations.publish(campaign, SCOPE.generation);
    expect(await generations.published(campaign)).toBe(SCOPE.generation);
  });
});
