import type { Generation, ReferenceFiles } from './generation.ts';
import type { Documents, Facts, Generations, Queue } from './ports.ts';
import { rebuildCampaign } from './rebuild-campaign.ts';
import { type SweepPorts, sweepReturns } from './sweep.ts';

/**
 * Publishes a reference set: its files are kept, and the campaign is derived again under the new generation.
 * The one in force stays so until `putInForce` finds the new one complete.
 */
export async function publishReference(
  ports: { readonly documents: Documents; readonly facts: Facts; readonly queue: Queue },
  generation: Generation,
  files: ReferenceFiles,
): Promise<void> {
  for (const [name, bytes] of files)
    await ports.documents.put(`reference/${generation.scope.generation}/${name}`, bytes);
  await rebuildCampaign(ports, generation.scope);
}

/**
 * Switches the campaign to a generation once nothing of it is missing.
 *
 * @returns false while work is left (it has been asked for again), or when another writer came first.
 */
export async function putInForce(
  ports: SweepPorts & { readonly generations: Generations },
  generation: Generation,
): Promise<boolean> {
  if ((await sweepReturns(ports, generation)) > 0) return false;
  const { campaign, generation: id } = generation.scope;
  const current = await ports.generations.current(campaign);
  return current?.value === id || ports.generations.switchTo(campaign, id, current?.version ?? null);
}
