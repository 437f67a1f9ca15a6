import type { CampaignYear } from '../domain/campaign/campaign.ts';
import type { Generation } from './generation.ts';
import { type LoadGeneration, scopesOf } from './load-generation.ts';
import type { Changes, Editions, Generations, Lake, Scope } from './ports.ts';
import { putInForce } from './publish-reference.ts';
import { type SweepPorts, sweepChangedEditions, sweepEditions } from './sweep.ts';

export interface SweepAllPorts extends SweepPorts {
  readonly editions: Editions;
  readonly changes: Changes;
  readonly generations: Generations;
  readonly lake: Pick<Lake, 'get'>;
  readonly loadGeneration: LoadGeneration;
}

/**
 * What a sweep looks for. `returns`: all three gaps, in the generation in force and in the one being built, which is
 * put in force once it is complete. `editions`: workbooks of the generation in force whose returns are known to have
 * changed.
 */
export type Gap = 'returns' | 'editions';

/**
 * Sweeps every campaign. One that fails does not hold the others.
 *
 * @returns whether nothing was left to do.
 * @throws AggregateError once all are swept, with what failed.
 */
export async function sweepAll(ports: SweepAllPorts, gap: Gap): Promise<boolean> {
  const failures: unknown[] = [];
  let quiet = true;
  for (const campaign of await ports.generations.campaigns()) {
    for (const scope of await sweptScopes(ports.generations, campaign, gap)) {
      try {
        if (!(await sweep(ports, gap, await ports.loadGeneration(scope)))) quiet = false;
      } catch (error) {
        failures.push(error);
      }
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} generations were not swept`);
  return quiet;
}

async function sweptScopes(
  generations: Generations,
  campaign: CampaignYear,
  gap: Gap,
): Promise<readonly Scope[]> {
  if (gap === 'returns') return scopesOf(generations, campaign);
  const current = await generations.current(campaign);
  return current ? [{ generation: current.value, campaign }] : [];
}

async function sweep(ports: SweepAllPorts, gap: Gap, generation: Generation): Promise<boolean> {
  if (gap === 'editions') return (await sweepChangedEditions(ports, generation)) === 0;
  // Workbooks of returns that are about to change would be made for nothing.
  return (await putInForce(ports, generation)) && (await sweepEditions(ports, generation)) === 0;
}
