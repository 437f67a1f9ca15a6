import { fileURLToPath } from 'node:url';
import { annotateFile } from '../../../shared/adapters/annotation/annotate-file.ts';
import { factIds } from '../../../shared/adapters/ids/new-fact-id.ts';
import { type InProcessQueue, inProcessQueue } from '../../../shared/adapters/queue/in-process-queue.ts';
import { localDownloads } from '../../../shared/adapters/signed-links/download-link.ts';
import type { LinkSigner } from '../../../shared/adapters/signed-links/signature.ts';
import { localUploads } from '../../../shared/adapters/signed-links/upload-form.ts';
import { buildTemplate } from '../../../shared/adapters/template/build-template.ts';
import { generationLoader } from '../../../shared/application/load-generation.ts';
import type { Clock } from '../../../shared/application/ports.ts';
import type { SweepKind } from '../../../shared/contracts/functions.ts';
import { compose, type LocalFunctions, type LocalPorts } from '../compose.ts';
import { deliver } from '../deliver.ts';
import { AUDIENCE, type Issuer, localIssuer } from '../oidc/issuer.ts';
import { keysOf } from '../oidc/keys.ts';
import { oidc } from '../oidc/oidc.ts';
import { type Schedule, schedule } from '../schedule.ts';
import { openWorkplace, type Ports } from '../workplace.ts';
import { api } from './api.ts';
import { authorizeToken } from './authorize-token.ts';
import { contextOf } from './context.ts';
import { downloads } from './downloads.ts';
import { type Endpoint, firstOf } from './exchange.ts';
import { listen } from './listen.ts';
import { atOwnAddress } from './own-address.ts';
import { pages, singleFile } from './pages.ts';
import { announcedFacts } from './storage-events.ts';
import { uploads } from './uploads.ts';

export interface ServerOptions {
  /** Where everything is kept from start to start: this process alone works there. */
  readonly folder: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Of deposits and rights; tokens and links live by the clock of the machine. */
  readonly clock: Clock;
  /** Hears of defects. */
  readonly report: (error: unknown) => void;
}

export interface RunningServer {
  /** `http://127.0.0.1:3000` */
  readonly origin: string;
  readonly issuer: string;
  readonly ports: LocalPorts;
  readonly queue: InProcessQueue;
  /** Looks once for what is missing or out of date, and asks for it. */
  sweep(gap: SweepKind): Promise<void>;
  /** Lets all work end: what is queued, what a sweep finds, the workbooks that follow. */
  drain(): Promise<void>;
  /** Begins the schedule: sweeps at once, then every so many seconds. */
  sweepEvery(seconds: Readonly<Record<SweepKind, number>>): void;
  /** Once or more. */
  close(): Promise<void>;
}

const ROOT = new URL('../../../', import.meta.url);
const PORTAL = fileURLToPath(new URL('portal', ROOT));
const OPENAPI = fileURLToPath(new URL('docs/openapi.json', ROOT));

/** Work done at once on one machine: batches as large as the table takes, two readers. */
const QUEUE = {
  concurrency: { 'read-deposit': 2, 'compute-figures': 2, 'build-workbook': 1, 'build-national': 1 },
  batchSize: { 'read-deposit': 25, 'compute-figures': 25, 'build-workbook': 1, 'build-national': 1 },
} as const;

const machineClock: Clock = () => new Date();

/**
 * The whole system on one machine: API, uploads, downloads, sign-in, pages, queues and schedule.
 * @throws FolderLocked, CommandFailure when the port is taken, StorageFailure.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const workplace = await openWorkplace(options.folder);
  const ready = Promise.withResolvers<Endpoint>();
  const listening = await listen({
    port: options.port,
    endpoint: ready.promise,
    report: options.report,
  }).catch(async (error: unknown) => {
    await workplace.close();
    throw error;
  });
  const { origin } = listening;
  const keys = await keysOf(options.folder);
  const signer: LinkSigner = { key: Buffer.from(keys.links, 'base64'), origin, clock: machineClock };
  const queue = inProcessQueue({
    ...QUEUE,
    onDeadLetter: ({ message, receives, error }) =>
      options.report(new Error(`${JSON.stringify(message)} failed ${receives} times`, { cause: error })),
  });
  const ports = portsOf(workplace.ports, queue, signer, options.clock);
  const functions = compose(ports);
  deliver(queue, functions.queues, ports.facts);
  const issuer = await localIssuer(origin, keys.issuer, machineClock);
  ready.resolve(atOwnAddress(origin, endpointOf(functions, ports, signer, issuer)));
  let sweeps: Schedule | null = null;
  let closed: Promise<void> | null = null;
  const closeAll = async () => {
    await listening.close();
    await sweeps?.stop();
    await queue.stop();
    await workplace.close();
  };
  const sweep = (gap: SweepKind) => functions.sweep({ gap }, contextOf('sweep'));
  return {
    origin,
    issuer: issuer.url,
    ports,
    queue,
    sweep,
    drain: () => drain(queue, sweep),
    sweepEvery: (seconds) => {
      sweeps ??= schedule(functions.sweep, seconds, options.report);
    },
    close: () => {
      closed ??= closeAll();
      return closed;
    },
  };
}

function portsOf(ports: Ports, queue: InProcessQueue, signer: LinkSigner, clock: Clock): LocalPorts {
  return {
    ...ports,
    facts: announcedFacts(ports.facts, queue),
    clock,
    queue,
    newFactId: factIds(),
    uploads: localUploads(signer),
    downloads: localDownloads(signer),
    loadGeneration: generationLoader(ports.references),
    annotateFile,
    writeTemplate: buildTemplate,
  };
}

function endpointOf(
  functions: LocalFunctions,
  ports: LocalPorts,
  signer: LinkSigner,
  issuer: Issuer,
): Endpoint {
  const rules = { issuer: issuer.url, audience: AUDIENCE, keys: issuer.keys, clock: machineClock };
  const accounts = async () => (await ports.rights.all()).filter((right) => right.issuer === issuer.url);
  return firstOf([
    api(functions.api, (authorization) => authorizeToken(rules, authorization)),
    uploads(signer, ports.facts),
    downloads(signer, ports),
    oidc({ issuer, accounts, clock: machineClock }),
    singleFile('/openapi.json', OPENAPI, 'application/json; charset=utf-8'),
    pages(PORTAL),
  ]);
}

async function drain(queue: InProcessQueue, sweep: RunningServer['sweep']): Promise<void> {
  await queue.drain();
  for (const gap of ['returns', 'editions'] as const) {
    await sweep(gap);
    await queue.drain();
  }
}
