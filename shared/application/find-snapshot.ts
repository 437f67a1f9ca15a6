import type { CampaignYear } from '../domain/campaign/campaign.ts';
import { authorize, type Caller } from './authorize.ts';
import type { Generation } from './generation.ts';
import { generationInForce, type InForcePorts } from './load-generation.ts';
import { type ReadSnapshotPorts, readSnapshot, type Snapshot } from './read-snapshot.ts';
import { Refusal } from './refusal.ts';

export type FindSnapshotPorts = InForcePorts & ReadSnapshotPorts;

/** The nation's last edition, to those who may read it. @throws Refusal NOT_FOUND before the first one */
export async function findSnapshot(
  ports: FindSnapshotPorts,
  caller: Caller,
  campaign: CampaignYear,
): Promise<{ readonly generation: Generation; readonly snapshot: Snapshot }> {
  authorize(caller, 'nation.read', { kind: 'nation' });
  const generation = await generationInForce(ports, campaign);
  const snapshot = await readSnapshot(ports, generation.scope);
  if (!snapshot) throw new Refusal('NOT_FOUND');
  return { generation, snapshot };
}
