import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { StorageFailure } from '../../application/errors.ts';
import { UNSIGNED_HEADERS } from './unsigned.ts';

/** What the worker tells. */
export type Answer =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'stopped' };

/** A DynamoDB of this machine, on loopback. */
export interface Dynalite {
  readonly endpoint: string;
  /** Lets running calls end, closes the store, then the thread. */
  stop(): Promise<void>;
}

/**
 * Starts dynalite in a thread of its own, so that it takes another core and ends with the process. Writes reach
 * the operating system before they are answered: they outlive the process, killed or not.
 *
 * @param path folder of the LevelDB store; in memory without it.
 * @throws StorageFailure when the store cannot be opened, as when another process has it open.
 */
export async function startDynalite({ path }: { readonly path?: string } = {}): Promise<Dynalite> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: path === undefined ? {} : { path },
    // What the process was started with is not always allowed to a thread.
    execArgv: [],
    // It answers from the disk and keeps nothing: without a bound its heap grows to what the machine has.
    resourceLimits: { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 8 },
  });
  const endpoint = await whenOpen(worker).catch(async (cause: unknown) => {
    await worker.terminate();
    throw new StorageFailure(`cannot open the store ${path ?? 'in memory'}`, { cause });
  });
  // A thread that dies later (a disk full as LevelDB writes) breaks its connections, which tells its callers.
  worker.on('error', () => undefined);
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  // A process that forgot to stop it may still end.
  worker.unref();
  return {
    endpoint,
    stop: async () => {
      worker.ref();
      const stopped = once(worker, 'message');
      worker.postMessage('stop');
      await Promise.race([stopped, exited]);
      await worker.terminate();
    },
  };
}

/** The endpoint, once the store answers. While it starts an error of the thread is a refusal. */
async function whenOpen(worker: Worker): Promise<string> {
  const died = Promise.withResolvers<never>();
  worker.once('error', died.reject);
  const endpoint = await Promise.race([endpointOf(worker), died.promise]);
  await Promise.race([openStore(endpoint), died.promise]);
  worker.off('error', died.reject);
  return endpoint;
}

async function endpointOf(worker: Worker): Promise<string> {
  const [answer] = (await once(worker, 'message')) as [Answer];
  if (answer.kind === 'listening') return `http://127.0.0.1:${answer.port}`;
  throw new Error(answer.kind === 'failed' ? answer.reason : answer.kind);
}

/** The store is opened by the first call, so one is made here: a refusal is told at once. */
async function openStore(endpoint: string): Promise<void> {
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'DynamoDB_20120810.ListTables',
      ...UNSIGNED_HEADERS,
    },
    body: '{}',
    signal: AbortSignal.timeout(30_000),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} ${text}`);
}
