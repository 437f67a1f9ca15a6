import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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
  for (const [name, bytes] of referenceFiles) await write(join(folder, 'reference', name), bytes);
  let count = 0;
  for await (const { path, bytes } of deposits) {
    await write(join(folder, 'deposits', path), bytes);
    count++;
  }
  return count;
}

/** Nothing here needs to outlive a power cut: the seed makes it again. */
async function write(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
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
