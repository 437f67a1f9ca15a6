import { type Cloud, startCloud } from '../../builders/cloud.ts';
import type { Fate } from '../../doubles/faulty-proxy.ts';
import { ADMINISTRATOR, beginCampaign } from './campaign-in-cloud.ts';

const BODY = '539900233';
const ROUNDS = 100;

let cloud: Cloud;
beforeAll(async () => {
  cloud = await startCloud();
  await beginCampaign(cloud);
});
afterAll(() => cloud.stop());

const declare = async (total: number) => {
  const bytes = new TextEncoder().encode(`finess;campagne;etp_total\n${BODY};2026;${total}\n`);
  await cloud.deposit(`${total}.csv`, bytes, ADMINISTRATOR);
  await cloud.drain({ queues: ['read-deposit'] });
};
const compute = () => cloud.drain({ queues: ['compute-figures'] });

/** Holds the next put of one item at the door of the table. */
function holdNextPut() {
  const arrived = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  let held = false;
  cloud.faults.table.follow(async (_, { target }): Promise<Fate> => {
    if (!held && target.endsWith('.PutItem')) {
      held = true;
      arrived.resolve();
      await released.promise;
    }
    return 'pass';
  });
  return { arrived: arrived.promise, release: () => released.resolve() };
}

it('loses no update when a function puts a return that another has put since, a hundred times', async () => {
  for (let round = 1; round <= ROUNDS; round++) {
    await declare(2 * round - 1);
    const put = holdNextPut();
    const first = compute();
    await put.arrived;
    await declare(2 * round);
    await compute();
    put.release();
    await first;
    const { valeurs, tentatives } = await cloud.ask('show-return', {
      params: { campagne: '2026', finess: BODY },
      claims: { sub: BODY },
    });
    expect([tentatives, valeurs['etp_total']?.valeur]).toEqual([2 * round, `${2 * round}.00`]);
  }
  expect(await cloud.deadLetters()).toEqual([]);
});
