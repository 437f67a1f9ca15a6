import { isAbsolute, join, relative, resolve } from 'node:path';
import { makeFolder } from '../../shared/adapters/files/write-derived.ts';
import type { QueueOptions } from '../../shared/adapters/queue/queue-options.ts';
import { publishReference } from '../../shared/application/publish-reference.ts';
import type { Day } from '../../shared/domain/calendar/day.ts';
import type { CampaignYear } from '../../shared/domain/campaign/campaign.ts';
import { claimWork, identityOf } from './claim-work.ts';
import { CommandFailure } from './command.ts';
import { consume } from './consume.ts';
import { type DepositCounts, exportResults, writeSummary } from './export-results.ts';
import { followWork, workbooksOf } from './follow-work.ts';
import { tellFullDisk } from './full-disk.ts';
import { type DepositFile, listDeposits } from './list-deposits.ts';
import { type LoadedReference, loadReference } from './load-reference.ts';
import type { Progress } from './progress.ts';
import { receiveFolder } from './receive-folder.ts';
import { settle } from './settle.ts';
import { openWorkplace, type Ports } from './workplace.ts';

export interface CampaignJob {
  readonly campaign: CampaignYear;
  /** The day on which every file is deposited. */
  readonly asOf: Day;
  readonly reference: string;
  /** The figures.csv of an earlier edition of the campaign, with which workbooks show what changed. @default none */
  readonly referenceEdition?: string;
  readonly deposits: string;
  readonly out: string;
  /** Where the work is kept, to be resumed. @default a folder of `.data` named after the inputs */
  readonly work?: string;
  readonly progress: Progress;
  /** @default deliveries in order, coalesced */
  readonly queue?: Partial<QueueOptions>;
}

export interface CampaignResult {
  readonly files: number;
  readonly deposits: DepositCounts;
  readonly out: string;
  readonly work: string;
}

/** What a job works on, once its inputs are found in order. */
interface Prepared {
  readonly reference: LoadedReference;
  readonly files: readonly DepositFile[];
  readonly identity: string;
  readonly work: string;
  /** By the clock of the process, milliseconds. */
  readonly started: number;
}

/**
 * The main job: every file of a folder through the same use cases as the deployed functions, then the results.
 * Stopped at any moment, the same call resumes where it was.
 */
export async function runCampaign(job: CampaignJob): Promise<CampaignResult> {
  const started = performance.now();
  const reference = await loadReference(job.reference, job.campaign, job.referenceEdition);
  const files = await listDeposits(job.deposits);
  refuseUnderDeposits(job.deposits, job.out, '--out');
  if (job.work !== undefined) refuseUnderDeposits(job.deposits, job.work, '--work');
  makeFolder(job.out);
  const identity = identityOf(job, reference.generation, files);
  const work = job.work ?? join('.data', `campagne-${job.campaign}-${identity.slice(0, 12)}`);
  try {
    return await processFiles(job, { reference, files, identity, work, started });
  } catch (error) {
    throw await tellFullDisk(error, work);
  }
}

/** What the job writes there would be deposits of the next one. */
function refuseUnderDeposits(deposits: string, folder: string, option: string): void {
  const inside = relative(resolve(deposits), resolve(folder));
  if (inside.startsWith('..') || isAbsolute(inside)) return;
  throw new CommandFailure(
    `Erreur : le dossier « ${folder} » est dans celui des dépôts : ce qui y serait écrit deviendrait un dépôt. Indiquez par ${option} un dossier ailleurs.`,
  );
}

async function processFiles(
  job: CampaignJob,
  { reference, files, identity, work, started }: Prepared,
): Promise<CampaignResult> {
  const workplace = await openWorkplace(work);
  try {
    await claimWork(work, identity);
    const processed = await processDeposits(workplace.ports, reference, files, job);
    const exported = await exportResults(workplace.ports, reference.generation, job.out);
    const durations = { ...processed, totalMs: Math.round(performance.now() - started) };
    await writeSummary(job.out, { campaign: job.campaign, asOf: job.asOf, durations, ...exported });
    return { files: files.length, deposits: exported.deposits, out: job.out, work };
  } finally {
    job.progress.stop();
    await workplace.close();
  }
}

async function processDeposits(
  ports: Ports,
  { generation, files: referenceFiles }: LoadedReference,
  files: readonly DepositFile[],
  { asOf, progress, queue: queueOptions }: CampaignJob,
): Promise<{ readonly receiveMs: number; readonly deriveMs: number }> {
  const started = performance.now();
  const work = followWork(ports, progress);
  const queue = consume(work.ports, generation, queueOptions);
  try {
    await publishReference({ ...ports, queue }, generation, referenceFiles);
    progress.start('Réception des dépôts', files.length);
    await receiveFolder({ ...ports, queue }, files, generation.scope, asOf, progress.reach);
    const received = performance.now();
    work.showVerdicts('Lecture et calcul', files.length);
    await settle(ports, queue, generation, () => work.showEditions(workbooksOf(generation)));
    work.end();
    return { receiveMs: Math.round(received - started), deriveMs: Math.round(performance.now() - received) };
  } finally {
    await queue.stop();
  }
}
