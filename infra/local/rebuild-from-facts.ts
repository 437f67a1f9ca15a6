import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publishReference } from '../../shared/application/publish-reference.ts';
import type { CampaignYear } from '../../shared/domain/campaign/campaign.ts';
import { CommandFailure } from './command.ts';
import { consume } from './consume.ts';
import { exportResults, writeSummary } from './export-results.ts';
import { followWork, workbooksOf } from './follow-work.ts';
import { loadReference } from './load-reference.ts';
import type { Progress } from './progress.ts';
import { settle } from './settle.ts';
import { openWorkplace } from './workplace.ts';

export interface RebuildJob {
  readonly campaign: CampaignYear;
  readonly reference: string;
  /** Folder of the raw facts: nothing is written there. */
  readonly raw: string;
  readonly out: string;
  readonly progress: Progress;
}

/** Derives everything again from raw facts alone, in a scratch folder. @returns how many facts there were. */
export async function rebuildFromFacts({
  campaign,
  reference,
  raw,
  out,
  progress,
}: RebuildJob): Promise<number> {
  const started = performance.now();
  const { generation, files } = await loadReference(reference, campaign);
  const scratch = await mkdtemp(join(tmpdir(), 'reconstruction-'));
  const { ports, close } = await openWorkplace(scratch, raw);
  const work = followWork(ports, progress);
  const queue = consume(work.ports, generation);
  try {
    const ids = await ports.facts.ids(campaign);
    if (ids.length === 0)
      throw new CommandFailure(
        `Erreur : aucun dépôt conservé pour la campagne ${campaign}. Vérifiez --work et --campaign.`,
      );
    work.showVerdicts('Relecture des dépôts', ids.length);
    await publishReference({ ...ports, queue }, generation, files);
    await settle(ports, queue, generation, () => work.showEditions(workbooksOf(generation)));
    work.end();
    const { deposits, files: hashes } = await exportResults(ports, generation, out);
    await writeSummary(out, {
      campaign,
      deposits,
      durations: { totalMs: Math.round(performance.now() - started) },
      files: hashes,
    });
    return ids.length;
  } finally {
    progress.stop();
    await queue.stop();
    await close();
    await rm(scratch, { recursive: true, force: true });
  }
}
