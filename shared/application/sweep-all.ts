import type { Generation } from './generation.ts';
import { type LoadGeneration, scopesOf } from './load-generation.ts';
import type { Editions, Generations } from './ports.ts';
import { putInForce } from './publish-reference.ts';
import { type SweepPorts, sweepEditions } from './sweep.ts';

export interface SweepAllPorts extends SweepPorts {
  readonly editions: Editions;
  readonly generations: Generations;
  readonly loadGeneration: LoadGeneration;
}

/** What a sweep looks for: verdicts and returns, of which a complete generation is put in force; or workbooks. */
export type Gap = 'returns' | 'editions';

/**
 * Sweeps every campaign, in the generation in force and in the one being built. One that fails does not hold the
 * others.
 *
 * @returns whether nothing was left to do.
 * @throws AggregateError once all are swept, with what failed.
 */
export async function sweepAll(ports: SweepAllPorts, gap: Gap): Promise<boolean> {
  const failures: unknown[] = [];
  let quiet = true;
  for (const campaign of await ports.generations.campaigns()) {
    for (const scope of await scopesOf(ports.generations, campaign)) {
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

async function sweep(ports: SweepAllPorts, gap: Gap, generation: Generation): Promise<boolean> {
  return gap === 'returns' ? putInForce(ports, generation) : (await sweepEditions(ports, generation)) === 0;
}
