import * as fc from 'fast-check';
import type { Caller } from '../../../shared/application/authorize.ts';
import { listDeposits } from '../../../shared/application/list-deposits.ts';
import { coversPerimeter, NATION, type Perimeter } from '../../../shared/domain/access/perimeter.ts';
import type { Finess } from '../../../shared/domain/finess/finess.ts';
import type { FactId } from '../../../shared/domain/return/entry.ts';
import { actOf } from '../../builders/act.ts';
import { bodiesOf, callerOf, refusedWith, regionOf } from '../../builders/caller.ts';
import { csvOf } from '../../builders/campaign.ts';
import { GOOD_ROW } from '../../builders/declaration.ts';
import { CARRIER, EXTERNAL, LONER, MEMBER, NEIGHBOUR } from '../../builders/directory.ts';
import { CAMPAIGN, year } from '../../builders/entry.ts';
import { tombstoneOf } from '../../builders/tombstone.ts';
import { readingStage } from '../../doubles/reading-stage.ts';

const LONERS = callerOf('etablissement', bodiesOf(LONER));
const FILE = csvOf(GOOD_ROW);
const ALL = { campaign: CAMPAIGN, before: null, limit: 50 } as const;

type Stage = Awaited<ReturnType<typeof readingStage>>;

async function idsOf({ ports }: Stage, caller: Caller): Promise<readonly FactId[]> {
  return (await listDeposits(ports, caller, ALL)).elements.map(({ fact }) => fact.id);
}

/** Every page of the list, one after the other. */
async function walk({ ports }: Stage, caller: Caller, limit: number): Promise<readonly FactId[]> {
  const ids: FactId[] = [];
  let before: FactId | null = null;
  do {
    const page = await listDeposits(ports, caller, { campaign: CAMPAIGN, before, limit });
    expect(page.elements.length).toBeLessThanOrEqual(limit);
    ids.push(...page.elements.map(({ fact }) => fact.id));
    before = page.next;
  } while (before !== null);
  return ids;
}

describe('the deposits of a caller', () => {
  it('are the latest first, each with its status', async () => {
    const stage = await readingStage();
    const good = await stage.deposit(FILE, bodiesOf(LONER));
    const bad = await stage.deposit(csvOf({ ...GOOD_ROW, charges_titre1: 'néant' }), bodiesOf(LONER));
    const erased = await stage.deposit(FILE, bodiesOf(LONER));
    await stage.ports.facts.erase(tombstoneOf(erased.id));
    const awaited = await stage.open(FILE, bodiesOf(LONER));
    const { elements, next } = await listDeposits(stage.ports, LONERS, ALL);
    expect(elements.map(({ fact, status }) => [fact.id, status])).toEqual([
      [awaited.id, 'awaited'],
      [erased.id, 'erased'],
      [bad.id, 'rejected'],
      [good.id, 'accepted'],
    ]);
    expect(next).toBeNull();
  });

  it('lie wholly in its perimeter: a group’s file is the group’s, and its region’s', async () => {
    const stage = await readingStage();
    const group = await stage.deposit(FILE, bodiesOf(CARRIER, LONER));
    const wide = await stage.deposit(FILE, bodiesOf(CARRIER, NEIGHBOUR));
    const one = await stage.deposit(FILE, bodiesOf(LONER));
    const region = await stage.deposit(FILE, regionOf('84'));
    const nation = await stage.deposit(FILE, NATION);
    const external = await stage.deposit(FILE, bodiesOf(EXTERNAL));
    const of = (role: Caller['role'], perimeter: Perimeter) => idsOf(stage, callerOf(role, perimeter));
    expect(await of('etablissement', bodiesOf(LONER))).toEqual([one.id]);
    expect(await of('etablissement', bodiesOf(CARRIER))).toEqual([]);
    expect(await of('etablissement', bodiesOf(CARRIER, LONER))).toEqual([one.id, group.id]);
    expect(await of('ars', regionOf('84'))).toEqual([region.id, one.id, group.id]);
    expect(await of('ars', regionOf('93'))).toEqual([]);
    expect(await of('ars', regionOf('11'))).toEqual([]);
    expect(await of('dns', NATION)).toEqual([external, nation, region, one, wide, group].map(({ id }) => id));
  });

  it('are deposits: an act is none', async () => {
    const stage = await readingStage();
    const { id } = await stage.deposit(FILE, bodiesOf(LONER));
    const act = await stage.act(actOf({ finess: LONER }), 'etablissement');
    await stage.ports.openings.put([
      { fact: act, shelves: [{ kind: 'all' }, { kind: 'body', finess: LONER }] },
    ]);
    expect(await idsOf(stage, LONERS)).toEqual([id]);
    expect(await idsOf(stage, callerOf('dns'))).toEqual([id]);
  });

  it('have the status of the generation in force', async () => {
    const stage = await readingStage();
    const { id } = await stage.deposit(FILE, bodiesOf(LONER));
    const elsewhere = { generation: 'another' as never, campaign: CAMPAIGN };
    const other = {
      fact: id,
      status: 'rejected',
      judged: '',
      document: '',
      first: '',
      entries: null,
    } as const;
    await stage.ports.verdicts.put(elsewhere, other, null);
    expect((await listDeposits(stage.ports, LONERS, ALL)).elements).toMatchObject([{ status: 'accepted' }]);
  });

  it('are not found where the campaign has no generation in force', async () => {
    const { ports } = await readingStage();
    const list = { ...ALL, campaign: year('2031') };
    expect(await refusedWith(() => listDeposits(ports, LONERS, list))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('come page after page, none lost and none twice, as one list filtered at once would be', async () => {
    const bodies = [CARRIER, MEMBER, NEIGHBOUR, LONER, EXTERNAL] as const;
    const someBodies = fc
      .subarray([...bodies], { minLength: 1 })
      .map(([first = LONER, ...others]: readonly Finess[]) => bodiesOf(first, ...others));
    const perimeter = fc.oneof(
      { weight: 5, arbitrary: someBodies },
      fc.constantFrom(regionOf('84'), regionOf('93'), NATION),
    );
    const deposits = fc.array(perimeter, { maxLength: 16 });
    await fc.assert(
      fc.asyncProperty(deposits, perimeter, fc.integer({ min: 1, max: 5 }), async (opened, held, limit) => {
        const stage = await readingStage();
        const facts = [];
        for (const scope of opened) facts.push({ scope, fact: await stage.open(FILE, scope) });
        const naive = facts
          .filter(({ scope }) => coversPerimeter(held, scope, stage.generation.directory))
          .map(({ fact }) => fact.id)
          .reverse();
        expect(await walk(stage, callerOf('dns', held), limit)).toEqual(naive);
      }),
      { numRuns: 60 },
    );
  });

  it('stay where they were when others are deposited between two pages', async () => {
    const stage = await readingStage();
    const first = await stage.open(FILE, bodiesOf(LONER));
    const second = await stage.open(FILE, bodiesOf(LONER));
    const page = await listDeposits(stage.ports, LONERS, { ...ALL, limit: 1 });
    expect(page).toMatchObject({ elements: [{ fact: { id: second.id } }], next: second.id });
    await stage.open(FILE, bodiesOf(LONER));
    const rest = await listDeposits(stage.ports, LONERS, { ...ALL, before: page.next, limit: 1 });
    expect(rest).toMatchObject({ elements: [{ fact: { id: first.id } }], next: null });
  });
});
