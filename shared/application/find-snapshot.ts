import type { CampaignYear } from '../domain/campaign/campaign.ts';
import { authorize, type Caller } from './authorize.ts';
import { scopeInForce } from './load-generation.ts';
import type { Generations } from './ports.ts';
import { type ReadSnapshotPorts, readSnapshot, type Snapshot } from './read-snapshot.ts';
import { Refusal } from './refusal.ts';

export interface FindSnapshotPorts extends ReadSnapshotPorts {
  readonly generations: Pick<Generations, 'current'>;
}

/** The nation's last edition, to those who may read all of it. @throws Refusal ROLE_FORBIDDEN, NOT_FOUND before the first one */
export async function findSnapshot(
  ports: FindSnapshotPorts,
  caller: Caller,
  campaign: CampaignYear,
): Promise<Snapshot> {
  authorize(caller, 'nation.read', { kind: 'nation' });
  return snapshotInForce(ports, campaign);
}

/** The nation's last edition; who may read of it is to be asked before. @throws Refusal NOT_FOUND before the first one */
export async function snapshotInForce(ports: FindSnapshotPorts, campaign: CampaignYear): Promise<Snapshot> {
  const snapshot = await readSnapshot(ports, await scopeInForce(ports, campaign));
  if (!snapshot) throw new Refusal('NOT_FOUND');
  return snapshot;
}
