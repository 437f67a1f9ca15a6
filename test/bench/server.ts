import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { templateFiller } from '../../shared/adapters/template/fill-template.ts';
import type { RouteAnswer } from '../../shared/contracts/routes.ts';
import { campaignYear } from '../../shared/domain/campaign/campaign.ts';
import { type ApiClient, apiClient, openDeposit, upload } from '../builders/api-client.ts';
import { inScratch } from './in-scratch.ts';
import { median, percentile } from './median.ts';

/** Of one kind of request, from question to last byte of the answer. */
interface RequestTimes {
  readonly what: string;
  /** Milliseconds, one request after the other. */
  readonly p50: number;
  readonly p95: number;
  /** With eight on their way at once. */
  readonly perSecond: number;
}

export interface ServerTimes {
  readonly requests: readonly RequestTimes[];
  /** Milliseconds from the last byte of a template workbook to its verdict, and to the region's next edition. */
  readonly toVerdict: readonly number[];
  readonly toEdition: readonly number[];
}

const WARM_UPS = 30;
const REQUESTS = 200;
const AT_ONCE = 8;
const LOADED = 400;
const DEPOSITS = 20;
const EDITIONS = 5;
/** Seconds between two looks at workbooks: the least that `npm start` takes; a minute where it is deployed. */
export const DEBOUNCE = 1;
/** Milliseconds between two questions whether something is there: what they add is half of it. */
const POLL = 4;

/** `npm start` in a process of its own, on the fictional campaign with which it begins, asked by this one. */
export async function benchServer(): Promise<ServerTimes> {
  return inScratch(async (folder) => {
    const server = await startServer(join(folder, 'state'));
    try {
      return await measure(server.origin);
    } finally {
      await server.stop();
    }
  });
}

async function startServer(state: string): Promise<{ readonly origin: string; stop(): Promise<void> }> {
  const script = new URL('../../infra/local/server.ts', import.meta.url).pathname;
  const args = [script, '--port', '0', '--data', state, '--debounce', String(DEBOUNCE)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let origin = '';
  for await (const line of createInterface({ input: child.stdout })) {
    origin ||= /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0] ?? '';
    if (line.includes('Campagne fictive prête')) break;
  }
  if (origin === '') throw new Error('the server did not start');
  child.stdout.resume();
  return {
    origin,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function measure(origin: string): Promise<ServerTimes> {
  const [establishment, agency, nation] = await Promise.all(
    ['etablissement', 'ars', 'dns'].map((account) => apiClient(origin, account)),
  );
  if (!establishment || !agency || !nation) throw new Error('a demonstration account is missing');
  const { perimetre: finess } = await establishment.read<RouteAnswer<'show-profile'>>('/moi');
  const { perimetre: region } = await agency.read<RouteAnswer<'show-profile'>>('/moi');
  const file = await filledTemplate(finess);

  const { toVerdict, last } = await verdicts(establishment, file);
  const toEdition = await editions(
    establishment,
    agency,
    `/campagnes/2026/regions/${region}/classeurs`,
    file,
  );
  const read = (client: ApiClient, path: string) => async () => {
    await client.read(`/campagnes/2026${path}`);
  };
  const asked: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['deposit request', () => openDeposit(establishment, 'declaration.xlsx', file)],
    ['deposit and verdict', read(establishment, `/depots/${last}`)],
    ['list of deposits', read(establishment, '/depots')],
    ['receipt', read(establishment, `/depots/${last}/recepisse`)],
    ['declaration', read(establishment, `/declarations/${finess}`)],
    ['regional dashboard', read(agency, `/regions/${region}`)],
    ['declarants of a region', read(agency, `/regions/${region}/declarants`)],
    ['editions of a region', read(agency, `/regions/${region}/classeurs`)],
    ['national figures', read(nation, '/chiffres')],
    ['national aggregates', read(nation, '/agregats')],
  ];
  const requests: RequestTimes[] = [];
  for (const [what, ask] of asked) requests.push({ what, ...(await timesOf(ask)) });
  return { requests, toVerdict, toEdition };
}

async function filledTemplate(finess: string): Promise<Uint8Array> {
  const campaign = campaignYear('2026');
  if (campaign === null) throw new Error('the campaign of the bench is no campaign');
  const fill = await templateFiller(campaign);
  return fill({ finess, campaign: '2026', values: { charges_titre1: 123_456_789_01n } });
}

async function timesOf(ask: () => Promise<unknown>): Promise<Omit<RequestTimes, 'what'>> {
  for (let n = 0; n < WARM_UPS; n++) await ask();
  const times: number[] = [];
  for (let n = 0; n < REQUESTS; n++) times.push(await time(ask));
  let left = LOADED;
  const lane = async () => {
    while (left-- > 0) await ask();
  };
  const loaded = await time(() => Promise.all(Array.from({ length: AT_ONCE }, lane)));
  return { p50: median(times), p95: percentile(times, 95), perSecond: Math.round((LOADED * 1_000) / loaded) };
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function verdicts(
  client: ApiClient,
  file: Uint8Array,
): Promise<{ readonly toVerdict: readonly number[]; readonly last: string }> {
  const toVerdict: number[] = [];
  let last = '';
  for (let n = 0; n < DEPOSITS; n++) {
    last = await sendFile(client, file);
    const path = `/campagnes/2026/depots/${last}`;
    toVerdict.push(
      await time(() =>
        until(async () => (await client.read<RouteAnswer<'show-deposit'>>(path)).verdict !== null),
      ),
    );
  }
  return { toVerdict, last };
}

async function editions(
  depositor: ApiClient,
  agency: ApiClient,
  path: string,
  file: Uint8Array,
): Promise<readonly number[]> {
  const latest = async () =>
    (await agency.read<RouteAnswer<'list-editions'>>(`${path}?limite=1`)).elements[0]?.numero ?? 0;
  const times: number[] = [];
  for (let n = 0; n < EDITIONS; n++) {
    await quiet(latest);
    const before = await latest();
    await sendFile(depositor, file);
    times.push(await time(() => until(async () => (await latest()) > before)));
  }
  return times;
}

/** Waits until no edition came for two looks of the sweep: the last deposit is in it. */
async function quiet(latest: () => Promise<number>): Promise<void> {
  for (let known = await latest(), next = -1; next !== known; ) {
    if (next !== -1) known = next;
    await wait(2_500 * DEBOUNCE);
    next = await latest();
  }
}

async function sendFile(client: ApiClient, file: Uint8Array): Promise<string> {
  const opened = await openDeposit(client, 'declaration.xlsx', file);
  const { status } = await upload(opened, file);
  if (status !== 204) throw new Error(`the upload was answered ${status}`);
  return opened.depot;
}

async function until(isThere: () => Promise<boolean>): Promise<void> {
  while (!(await isThere())) await wait(POLL);
}
