import * as fc from 'fast-check';
import { subscribe } from '../../../infra/local/consume.ts';
import { settle } from '../../../infra/local/settle.ts';
import type { Ports } from '../../../infra/local/workplace.ts';
import { createWorkbookWriter } from '../../../shared/adapters/workbooks/workbook-writer.ts';
import { eraseDeposit } from '../../../shared/application/erase-deposit.ts';
import type { ReturnRecord, VerdictRecord } from '../../../shared/application/ports.ts';
import { publishReference } from '../../../shared/application/publish-reference.ts';
import { territoriesOf } from '../../../shared/application/standing.ts';
import type { FactId } from '../../../shared/domain/return/entry.ts';
import { frenchWording } from '../../../shared/messages/fr.ts';
import { callerOf } from '../../builders/caller.ts';
import {
  anyDeposits,
  type Deposit,
  generation,
  portsOn,
  quietQueue,
  run,
  smallCampaign,
} from '../../builders/campaign.ts';
import { CAMPAIGN } from '../../builders/entry.ts';
import { unrulyQueue } from '../../doubles/unruly-queue.ts';

const UNDER = generation();
const REASON = 'Déposé par mégarde';
const workbooks = createWorkbookWriter({ wording: frenchWording });
const withWorkbooks = (): Ports => ({ ...portsOn(), workbooks });

/** What people see of a campaign: returns of who said anything, verdicts in words, files byte for byte. */
async function seen(ports: Ports, under = UNDER) {
  const text = async (key: string) => Buffer.from((await ports.documents.get(key)) ?? []).toString('latin1');
  const returns = await Promise.all(
    territoriesOf(under).map((territory) => ports.returns.ofTerritory(under.scope, territory)),
  );
  const said = ({ state }: ReturnRecord) => state.tries > 0 || state.acts.length > 0;
  const verdicts = (await ports.verdicts.all(under.scope)).map(
    async ({ fact, status, document }: VerdictRecord) => ({ fact, status, text: await text(document) }),
  );
  const editions = [...under.directory.regions(), 'FR' as const].map(async (of) => {
    const edition = await ports.editions.get(under.scope, of);
    return { of, texts: await Promise.all(Object.values(edition?.documents ?? {}).map(text)) };
  });
  return {
    returns: returns.flat().filter(said),
    verdicts: await Promise.all(verdicts),
    editions: await Promise.all(editions),
  };
}

async function erase(ports: Ports, ids: readonly FactId[]): Promise<void> {
  const lost = { send: async () => {} };
  const all = { ...ports, queue: lost, clock: () => new Date('2026-07-20T08:00:00.000Z') };
  for (const fact of ids)
    await eraseDeposit(all, callerOf('administrateur'), { campaign: CAMPAIGN, fact, reason: REASON });
}

async function settleAgain(ports: Ports, seed: number): Promise<void> {
  const queue = unrulyQueue(seed);
  subscribe(queue, { ...ports, queue }, UNDER);
  await settle(ports, queue, UNDER);
  await queue.stop();
}

async function runOf(deposits: readonly Deposit[]): Promise<Ports> {
  const ports = withWorkbooks();
  const queue = quietQueue();
  await run({ ...ports, queue }, queue, deposits);
  return ports;
}

/** Erases some deposits of a settled campaign, and holds what is seen against one that never had them. */
async function expectAsIfNeverThere(deposits: readonly Deposit[], erased: readonly Deposit[], seed: number) {
  const ids = new Set(erased.map(({ fact }) => fact.id));
  const ports = await runOf(deposits);
  await erase(ports, [...ids]);
  await settleAgain(ports, seed);

  const { verdicts, ...standing } = await seen(ports);
  const without = await seen(await runOf(deposits.filter(({ fact }) => !ids.has(fact.id))));
  expect(standing).toEqual({ returns: without.returns, editions: without.editions });
  expect(verdicts.filter(({ fact }) => !ids.has(fact))).toEqual(without.verdicts);
  const told = verdicts.filter(({ fact }) => ids.has(fact));
  expect(told).toHaveLength(ids.size);
  for (const { status, text } of told) {
    expect(status).toBe('rejected');
    expect(JSON.parse(text)).toMatchObject({ rows: { read: 0 }, issues: [{ code: 'FILE_ERASED' }] });
  }
}

describe('a campaign of which deposits were erased', () => {
  it('ends, by the sweep alone, as if their rows had never been', async () => {
    const some = anyDeposits.chain((deposits) =>
      fc.record({
        deposits: fc.constant(deposits),
        erased: fc.subarray([...deposits], { minLength: 1 }),
        seed: fc.nat(1_000_000),
      }),
    );
    await fc.assert(
      fc.asyncProperty(some, ({ deposits, erased, seed }) => expectAsIfNeverThere(deposits, erased, seed)),
      { numRuns: 15 },
    );
  });

  it('ends so whichever deposit of the small campaign was erased', async () => {
    const deposits = smallCampaign();
    for (const [seed, deposit] of deposits.entries()) await expectAsIfNeverThere(deposits, [deposit], seed);
  });

  it('is rebuilt without them, and lists them still', async () => {
    const deposits = smallCampaign();
    const [first] = deposits;
    if (!first) throw new Error('the campaign has deposits');
    const before = await runOf(deposits);
    await erase(before, [first.fact.id]);
    await settleAgain(before, 1);

    const rebuilt = { ...withWorkbooks(), facts: before.facts };
    const queue = quietQueue();
    subscribe(queue, { ...rebuilt, queue }, UNDER);
    await publishReference({ ...rebuilt, queue }, UNDER, new Map());
    await settle(rebuilt, queue, UNDER);
    await queue.stop();
    expect(await seen(rebuilt)).toEqual(await seen(before));
    const page = { before: null, limit: 100 };
    expect(await rebuilt.openings.page(CAMPAIGN, { kind: 'all' }, page)).toEqual(
      await before.openings.page(CAMPAIGN, { kind: 'all' }, page),
    );
  });
});
