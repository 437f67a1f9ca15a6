import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createHandler as showEstablishment } from '../../functions/show-establishment/handler.ts';
import { createHandler as showNation } from '../../functions/show-nation/handler.ts';
import { createWorkbookWriter } from '../../shared/adapters/workbooks/workbook-writer.ts';
import { buildNational } from '../../shared/application/build-national.ts';
import { type Generation, generationOf } from '../../shared/application/generation.ts';
import { snapshotLoader } from '../../shared/application/load-snapshot.ts';
import type { ReturnRecord } from '../../shared/application/ports.ts';
import { publishReference } from '../../shared/application/publish-reference.ts';
import type { RouteId } from '../../shared/contracts/routes.ts';
import { campaignYear } from '../../shared/domain/campaign/campaign.ts';
import { REGIONS, type RegionCode } from '../../shared/domain/territory/regions.ts';
import { type ApiRequest, apiEvent, lambdaContext } from '../builders/events.ts';
import { fictionalCampaign } from '../builders/fictional-campaign.ts';
import { deployment } from '../doubles/deployment.ts';
import { median, percentile } from './median.ts';

const DECLARANTS = 3_400;
const CAMPAIGNS = ['2022', '2023', '2024', '2025', '2026'] as const;
const LATEST = '2026';
const CALLS = 200;

export interface QueryTimes {
  readonly what: string;
  readonly p50: number;
  readonly p95: number;
}

/**
 * The queries of the nation through their handlers, over five campaigns of 3,400 declarants: each is asked for once
 * before it is timed, and goes from campaign to campaign.
 *
 * @returns milliseconds; of the first, what a process holds once it has read every campaign, in MB.
 */
export async function benchNationalQueries(): Promise<{
  readonly times: readonly QueryTimes[];
  readonly heldMb: number;
}> {
  const { standing, context } = fictionalCampaign(DECLARANTS);
  const regions = Object.keys(REGIONS) as RegionCode[];
  const { reference } = context.directory;
  const declarants = reference.declarants.map((one, index) => ({
    ...one,
    region: regions[index % regions.length] ?? '84',
  }));
  const stood = await deployment();
  const national = createWorkbookWriter({ wording: stood.ports.wording }).national;
  const ports = { ...stood.ports, workbooks: { ...stood.ports.workbooks, national } };
  for (const text of CAMPAIGNS) {
    const campaign = campaignYear(text);
    if (campaign === null) throw new Error(`no campaign: ${text}`);
    const files = new Map([['declarants.csv', new TextEncoder().encode(text)]]);
    const under = generationOf(campaign, files, { ...reference, declarants }, context.rules);
    await publishReference(ports, under, new Map());
    const before = await ports.generations.current(campaign);
    await ports.generations.switchTo(campaign, under.scope.generation, before?.version ?? null);
    await buildNational({ ...ports, returns: returnsOf(under, standing) }, under);
    if (text === LATEST) await keepReturns(under, standing, ports.returns);
  }
  const [first] = declarants;
  const held = heap();
  const reading = { ...ports, loadSnapshot: snapshotLoader(ports.documents), downloads: noLinks() };
  const nation = showNation(reading);
  const establishment = showEstablishment(reading);
  const ask = async (route: RouteId, request: ApiRequest) => {
    const handler = route === 'explain-figure' ? establishment : nation;
    const { statusCode, body = '' } = await handler(
      apiEvent(route, { ...request, claims: { sub: 'dns' } }),
      lambdaContext(),
    );
    if (statusCode !== 200) throw new Error(`${route}: ${body}`);
  };
  const share = { axe: 'nation', tranche: 'FR', indicateur: 'part_numerique' };
  const queries: Readonly<Record<string, readonly [RouteId, ApiRequest]>> = {
    'aggregates by region': ['list-aggregates', { query: { axe: 'region', limite: '200' } }],
    'trend of the nation, 5 campaigns': ['show-trend', { query: share }],
    'figures, filtered': ['list-figures', { query: { statut: 'public', part_min: '0.02', limite: '200' } }],
    'aggregate explained': ['explain-aggregate', { query: share }],
    'contributions, 200 of the nation': ['list-contributions', { query: { ...share, limite: '200' } }],
    'figure explained': [
      'explain-figure',
      { params: { finess: first?.finess ?? '', chiffre: 'part_numerique' } },
    ],
  };
  const times: QueryTimes[] = [];
  for (const [what, [route, request]] of Object.entries(queries)) {
    const of = (index: number): ApiRequest => {
      if (route === 'show-trend') return request;
      const campagne = route === 'explain-figure' ? LATEST : (CAMPAIGNS[index % CAMPAIGNS.length] ?? LATEST);
      return { ...request, params: { ...request.params, campagne } };
    };
    for (const index of CAMPAIGNS.keys()) await ask(route, of(index));
    const took: number[] = [];
    for (let index = 0; index < CALLS; index++) {
      const start = performance.now();
      await ask(route, of(index));
      took.push(performance.now() - start);
    }
    times.push({ what, p50: median(took), p95: percentile(took, 95) });
  }
  return { times, heldMb: heap() - held };
}

type Standing = ReturnType<typeof fictionalCampaign>['standing'];

/** The returns of a nation, without a store behind. */
function returnsOf({ directory }: Generation, standing: Standing) {
  return {
    ofTerritory: async (_: unknown, territory: string) =>
      [...directory.bodiesOf(territory as RegionCode).keys()].flatMap((finess) =>
        recordOf(finess, territory, standing),
      ),
  } as never;
}

function recordOf(finess: string, territory: string, standing: Standing): readonly ReturnRecord[] {
  const found = standing.get(finess as never);
  if (!found) return [];
  return [{ finess, territory, inputs: '', entries: [], ...found } as never];
}

async function keepReturns(
  { scope, directory }: Generation,
  standing: Standing,
  returns: Awaited<ReturnType<typeof deployment>>['ports']['returns'],
): Promise<void> {
  for (const territory of [...directory.regions(), 'EXT' as const])
    for (const finess of directory.bodiesOf(territory).keys())
      for (const record of recordOf(finess, territory, standing)) await returns.put(scope, record, null);
}

function noLinks() {
  const none = async () => {
    throw new Error('no link is asked for');
  };
  return { ofDocument: none, ofFact: none };
}

/** Megabytes of the heap that are in use, once what is of no use is gone. */
function heap(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed / 1024 / 1024;
}
