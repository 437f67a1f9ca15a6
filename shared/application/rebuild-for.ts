import type { CampaignYear } from '../domain/campaign/campaign.ts';
import { authorize, type Caller } from './authorize.ts';
import { scopesOf } from './load-generation.ts';
import type { Facts, Generations, Queue } from './ports.ts';
import { rebuildCampaign } from './rebuild-campaign.ts';
import { Refusal } from './refusal.ts';

export interface RebuildCampaignForPorts {
  readonly facts: Facts;
  readonly generations: Generations;
  readonly queue: Queue;
}

/**
 * Asks for every fact of a campaign to be read again, in the generation in force and in the one being built.
 *
 * @returns how many facts there are.
 * @throws Refusal ROLE_FORBIDDEN, NOT_FOUND for a campaign that was never published.
 */
export async function rebuildCampaignFor(
  ports: RebuildCampaignForPorts,
  caller: Caller,
  campaign: CampaignYear,
): Promise<number> {
  authorize(caller, 'campaign.rebuild', { kind: 'own' });
  const [first, ...others] = await scopesOf(ports.generations, campaign);
  if (!first) throw new Refusal('NOT_FOUND');
  const count = await rebuildCampaign(ports, first);
  for (const scope of others) await rebuildCampaign(ports, scope);
  return count;
}
