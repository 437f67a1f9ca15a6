import { subscribe } from '../../../infra/local/consume.ts';
import { settle } from '../../../infra/local/settle.ts';
import type { Ports } from '../../../infra/local/workplace.ts';
import type { Generation } from '../../../shared/application/generation.ts';
import type { Generations, Message } from '../../../shared/application/ports.ts';
import { publishReference, putInForce } from '../../../shared/application/publish-reference.ts';
import {
  csvOf,
  type Deposit,
  depositsOf,
  generation,
  portsOn,
  quietQueue,
  quietRun,
  standingOf,
} from '../../builders/campaign.ts';
import { GOOD_ROW } from '../../builders/declaration.ts';
import { GCS, GHT, LONER, MEMBER, membersOf, STRANGER } from '../../builders/directory.ts';
import { CAMPAIGN } from '../../builders/entry.ts';

const deposits = depositsOf(
  csvOf(GOOD_ROW),
  csvOf({ ...GOOD_ROW, finess: MEMBER, quote_part_versee: '100' }),
) as readonly [Deposit, Deposit];
const [, contribution] = deposits;

const FIRST = generation();
/** The member has left both pools: its contribution is refused (refusal 6). */
const SECOND = generation({
  groups: [
    { ...GCS, members: membersOf([[STRANGER, 1]]) },
    { ...GHT, members: membersOf([[GHT.carrier, 1]]) },
  ],
});

async function publish(ports: Ports, under: Generation): Promise<void> {
  const queue = quietQueue();
  subscribe(queue, { ...ports, queue }, under);
  await publishReference({ ...ports, queue }, under, new Map([['declarants.csv', new Uint8Array([1])]]));
  await settle(ports, queue, under);
  expect(await putInForce({ ...ports, queue }, under)).toBe(true);
  await queue.stop();
}

/** The facts received, and derived under the first generation, in force. */
async function inForce(): Promise<Ports> {
  const ports = portsOn();
  for (const { fact, bytes } of deposits) await ports.facts.put(fact, bytes);
  await publish(ports, FIRST);
  return ports;
}

const current = async (ports: Ports) => (await ports.generations.current(CAMPAIGN))?.value;

describe('publishing another reference set', () => {
  it('derives the campaign again beside the one in force, which stays as it was', async () => {
    const ports = await inForce();
    const before = await standingOf(ports, FIRST);
    await publish(ports, SECOND);
    expect(await standingOf(ports, SECOND)).toEqual(await quietRun(deposits, SECOND));
    expect(await standingOf(ports, FIRST)).toEqual(before);
  });

  it('keeps the files of the reference set under the generation', async () => {
    const ports = await inForce();
    const key = `reference/${FIRST.scope.generation}/declarants.csv`;
    expect(await ports.documents.get(key)).toEqual(new Uint8Array([1]));
  });

  it('keeps what was understood of it, and says that it was published', async () => {
    const ports = await inForce();
    expect(await ports.references.get(FIRST.scope.generation)).toEqual({
      reference: FIRST.directory.reference,
      ruleSet: FIRST.rules.id,
      files: FIRST.sources.files,
    });
    expect(await ports.generations.published(CAMPAIGN)).toBe(FIRST.scope.generation);
    await publish(ports, SECOND);
    expect(await ports.generations.published(CAMPAIGN)).toBe(SECOND.scope.generation);
    expect(await ports.generations.campaigns()).toEqual([CAMPAIGN]);
  });

  it('misses no deposit that comes while it is published', async () => {
    const ports = await inForce();
    const [late] = depositsOf(csvOf(GOOD_ROW), csvOf(GOOD_ROW), csvOf(GOOD_ROW)).slice(-1) as [Deposit];
    const generations = {
      ...ports.generations,
      publish: async (...args: Parameters<Generations['publish']>) => {
        await ports.generations.publish(...args);
        await ports.facts.put(late.fact, late.bytes);
      },
    };
    const sent: Message[] = [];
    const queue = { send: async (messages: readonly Message[]) => void sent.push(...messages) };
    await publishReference({ ...ports, generations, queue }, SECOND, new Map());
    expect(sent).toContainEqual({ kind: 'read-deposit', scope: SECOND.scope, fact: late.fact.id });
  });

  it('switches the pointer only when the new generation is complete', async () => {
    const ports = await inForce();
    const queue = quietQueue();
    await publishReference({ ...ports, queue }, SECOND, new Map());
    expect(await putInForce({ ...ports, queue }, SECOND)).toBe(false);
    expect(await current(ports)).toBe(FIRST.scope.generation);

    subscribe(queue, { ...ports, queue }, SECOND);
    await queue.drain();
    expect(await putInForce({ ...ports, queue }, SECOND)).toBe(true);
    expect(await current(ports)).toBe(SECOND.scope.generation);
    await queue.stop();
  });

  it('does not switch when a deposit came in between and is not read yet', async () => {
    const ports = await inForce();
    const queue = quietQueue();
    subscribe(queue, { ...ports, queue }, SECOND);
    await publishReference({ ...ports, queue }, SECOND, new Map());
    await queue.drain();
    const [late] = depositsOf(csvOf(GOOD_ROW), csvOf(GOOD_ROW), csvOf({ ...GOOD_ROW, finess: LONER })).slice(
      -1,
    ) as [Deposit];
    await ports.facts.put(late.fact, late.bytes);
    expect(await putInForce({ ...ports, queue }, SECOND)).toBe(false);
    await queue.drain();
    expect(await putInForce({ ...ports, queue }, SECOND)).toBe(true);
    await queue.stop();
  });

  it('keeps the first verdict of a deposit beside the one in force', async () => {
    const ports = await inForce();
    const first = await ports.verdicts.get(FIRST.scope, contribution.fact.id);
    expect(first?.value.status).toBe('accepted');
    await publish(ports, SECOND);
    const second = await ports.verdicts.get(SECOND.scope, contribution.fact.id);
    expect(second?.value.status).toBe('rejected');
    expect(second?.value.first).toBe(first?.value.document);
    expect(second?.value.document).not.toBe(first?.value.document);
  });

  it('twice is harmless, and the same set is the same generation', async () => {
    const ports = await inForce();
    await publish(ports, SECOND);
    const before = await standingOf(ports, SECOND);
    await publish(ports, generation({ groups: SECOND.directory.reference.groups }));
    expect(await standingOf(ports, SECOND)).toEqual(before);
    expect((await ports.generations.current(CAMPAIGN))?.version).toBe(2);
  });
});
