import { type Cloud, startCloud } from '../../builders/cloud.ts';
import { ADMINISTRATOR, beginCampaign } from './campaign-in-cloud.ts';

const BODY = '539900233';
const ROUNDS = 100;

let cloud: Cloud;
beforeAll(async () => {
  cloud = await startCloud();
  await beginCampaign(cloud);
});
afterAll(() => cloud.stop());

const declaring = (total: number) =>
  new TextEncoder().encode(`finess;campagne;etp_total\n${BODY};2026;${total}\n`);

it('loses none of a hundred times two deposits that two functions read and compute at once', async () => {
  for (let round = 1; round <= ROUNDS; round++) {
    await cloud.deposit(`a${round}.csv`, declaring(2 * round - 1), ADMINISTRATOR);
    await cloud.deposit(`b${round}.csv`, declaring(2 * round), ADMINISTRATOR);
    await cloud.drain({ atOnce: 2 });
  }
  const { etat, valeurs, tentatives } = await cloud.ask('show-return', {
    params: { campagne: '2026', finess: BODY },
    claims: { sub: BODY },
  });
  expect(tentatives).toBe(2 * ROUNDS);
  expect([etat, valeurs['etp_total']?.valeur]).toEqual(['non_calcule', `${2 * ROUNDS}.00`]);
  expect(await cloud.deadLetters()).toEqual([]);
});
