import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { CampaignJob } from '../../infra/local/run-campaign.ts';
import { sha256 } from '../../shared/application/digest.ts';
import { day, year } from './entry.ts';

export const PROJECT = join(import.meta.dirname, '..', '..');

/** The project's own campaign: 16 fictional declarants of three regions, three pools, 21 files. */
export const FIXTURE = join(PROJECT, 'test', 'fixtures', 'campaign');
export const FIXTURE_DEPOSITS = 21;

/** Where a job reads and writes. */
export type JobFolders = Pick<CampaignJob, 'reference' | 'deposits' | 'out'> & { readonly work: string };

/** The inputs of an example, its results under a folder. */
export function foldersOf(example: string, folder: string): JobFolders {
  return {
    reference: join(example, 'reference'),
    deposits: join(example, 'deposits'),
    out: join(folder, 'out'),
    work: join(folder, 'work'),
  };
}

/** The job of 15 July 2026, without a progress bar. */
export function jobOf(folders: JobFolders, over: Partial<CampaignJob> = {}): CampaignJob {
  const progress = { start: () => {}, reach: () => {}, stop: () => {} };
  return { campaign: year('2026'), asOf: day('2026-07-15'), ...folders, progress, ...over };
}

/** Calls `use` with a folder of its own, and removes it. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'campagne-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** SHA-256 of every file under a folder by its relative path, summary.json left out: what must be the same from run to run. */
export async function resultsUnder(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => relative(folder, path) !== 'summary.json');
  const hashed = await Promise.all(
    paths.map(async (path) => [relative(folder, path), sha256(await readFile(path))] as const),
  );
  return Object.fromEntries(hashed.sort(([a], [b]) => (a < b ? -1 : 1)));
}

export interface CliResult {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly uid?: number;
  /** Kills the process, so many milliseconds after it started. */
  readonly killAfterMs?: number;
  /** What runs it, before `node`: a shell that sets a limit… */
  readonly under?: readonly string[];
}

/** Runs a script of infra/local in a process of its own. */
export async function runCli(
  script: 'campaign' | 'rebuild' | 'check' | 'verify' | 'verify-receipt',
  args: readonly string[],
  { env = {}, cwd = PROJECT, uid, killAfterMs, under = [] }: CliOptions = {},
): Promise<CliResult> {
  const [command = process.execPath, ...rest] = [
    ...under,
    process.execPath,
    join(PROJECT, 'infra', 'local', `${script}.ts`),
    ...args,
  ];
  const child = spawn(command, rest, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  clearTimeout(timer);
  return { code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() };
}

/** The command line of the job of 15 July 2026. */
export function argumentsOf({ reference, deposits, out, work }: JobFolders): readonly string[] {
  const options = { campaign: '2026', 'as-of': '2026-07-15', reference, deposits, out, work };
  return Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
}
