import { subscribe } from '../../../infra/local/consume.ts';
import { settle } from '../../../infra/local/settle.ts';
import type { Ports } from '../../../infra/local/workplace.ts';
import { buildNational } from '../../../shared/application/build-national.ts';
import { buildWorkbook } from '../../../shared/application/build-workbook.ts';
import { computeFigures } from '../../../shared/application/compute-figures.ts';
import type { Message } from '../../../shared/application/ports.ts';
import { readDeposits } from '../../../shared/application/read-deposits.ts';
import { sweepEditions, sweepReturns } from '../../../shared/application/sweep.ts';
import {
  csvOf,
  type Deposit,
  depositsOf,
  generation,
  portsOn,
  quietQueue,
  quietRun,
  run,
  smallCampaign,
  standingOf,
} from '../../builders/campaign.ts';
import { GOOD_ROW } from '../../builders/declaration.ts';
import { CARRIER, LONER, MEMBER, NEIGHBOUR } from '../../builders/directory.ts';

const UNDER = generation();
const ADDED = csvOf({ finess: CARRIER, campagne: '2026', mutualise_charges: '3000', mutualise_etp_ssi: '1' });
const deposits = depositsOf(...smallCampaign().map(({ bytes }) => bytes), ADDED);
const [added] = deposits.slice(-1) as [Deposit];

/** A queue that loses everything, and remembers what. */
function losing() {
  const lost: Message[] = [];
  return { lost, send: async (messages: readonly Message[]) => void lost.push(...messages) };
}

/** A settled campaign without the deposit added last, and what each sweep asks for. */
async function settled() {
  const ports = portsOn();
  const queue = quietQueue();
  await run({ ...ports, queue }, queue, deposits.slice(0, -1));
  const asked = async () => {
    const verdictsAndReturns = losing();
    const editions = losing();
    await sweepReturns({ ...ports, queue: verdictsAndReturns }, UNDER);
    await sweepEditions({ ...ports, queue: editions }, UNDER);
    return [...verdictsAndReturns.lost, ...editions.lost].map(subjectOf).sort();
  };
  return { ports, asked };
}

function subjectOf(message: Message): string {
  switch (message.kind) {
    case 'read-deposit':
      return `read ${message.fact}`;
    case 'compute-figures':
      return `compute ${message.finess}`;
    case 'build-workbook':
      return `build ${message.region}`;
    case 'build-national':
      return 'build FR';
  }
}

async function settleAgain(ports: Ports): Promise<void> {
  const queue = quietQueue();
  subscribe(queue, { ...ports, queue }, UNDER);
  await settle(ports, queue, UNDER);
  await queue.stop();
}

describe('the sweep', () => {
  it('finds nothing in a campaign that is settled', async () => {
    const { asked } = await settled();
    expect(await asked()).toEqual([]);
  });

  it('finds a fact without a verdict: its message was lost', async () => {
    const { ports, asked } = await settled();
    await ports.facts.put(added.fact, added.bytes);
    expect(await asked()).toEqual([`read ${added.fact.id}`]);
  });

  it('finds a fact whose reading broke off between its entries and its verdict', async () => {
    const { ports, asked } = await settled();
    await ports.facts.put(added.fact, added.bytes);
    const verdicts = { ...ports.verdicts, put: () => Promise.reject(new Error('died')) };
    await readDeposits({ ...ports, verdicts, queue: losing() }, UNDER, [{ id: added.fact.id }]);
    expect(await asked()).toContain(`read ${added.fact.id}`);
  });

  it('finds the returns that no longer stand on their inputs, those of a pool included', async () => {
    const { ports, asked } = await settled();
    await ports.facts.put(added.fact, added.bytes);
    await readDeposits({ ...ports, queue: losing() }, UNDER, [{ id: added.fact.id }]);
    expect(await asked()).toEqual([CARRIER, MEMBER, NEIGHBOUR].map((finess) => `compute ${finess}`).sort());
  });

  it('has no return to find of a member that deposited nothing, whatever its carrier says', async () => {
    const ports = portsOn();
    const queue = quietQueue();
    const carrierFirst = deposits.slice(1, 3);
    await run({ ...ports, queue }, queue, carrierFirst);
    const territory = UNDER.directory.territory(MEMBER) ?? 'EXT';
    expect(await ports.returns.get(UNDER.scope, territory, MEMBER)).toBeNull();
  });

  it('finds the workbooks and the nation that no longer say what the returns say', async () => {
    const { ports, asked } = await settled();
    const loner = depositsOf(...deposits.map(({ bytes }) => bytes), csvOf({ ...GOOD_ROW, num_medical: '2' }));
    const [last] = loner.slice(-1) as [Deposit];
    await ports.facts.put(last.fact, last.bytes);
    await readDeposits({ ...ports, queue: losing() }, UNDER, [{ id: last.fact.id }]);
    await computeFigures({ ...ports, queue: losing() }, UNDER, [LONER]);
    // The nation first: every region is compared with it.
    expect(await asked()).toEqual(['build FR']);
    await buildNational(ports, UNDER);
    expect(await asked()).toEqual(['build 84', 'build 93']);
    await buildWorkbook(ports, UNDER, '84');
    expect(await asked()).toEqual(['build 93']);
    await buildWorkbook(ports, UNDER, '93');
    expect(await asked()).toEqual([]);
  });

  it('finds a later verdict that an earlier deposit, arrived since, no longer bears out', async () => {
    const ports = portsOn();
    const [earlier, later] = depositsOf(
      csvOf({ ...GOOD_ROW, charges_titre1: '5000', num_personnel: '4000' }),
      csvOf({ finess: LONER, campagne: '2026', num_personnel: '6000' }),
    ) as [Deposit, Deposit];
    const queue = quietQueue();
    await run({ ...ports, queue }, queue, [later]);
    await ports.facts.put(earlier.fact, earlier.bytes);
    await readDeposits({ ...ports, queue: losing() }, UNDER, [{ id: earlier.fact.id }]);
    const found = losing();
    await sweepReturns({ ...ports, queue: found }, UNDER);
    expect(found.lost.map(subjectOf)).toContain(`read ${later.fact.id}`);
  });

  it('closes every gap: the campaign ends as a quiet one and nothing is found afterwards', async () => {
    const { ports, asked } = await settled();
    await ports.facts.put(added.fact, added.bytes);
    await readDeposits({ ...ports, queue: losing() }, UNDER, [{ id: added.fact.id }]);
    await settleAgain(ports);
    expect(await asked()).toEqual([]);
    expect(await standingOf(ports)).toEqual(await quietRun(deposits));
  });
});
