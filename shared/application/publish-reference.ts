import type { Generation, ReferenceFiles } from './generation.ts';
import type { Documents, Facts, Generations, Queue, References } from './ports.ts';
import { rebuildCampaign } from './rebuild-campaign.ts';
import { type SweepPorts, sweepReturns } from './sweep.ts';

export interface PublishReferencePorts {
  readonly documents: Documents;
  readonly references: References;
  readonly generations: Generations;
  readonly facts: Facts;
  readonly queue: Queue;
}

/**
 * Publishes a reference set: its files are kept, and what was understood of them; from then on facts are read under
 * the new generation too, and those that came before are read again. The one in force stays so until `putInForce`
 * finds the new one complete.
 */
export async function publishReference(
  ports: PublishReferencePorts,
  generation: Generation,
  files: ReferenceFiles,
): Promise<void> {
  const { scope, directory, rules, sources } = generation;
  for (const [name, bytes] of files)
    await ports.documents.put(`reference/${scope.generation}/${name}`, bytes);
  await ports.references.put(scope.generation, {
    reference: directory.reference,
    ruleSet: rules.id,
    files: sources.files,
  });
  await ports.generations.publish(scope.campaign, scope.generation);
  await rebuildCampaign(ports, scope);
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
