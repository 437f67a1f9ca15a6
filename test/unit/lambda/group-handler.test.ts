import { Logger } from '@aws-lambda-powertools/logger';
import type { Failure } from '../../../shared/application/failure.ts';
import type { Generation } from '../../../shared/application/generation.ts';
import { taskIn } from '../../../shared/lambda/queue/batch.ts';
import { groupHandler } from '../../../shared/lambda/queue/group-handler.ts';
import { generation } from '../../builders/campaign.ts';
import { CAMPAIGN } from '../../builders/entry.ts';
import { lambdaContext, sqsEvent } from '../../builders/events.ts';
import { memoryPorts } from '../../doubles/memory-ports.ts';

const IN_FORCE = generation();
const BEING_BUILT = generation({ groups: [] });
const SUPERSEDED = generation({ history: [], groups: [], contacts: [], declarants: [] });

interface Asked {
  readonly scope: Generation['scope'];
  readonly of: string;
  readonly everywhere?: true;
}

/** A chain whose messages are their task, and whose subjects that begin with `bad` fail. */
async function chain(
  treat?: (under: Generation, of: readonly string[]) => Promise<readonly Failure<string>[]>,
) {
  const { generations } = memoryPorts();
  await generations.switchTo(CAMPAIGN, IN_FORCE.scope.generation, null);
  await generations.publish(CAMPAIGN, BEING_BUILT.scope.generation);
  const calls: (readonly [Generation, readonly string[]])[] = [];
  const all = new Map([IN_FORCE, BEING_BUILT].map((one) => [one.scope.generation, one]));
  const logger = new Logger({ logLevel: 'SILENT' });
  const told = import.meta.jest.spyOn(logger, 'error');
  const handler = groupHandler<string, string>(
    'compute-figures',
    {
      generations,
      loadGeneration: async ({ generation: id }) => {
        const found = all.get(id);
        if (!found) throw new Error('never published');
        return found;
      },
      logger,
    },
    {
      read: (message) => {
        const { scope, of, everywhere } = message as Asked;
        if (of === undefined) throw new Error('no such message');
        return [everywhere ? { campaign: scope.campaign, generation: null, of } : taskIn(scope, of)];
      },
      keyOf: (of) => of,
      treat:
        treat ??
        (async (under, of) => {
          calls.push([under, of]);
          return of.filter((one) => one.startsWith('bad')).map((one) => ({ of: one, error: new Error(one) }));
        }),
    },
  );
  const handle = async (...messages: readonly unknown[]) => {
    const { batchItemFailures } = await handler(sqsEvent(...messages), lambdaContext());
    return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  };
  return { handle, calls, told, all };
}

describe('a batch of messages', () => {
  it('is one call for each generation', async () => {
    const { handle, calls } = await chain();
    const failed = await handle(
      { scope: IN_FORCE.scope, of: 'a' },
      { scope: BEING_BUILT.scope, of: 'a' },
      { scope: IN_FORCE.scope, of: 'b' },
    );
    expect(failed).toEqual([]);
    expect(calls).toEqual([
      [IN_FORCE, ['a', 'b']],
      [BEING_BUILT, ['a']],
    ]);
  });

  it.each([
    ['no JSON', '{'],
    ['no message of ours', {}],
  ])('that holds %s fails it alone, and does the others', async (_, poison) => {
    const { handle, calls, told } = await chain();
    const failed = await handle({ scope: IN_FORCE.scope, of: 'a' }, poison, {
      scope: IN_FORCE.scope,
      of: 'b',
    });
    expect(failed).toEqual(['message-2']);
    expect(calls).toEqual([[IN_FORCE, ['a', 'b']]]);
    expect(told).toHaveBeenCalledTimes(1);
  });

  it('fails every message whose subject failed, doubles too', async () => {
    const { handle } = await chain();
    const failed = await handle(
      { scope: IN_FORCE.scope, of: 'bad' },
      { scope: IN_FORCE.scope, of: 'good' },
      { scope: IN_FORCE.scope, of: 'bad' },
    );
    expect(failed).toEqual(['message-1', 'message-3']);
  });

  it('of a generation that cannot be loaded fails, and holds no other', async () => {
    const { handle, calls, all } = await chain();
    all.delete(BEING_BUILT.scope.generation);
    const failed = await handle({ scope: BEING_BUILT.scope, of: 'a' }, { scope: IN_FORCE.scope, of: 'b' });
    expect(failed).toEqual(['message-1']);
    expect(calls).toEqual([[IN_FORCE, ['b']]]);
  });

  it('of which a call throws fails for its own generation alone', async () => {
    const { handle } = await chain(async (under) => {
      if (under === IN_FORCE) throw new Error('throttled');
      return [];
    });
    const failed = await handle({ scope: IN_FORCE.scope, of: 'a' }, { scope: BEING_BUILT.scope, of: 'a' });
    expect(failed).toEqual(['message-1']);
  });

  it('drops what a superseded generation asked for', async () => {
    const { handle, calls } = await chain();
    expect(await handle({ scope: SUPERSEDED.scope, of: 'a' })).toEqual([]);
    expect(calls).toEqual([]);
  });

  it('does in every generation what names none', async () => {
    const { handle, calls } = await chain();
    expect(await handle({ scope: IN_FORCE.scope, of: 'a', everywhere: true })).toEqual([]);
    expect(calls).toEqual([
      [IN_FORCE, ['a']],
      [BEING_BUILT, ['a']],
    ]);
  });
});
