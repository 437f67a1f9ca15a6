import { rm } from 'node:fs/promises';
import type { Options } from './command.ts';
import { writeSimulation } from './write-simulation.ts';

export const DEMONSTRATION = {
  folder: '.data/demonstration',
  out: 'resultats',
  campaign: '2026',
  asOf: '2026-07-15',
} as const;

/** Writes the small fictional campaign of a run without arguments, and gives the arguments that process it. */
export async function writeDemonstration(): Promise<Options> {
  const { folder, out, campaign, asOf } = DEMONSTRATION;
  // The folder is the demonstration's own, made anew each time.
  await rm(folder, { recursive: true, force: true });
  await writeSimulation(folder, {});
  return { campaign, 'as-of': asOf, reference: `${folder}/reference`, deposits: `${folder}/deposits`, out };
}
