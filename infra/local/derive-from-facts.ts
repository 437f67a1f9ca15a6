import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Generation } from '../../shared/application/generation.ts';
import { publishReference } from '../../shared/application/publish-reference.ts';
import type { CampaignYear } from '../../shared/domain/campaign/campaign.ts';
import { CommandFailure } from './command.ts';
import { consume } from './consume.ts';
import { followWork, workbooksOf } from './follow-work.ts';
import { loadReference } from './load-reference.ts';
import type { Progress } from './progress.ts';
import { settle } from './settle.ts';
import { openWorkplace, type Ports } from './workplace.ts';

export interface DerivationJob {
  readonly campaign: CampaignYear;
  readonly reference: string;
  /** The figures.csv of an earlier edition of the campaign. @default none */
  readonly referenceEdition?: string;
  /** Folder of the raw facts: nothing is written there. */
  readonly raw: string;
  readonly progress: Progress;
}

/** What was derived, while its scratch folder stands. */
export interface Derived {
  readonly ports: Ports;
  readonly generation: Generation;
  /** How many facts there were. */
  readonly facts: number;
}

/** Derives everything again from raw facts alone, in a scratch folder that is gone once `use` has done with it. */
export async function deriveFromFacts<T>(
  { campaign, reference, referenceEdition, raw, progress }: DerivationJob,
  use: (derived: Derived) => Promise<T>,
): Promise<T> {
  const { generation, files } = await loadReference(reference, campaign, referenceEdition);
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
    return await use({ ports, generation, facts: ids.length });
  } finally {
    progress.stop();
    await queue.stop();
    await close();
    await rm(scratch, { recursive: true, force: true });
  }
}
