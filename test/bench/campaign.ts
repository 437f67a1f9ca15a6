import { execFile } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeSimulation } from '../../infra/local/write-simulation.ts';
import { readReferenceFolder } from '../../shared/adapters/files/read-reference-folder.ts';
import { writeAtomically } from '../../shared/adapters/files/write-atomically.ts';
import { makeReference } from '../../shared/adapters/sae/make-reference.ts';
import type { SimulationFormat } from '../../shared/adapters/simulation/simulate-campaign.ts';
import type { CampaignTimes } from './campaign-in-child.ts';
import { inScratch } from './in-scratch.ts';

const SAE = new URL('../../../shared/data/sae-2022/', import.meta.url);

/** One deposit per line of the population; on the SAE where its files are, on as many fictional declarants elsewhere. */
export async function benchNational(
  format: SimulationFormat,
): Promise<CampaignTimes & { population: string }> {
  return inScratch(async (folder) => {
    const simulated = join(folder, 'campaign');
    const isReal = await writeSae(join(folder, 'reference'));
    if (isReal) {
      const reading = await readReferenceFolder(join(folder, 'reference'));
      if (!reading.ok) throw new Error('the reference set of the SAE is refused');
      await writeSimulation(simulated, {
        format,
        reference: { set: reading.reference, files: reading.files },
      });
    } else await writeSimulation(simulated, { format, declarants: 3_361 });
    return { ...(await processInChild(simulated, folder)), population: isReal ? 'SAE 2022' : 'fictional' };
  });
}

/** A fictional campaign of that many declarants, as CSV; `silent` leaves out every deposit: what a campaign costs anyway. */
export async function benchSize(declarants: number, { silent = false } = {}): Promise<CampaignTimes> {
  return inScratch(async (folder) => {
    const simulated = join(folder, 'campaign');
    await writeSimulation(simulated, { format: 'csv', declarants });
    if (silent) {
      await rm(join(simulated, 'deposits'), { recursive: true });
      await mkdir(join(simulated, 'deposits'));
    }
    return processInChild(simulated, folder);
  });
}

async function writeSae(folder: string): Promise<boolean> {
  const identities = await readFile(new URL('ID_2022r.csv', SAE)).catch(() => null);
  const sygen = await readFile(new URL('SYGEN_2022r.csv', SAE)).catch(() => null);
  if (!identities) return false;
  for (const [name, bytes] of makeReference(identities, sygen).files)
    await writeAtomically(join(folder, name), bytes);
  return true;
}

async function processInChild(simulated: string, scratch: string): Promise<CampaignTimes> {
  const child = new URL('campaign-in-child.ts', import.meta.url).pathname;
  const args = [child, join(simulated, 'reference'), join(simulated, 'deposits'), scratch];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1 << 24 });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as CampaignTimes;
}
