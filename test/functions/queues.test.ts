import { createHandler as buildNational } from '../../functions/build-national/handler.ts';
import { createHandler as buildWorkbook } from '../../functions/build-workbook/handler.ts';
import { createHandler as computeFigures } from '../../functions/compute-figures/handler.ts';
import { createHandler as readDeposit } from '../../functions/read-deposit/handler.ts';
import { createHandler as sweep } from '../../functions/sweep/handler.ts';
import { bytesKey } from '../../shared/contracts/object-keys.ts';
import type { SweepEvent } from '../../shared/contracts/queue-messages.ts';
import type { QueueFunction } from '../../shared/lambda/queue/batch.ts';
import { csvOf, type Deposit, depositsOf, generation } from '../builders/campaign.ts';
import { GOOD_ROW } from '../builders/declaration.ts';
import { LONER, STRANGER } from '../builders/directory.ts';
import { lambdaContext, s3Event, sqsEvent } from '../builders/events.ts';
import { deployment } from '../doubles/deployment.ts';

const [DEPOSIT] = depositsOf(csvOf({ ...GOOD_ROW, finess: LONER })) as readonly [Deposit];

/** Hands messages to a function; those that are to come again, by number. */
async function failedOf(handler: QueueFunction, ...messages: readonly unknown[]): Promise<readonly string[]> {
  const { batchItemFailures } = await handler(sqsEvent(...messages), lambdaContext());
  return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
}

/** A stage on which one deposit was read. */
async function afterReading() {
  const stood = await deployment();
  await stood.ports.facts.put(DEPOSIT.fact, DEPOSIT.bytes);
  await failedOf(readDeposit(stood.ports), s3Event({ key: bytesKey(DEPOSIT.fact) }));
  return stood;
}

const textOf = (bytes: Uint8Array | null) => new TextDecoder().decode(bytes ?? undefined);

describe('figures', () => {
  it('are computed for each body that is asked for, and one that is unknown fails alone', async () => {
    const { ports, generation: under } = await afterReading();
    const { scope } = under;
    const failed = await failedOf(
      computeFigures(ports),
      { kind: 'compute-figures', scope, finess: STRANGER },
      { kind: 'compute-figures', scope, finess: LONER },
      { kind: 'compute-figures', scope, finess: '123' },
      { kind: 'build-national', scope },
    );
    expect(failed.toSorted()).toEqual(['message-1', 'message-3', 'message-4']);
    const record = await ports.returns.get(scope, '84', LONER);
    expect(record?.value.outcome).not.toBeNull();
  });
});

describe('a workbook', () => {
  it('is published for the region that is asked for', async () => {
    const { ports, generation: under } = await afterReading();
    const message = { kind: 'build-workbook', scope: under.scope, region: '84' };
    expect(await failedOf(buildWorkbook(ports), message)).toEqual([]);
    expect(await ports.editions.get(under.scope, '84')).toMatchObject({ number: 1 });
    expect(await ports.editions.get(under.scope, '93')).toBeNull();
  });

  it('that cannot be written is asked for again, and poison holds no other', async () => {
    const { ports, generation: under } = await afterReading();
    const regional = () => Promise.reject(new Error('no memory'));
    const handler = buildWorkbook({ ...ports, workbooks: { ...ports.workbooks, regional } });
    const { scope } = under;
    expect(await failedOf(handler, { kind: 'build-workbook', scope, region: '84' })).toEqual(['message-1']);
    const failed = await failedOf(
      buildWorkbook(ports),
      { kind: 'build-workbook', scope, region: '987' },
      { kind: 'build-workbook', scope, region: '93' },
      'poison',
    );
    expect(failed).toEqual(['message-1', 'message-3']);
    expect(await ports.editions.get(scope, '93')).not.toBeNull();
  });

  it('of a superseded generation is not made', async () => {
    const { ports } = await afterReading();
    const { scope } = generation({ groups: [] });
    const message = { kind: 'build-workbook', scope, region: '84' };
    expect(await failedOf(buildWorkbook(ports), message)).toEqual([]);
    expect(await ports.editions.get(scope, '84')).toBeNull();
  });
});

describe('the national snapshot', () => {
  it('is published with its tables as CSV and as JSON, which say the same', async () => {
    const { ports, generation: under } = await afterReading();
    const { scope } = under;
    await failedOf(computeFigures(ports), { kind: 'compute-figures', scope, finess: LONER });
    expect(await failedOf(buildNational(ports), { kind: 'build-national', scope })).toEqual([]);
    const edition = await ports.editions.get(scope, 'FR');
    expect(Object.keys(edition?.documents ?? {}).toSorted()).toEqual([
      'aggregates',
      'figures',
      'manifest',
      'snapshot',
      'workbook',
    ]);
    const documentOf = async (name: string) =>
      textOf(await ports.documents.get(edition?.documents[name] ?? ''));
    const tables: Record<string, string[][]> = JSON.parse(await documentOf('snapshot'));
    for (const name of ['figures', 'aggregates'])
      expect(`${tables[name]?.map((row) => row.join(';')).join('\n')}\n`).toBe(await documentOf(name));
  });
});

describe('the sweep', () => {
  it('asks again for a deposit whose event was lost', async () => {
    const { ports, sent, generation: under } = await deployment();
    await ports.facts.put(DEPOSIT.fact, DEPOSIT.bytes);
    await sweep(ports)({ gap: 'returns' }, lambdaContext());
    expect(sent).toEqual([{ kind: 'read-deposit', scope: under.scope, fact: DEPOSIT.fact.id }]);
  });

  it('asks for the workbooks and the snapshot that are stale', async () => {
    const { ports, sent, generation: under } = await deployment();
    await ports.changes.mark(under.scope);
    await sweep(ports)({ gap: 'editions' }, lambdaContext());
    expect(sent).toEqual([
      { kind: 'build-workbook', scope: under.scope, region: '84' },
      { kind: 'build-workbook', scope: under.scope, region: '93' },
      { kind: 'build-national', scope: under.scope },
    ]);
  });

  it('refuses an event that names no gap', async () => {
    const { ports } = await deployment();
    await expect(sweep(ports)({ gap: 'all' } as unknown as SweepEvent, lambdaContext())).rejects.toThrow();
  });
});
