import { createHandler } from '../../functions/read-deposit/handler.ts';
import { bytesKey } from '../../shared/contracts/object-keys.ts';
import type { Finess } from '../../shared/domain/finess/finess.ts';
import { csvOf, type Deposit, depositsOf, generation } from '../builders/campaign.ts';
import { GOOD_ROW } from '../builders/declaration.ts';
import { LONER, MEMBER } from '../builders/directory.ts';
import { CAMPAIGN } from '../builders/entry.ts';
import { lambdaContext, s3Event, s3TestEvent, scanResultEvent, sqsEvent } from '../builders/events.ts';
import { deployment } from '../doubles/deployment.ts';

const [one, other] = depositsOf(
  csvOf({ ...GOOD_ROW, finess: LONER }),
  csvOf({ ...GOOD_ROW, finess: MEMBER }),
) as readonly [Deposit, Deposit];

async function stage(...kept: readonly Deposit[]) {
  const stood = await deployment();
  for (const { fact, bytes } of kept) await stood.ports.facts.put(fact, bytes);
  const { scope } = stood.generation;
  const handler = createHandler(stood.ports);
  return {
    ...stood,
    handle: async (...messages: readonly unknown[]) => {
      const { batchItemFailures } = await handler(sqsEvent(...messages), lambdaContext());
      return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
    },
    statusOf: async ({ fact }: Deposit) => (await stood.ports.verdicts.get(scope, fact.id))?.value.status,
  };
}

const figuresAskedFor = (finess: Finess, scope = generation().scope) => ({
  kind: 'compute-figures',
  scope,
  finess,
});

describe('a deposit is read', () => {
  it('when S3 says that its bytes arrived', async () => {
    const { handle, statusOf, sent } = await stage(one);
    expect(await handle(s3Event({ key: bytesKey(one.fact) }))).toEqual([]);
    expect(await statusOf(one)).toBe('accepted');
    expect(sent).toEqual([figuresAskedFor(LONER)]);
  });

  it('when GuardDuty has judged it', async () => {
    const { handle, statusOf } = await stage(one);
    expect(await handle(scanResultEvent({ key: bytesKey(one.fact) }))).toEqual([]);
    expect(await statusOf(one)).toBe('accepted');
  });

  it('when it is asked for, in that generation', async () => {
    const { handle, statusOf, generation: under } = await stage(one);
    expect(await handle({ kind: 'read-deposit', scope: under.scope, fact: one.fact.id })).toEqual([]);
    expect(await statusOf(one)).toBe('accepted');
  });

  it('in the generation being built too', async () => {
    const { handle, ports } = await stage(one);
    const next = generation({ groups: [] });
    await ports.references.put(next.scope.generation, {
      reference: next.directory.reference,
      ruleSet: next.rules.id,
      files: next.sources.files,
    });
    await ports.generations.publish(CAMPAIGN, next.scope.generation);
    expect(await handle(s3Event({ key: bytesKey(one.fact) }))).toEqual([]);
    expect(await ports.verdicts.get(next.scope, one.fact.id)).not.toBeNull();
    expect(await ports.verdicts.get(generation().scope, one.fact.id)).not.toBeNull();
  });

  it('at the version that was announced', async () => {
    const { ports } = await stage(one);
    const asked: unknown[] = [];
    const facts = {
      ...ports.facts,
      read: async (...args: Parameters<typeof ports.facts.read>) => {
        asked.push(args);
        return ports.facts.read(...args);
      },
    };
    const handler = createHandler({ ...ports, facts });
    await handler(sqsEvent(s3Event({ key: bytesKey(one.fact), versionId: 'v7' })), lambdaContext());
    expect(asked).toEqual([[CAMPAIGN, one.fact.id, 'v7']]);
  });
});

describe('a message that is not a deposit', () => {
  it('fails alone', async () => {
    const { handle, statusOf } = await stage(one, other);
    const failed = await handle(
      s3Event({ key: bytesKey(one.fact) }),
      s3Event({ key: 'facts/../secret' }),
      s3Event({ key: bytesKey(other.fact) }),
    );
    expect(failed).toEqual(['message-2']);
    expect(await statusOf(one)).toBe('accepted');
    expect(await statusOf(other)).toBe('accepted');
  });

  it.each([
    ['no JSON', 'not json'],
    ['no event of ours', { Records: [] }],
    ['the record of an opening', s3Event({ key: 'openings/2026/01ARZ3NDEKTSV4RRFFQ69G5FAV.json' })],
    [
      'a key whose encoding is broken',
      {
        ...s3Event({ key: 'x' }),
        Records: [{ ...s3Event({ key: 'x' }).Records[0], s3: { object: { key: '%E0%A4%A' } } }],
      },
    ],
    ['a message of another queue', figuresAskedFor(LONER)],
    ['a deposit that was never opened', s3Event({ key: bytesKey(one.fact) })],
  ])('is delivered again: %s', async (_, message) => {
    const { handle } = await stage();
    expect(await handle(message)).toEqual(['message-1']);
  });

  it('is ignored when S3 tries its notification', async () => {
    const { handle, sent } = await stage();
    expect(await handle(s3TestEvent())).toEqual([]);
    expect(sent).toEqual([]);
  });

  it('is dropped when its generation was superseded', async () => {
    const { handle, sent } = await stage(one);
    const { scope } = generation({ groups: [] });
    expect(await handle({ kind: 'read-deposit', scope, fact: one.fact.id })).toEqual([]);
    expect(sent).toEqual([]);
  });
});

it('reads a key as S3 encodes it', async () => {
  const { handle, statusOf } = await stage(one);
  const event = s3Event({ key: bytesKey(one.fact) });
  const [record] = event.Records;
  if (!record) throw new Error('an event has a record');
  record.s3.object.key = bytesKey(one.fact).replaceAll('/', '%2F');
  expect(await handle(event)).toEqual([]);
  expect(await statusOf(one)).toBe('accepted');
});

describe('the time from a deposit to its verdict', () => {
  it('is measured from the event of the storage', async () => {
    const { handle, measured } = await stage(one);
    await handle(s3Event({ key: bytesKey(one.fact), eventTime: '2026-07-15T09:59:58.750Z' }));
    expect(measured).toEqual([['VerdictLatency', 1250]]);
  });

  it('is said neither of a deposit asked for again nor of one that failed', async () => {
    const { handle, measured, generation: under } = await stage(one);
    await handle(
      { kind: 'read-deposit', scope: under.scope, fact: one.fact.id },
      s3Event({ key: bytesKey(other.fact) }),
    );
    expect(measured).toEqual([]);
  });
});
