import { readXlsx } from '../../../shared/adapters/tables/xlsx/read-xlsx.ts';
import type { RouteAnswer } from '../../../shared/contracts/routes.ts';
import { type Cloud, startCloud } from '../../builders/cloud.ts';
import { ADMINISTRATOR, beginCampaign } from './campaign-in-cloud.ts';

const BODY = '539900233';
const campagne = '2026';
const csvOf = (titre1: string) =>
  new TextEncoder().encode(`finess;campagne;charges_titre1;cloture\n${BODY};2026;${titre1};\n`);

let cloud: Cloud;
beforeAll(async () => {
  cloud = await startCloud();
  await beginCampaign(cloud);
});
afterAll(() => cloud.stop());

const linked = async ({ url }: RouteAnswer<'annotate-deposit'>) => {
  const answer = await fetch(url);
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
};
const check = (titre1: string) =>
  cloud.ask('check-deposit', { params: { campagne }, body: csvOf(titre1), claims: { sub: BODY } });
const texts = async (bytes: Uint8Array) =>
  (await readXlsx(bytes)).sheets.flatMap(({ cells }) => [...cells.values()].map(({ text }) => text));

it('checks a file on what stands, and keeps nothing of it', async () => {
  expect((await check('100')).apercu.declarants).toMatchObject([{ finess: BODY, differences: [] }]);
  await cloud.settle();
  expect((await check('200')).apercu.declarants).toMatchObject([{ finess: BODY, differences: [] }]);
  await cloud.deposit('avant.csv', csvOf('1000'), ADMINISTRATOR);
  await cloud.settle();
  const { apercu } = await check('100');
  expect(apercu.declarants[0]?.differences).toEqual([expect.stringMatching(/1.000 € → 100 €, −90 %$/)]);
});

it('hands a deposit back with its anomalies, again and again the same', async () => {
  const depot = await cloud.deposit('faux.csv', csvOf('mille'), ADMINISTRATOR);
  await cloud.settle();
  const asked = { params: { campagne, depot }, claims: { sub: ADMINISTRATOR } };
  const first = await linked(await cloud.ask('annotate-deposit', asked));
  expect(await texts(first)).toContain('mille');
  expect(await linked(await cloud.ask('annotate-deposit', asked))).toEqual(first);
});

it('makes the template of a body', async () => {
  const asked = { params: { campagne, finess: BODY }, claims: { sub: BODY } };
  expect(await texts(await linked(await cloud.ask('make-template', asked)))).toContain(BODY);
});
