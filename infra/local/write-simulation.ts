import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '../../shared/adapters/files/write-atomically.ts';
import {
  type SimulationOptions,
  simulateCampaign,
} from '../../shared/adapters/simulation/simulate-campaign.ts';
import { CommandFailure } from './command.ts';

/**
 * Writes a fictional campaign: `reference/` and `deposits/` under a folder that must be empty or absent.
 * @returns how many files were deposited
 */
export async function writeSimulation(folder: string, options: SimulationOptions): Promise<number> {
  if (!(await isEmpty(folder))) {
    throw new CommandFailure(
      `Erreur : le dossier « ${folder} » n'est pas vide. Indiquez-en un autre, ou videz-le.`,
    );
  }
  const { referenceFiles, deposits } = simulateCampaign(options);
  for (const [name, bytes] of referenceFiles) await writeAtomically(join(folder, 'reference', name), bytes);
  let count = 0;
  for await (const { path, bytes } of deposits) {
    await writeAtomically(join(folder, 'deposits', path), bytes);
    count++;
  }
  return count;
}

async function isEmpty(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0;
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
    if (code === 'ENOENT') return true;
    throw new CommandFailure(`Erreur : « ${folder} » ne peut pas être lu comme un dossier.`, {
      cause: error,
    });
  }
}
