import { buildNational } from '../../../shared/application/build-national.ts';
import { buildWorkbook } from '../../../shared/application/build-workbook.ts';
import { computeFigures } from '../../../shared/application/compute-figures.ts';
import type { GenerationId, Message } from '../../../shared/application/ports.ts';
import { readDeposits } from '../../../shared/application/read-deposits.ts';
import { sweepAll } from '../../../shared/application/sweep-all.ts';
import { csvOf, type Deposit, depositsOf, generation } from '../../builders/campaign.ts';
import { GOOD_ROW } from '../../builders/declaration.ts';
import { LONER } from '../../builders/directory.ts';
import { CAMPAIGN, year } from '../../builders/entry.ts';
import { deployment } from '../../doubles/deployment.ts';

const NEXT = generation({ groups: [] });
const [deposit] = depositsOf(csvOf(GOOD_ROW)) as readonly [Deposit];

/** A campaign in force, another reference set being built beside it, and a fact that nobody has read. */
async function stage() {
  const { ports, generation: current, sent } = await deployment();
  await ports.references.put(NEXT.scope.generation, {
    reference: NEXT.directory.reference,
    ruleSet: '2026-1',
    files: {},
  });
  await ports.generations.publish(CAMPAIGN, NEXT.scope.generation);
  await ports.facts.put(deposit.fact, deposit.bytes);
  const asked = () => sent.splice(0).map((message: Message) => [message.kind, message.scope.generation]);
  const inForce = async () => (await ports.generations.current(CAMPAIGN))?.value;
  return { ports, current, asked, inForce };
}

describe('sweeping returns', () => {
  it('asks for what is missing, in the generation in force and in the one being built', async () => {
    const { ports, current, asked, inForce } = await stage();
    expect(await sweepAll(ports, 'returns')).toBe(false);
    expect(asked()).toEqual([
      ['read-deposit', current.scope.generation],
      ['read-deposit', NEXT.scope.generation],
    ]);
    expect(await inForce()).toBe(current.scope.generation);
  });

  it('puts the one being built in force once nothing of it is missing', async () => {
    const { ports, current, inForce } = await stage();
    for (const under of [current, NEXT]) {
      await readDeposits(ports, under, [{ id: deposit.fact.id }]);
      await computeFigures(ports, under, [LONER]);
    }
    await sweepAll(ports, 'returns');
    expect(await inForce()).toBe(NEXT.scope.generation);
  });
});

describe('sweeping editions', () => {
  const WORKBOOKS = ['build-workbook', 'build-workbook', 'build-national'];

  it('asks for the workbooks of the generation in force, once returns have changed', async () => {
    const { ports, current, asked } = await stage();
    expect(await sweepAll(ports, 'editions')).toBe(true);
    await ports.changes.mark(current.scope);
    expect(await sweepAll(ports, 'editions')).toBe(false);
    expect(asked()).toEqual(WORKBOOKS.map((kind) => [kind, current.scope.generation]));
  });

  it('asks again until they are built, then reads no return before the next change', async () => {
    const { ports, current, asked } = await stage();
    await readDeposits(ports, current, [{ id: deposit.fact.id }]);
    await computeFigures(ports, current, [LONER]);
    await sweepAll(ports, 'editions');
    asked();
    expect(await sweepAll(ports, 'editions')).toBe(false);
    for (const region of current.directory.regions()) await buildWorkbook(ports, current, region);
    await buildNational(ports, current);
    expect(await sweepAll(ports, 'editions')).toBe(true);
    const unread = { ...ports.returns, inputsOf: () => Promise.reject(new Error('returns are read')) };
    expect(await sweepAll({ ...ports, returns: unread }, 'editions')).toBe(true);
    await ports.changes.mark(current.scope);
    await expect(sweepAll({ ...ports, returns: unread }, 'editions')).rejects.toThrow(AggregateError);
  });

  it('finds with the returns the workbooks of a change whose mark was lost', async () => {
    const { ports, current, asked } = await stage();
    const lost = { ...ports.changes, mark: async () => undefined };
    await readDeposits(ports, current, [{ id: deposit.fact.id }]);
    await computeFigures({ ...ports, changes: lost }, current, [LONER]);
    asked();
    expect(await sweepAll(ports, 'editions')).toBe(true);
    await sweepAll(ports, 'returns');
    const kinds = () => asked().flatMap(([kind, id]) => (id === current.scope.generation ? [kind] : []));
    expect(kinds()).toEqual(['build-national']);
    await buildNational(ports, current);
    await sweepAll(ports, 'returns');
    expect(kinds()).toEqual(['build-workbook', 'build-workbook']);
  });
});

describe('a generation that cannot be swept', () => {
  it('does not hold the others, and is told at the end', async () => {
    const { ports, current, asked } = await stage();
    await ports.generations.publish(year('2031'), 'never kept' as GenerationId);
    await expect(sweepAll(ports, 'returns')).rejects.toThrow(AggregateError);
    expect(asked().map(([, id]) => id)).toEqual([current.scope.generation, NEXT.scope.generation]);
  });
});
