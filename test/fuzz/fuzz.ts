import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FromChild, Order } from './protocol.ts';

const CHILD = join(import.meta.dirname, 'fuzz-in-child.ts');

export interface FuzzOptions {
  readonly seed: number;
  /** Of processor time. */
  readonly seconds: number;
  /** Longest that one mutant may take, by the clock: machines are noisy. @default 20 */
  readonly deadlineSeconds?: number;
  /** Most resident memory of the child. @default 700: twice verdict, workbook handed back, and what V8 keeps */
  readonly megabytes?: number;
  readonly fault?: Order['fault'];
  readonly onProgress?: (judged: number, cpuSeconds: number) => void;
}

export type FuzzResult =
  | { readonly ok: true; readonly judged: number; readonly outcomes: ReadonlyMap<string, number> }
  | {
      readonly ok: false;
      readonly iteration: number;
      readonly why: string;
      /** The bytes of the mutant, kept. */
      readonly mutant: string;
    };

/** Judges mutants in a process of their own until the time is spent, or one shows a fault of ours. */
export function fuzz(options: FuzzOptions): Promise<FuzzResult> {
  const { seed, seconds, deadlineSeconds = 20, megabytes = 700, fault, onProgress } = options;
  const folder = mkdtempSync(join(tmpdir(), 'mutant-'));
  const mutant = join(folder, 'mutant');
  const child = fork(CHILD, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const outcomes = new Map<string, number>();
  let judged = 0;
  let current = 0;
  let deadline: NodeJS.Timeout | undefined;

  return new Promise((resolve) => {
    let settled = false;
    const end = (result: FuzzResult): void => {
      if (settled) return;
      settled = true;
      clearTimeout(deadline);
      clearInterval(memory);
      child.kill('SIGKILL');
      if (result.ok) rmSync(folder, { recursive: true, force: true });
      resolve(result);
    };
    const fail = (why: string): void => end({ ok: false, iteration: current, why, mutant });
    const memory = setInterval(() => {
      const held = residentMegabytes(child.pid);
      if (held > megabytes) fail(`${held} Mo de mémoire, ${megabytes} au plus`);
    }, 50);

    child.on('message', (message: FromChild) => {
      clearTimeout(deadline);
      current = message.iteration;
      if (message.kind === 'failed') return fail(message.error);
      deadline = setTimeout(() => fail(`plus de ${deadlineSeconds} s sans verdict`), deadlineSeconds * 1000);
      if (message.kind === 'begun') return;
      judged++;
      outcomes.set(message.outcome, (outcomes.get(message.outcome) ?? 0) + 1);
      const spent = message.cpu / 1e6;
      onProgress?.(judged, spent);
      if (spent >= seconds) end({ ok: true, judged, outcomes });
    });
    child.on('exit', (code, signal) => fail(`le processus a pris fin (${signal ?? code})`));
    child.send({ seed, from: 0, mutant, ...(fault ? { fault } : {}) } satisfies Order);
  });
}

/** What the process holds in memory; 0 where the system does not say. */
function residentMegabytes(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Math.round(Number(/VmRSS:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}
