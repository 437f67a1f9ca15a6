import { join } from 'node:path';
import { readIfThere } from '../../shared/adapters/files/read-if-there.ts';
import { writeAtomically } from '../../shared/adapters/files/write-atomically.ts';
import type { Fact, Facts } from '../../shared/application/ports.ts';
import { type PublishReferencePorts, publishReference } from '../../shared/application/publish-reference.ts';
import {
  bodiesPerimeter,
  NATION,
  type Perimeter,
  writePerimeter,
} from '../../shared/domain/access/perimeter.ts';
import type { Role } from '../../shared/domain/access/role.ts';
import type { Day } from '../../shared/domain/calendar/day.ts';
import type { CampaignYear } from '../../shared/domain/campaign/campaign.ts';
import type { Directory } from '../../shared/domain/declarant/directory.ts';
import { isRegion } from '../../shared/domain/territory/regions.ts';
import { listDeposits, readDepositFile } from './list-deposits.ts';
import { type LoadedReference, loadReference } from './load-reference.ts';
import { factOf } from './receive-folder.ts';

/** A campaign on the disk with which a server begins. */
export interface Seed {
  readonly campaign: CampaignYear;
  /** Folders of the reference set and of the deposits. */
  readonly reference: string;
  readonly deposits: string;
  /** The day on which everything was deposited. */
  readonly day: Day;
}

/** Says, in the server's folder, that its seed was sown whole. */
const SOWN = 'sown';

export async function isSown(folder: string): Promise<boolean> {
  return (await readIfThere(join(folder, SOWN))) !== null;
}

export async function markSown(folder: string): Promise<void> {
  await writeAtomically(join(folder, SOWN), new Uint8Array());
}

/** Publishes the reference set of a seed. Twice changes nothing. */
export async function publishSeed(ports: PublishReferencePorts, seed: Seed): Promise<LoadedReference> {
  const loaded = await loadReference(seed.reference, seed.campaign);
  await publishReference(ports, loaded.generation, loaded.files);
  return loaded;
}

/**
 * Deposits the files of a seed, each in the name of whom it speaks of, in the order of their paths. Twice changes
 * nothing: their ids are those of the day and the path. @returns how many there are
 */
export async function sowDeposits(
  facts: Facts,
  { generation: { scope, directory } }: LoadedReference,
  seed: Seed,
): Promise<number> {
  const files = await listDeposits(seed.deposits);
  for (const [index, file] of files.entries()) {
    const bytes = readDepositFile(file);
    const { role, perimeter } = depositorOf(file.path, directory);
    const fact: Fact = {
      ...factOf(file, index, bytes, scope, seed.day),
      depositor: { issuer: 'local', subject: 'npm start', role },
      scope: writePerimeter(perimeter),
    };
    await facts.put(fact, bytes);
  }
  return files.length;
}

/**
 * Whose a simulated file is, by its name (`84/690000000-1.csv`, `84/groupement-G1.csv`): the establishment, the
 * group; of another name, the region's agency, or the administrator.
 */
function depositorOf(
  path: string,
  directory: Directory,
): { readonly role: Role; readonly perimeter: Perimeter } {
  const [folder = '', name = ''] = path.split('/').slice(-2);
  const [, finess, code] = /^(?:([0-9][0-9AB][0-9]{7})-\d+|groupement-(.+))\.\w+$/.exec(name) ?? [];
  const group = directory.reference.groups.find((one) => one.code === code);
  const named = group ? [group.carrier, ...group.members.map((member) => member.finess)] : [];
  const bodies = directory.reference.declarants.flatMap((one) => (one.finess === finess ? [one.finess] : []));
  const carrier = directory.reference.groups.find((one) => one.carrier === finess)?.carrier;
  const perimeter = bodiesPerimeter([...named, ...bodies, ...(carrier === undefined ? [] : [carrier])]);
  if (perimeter) return { role: 'etablissement', perimeter };
  if (isRegion(folder)) return { role: 'ars', perimeter: { kind: 'region', region: folder } };
  return { role: 'administrateur', perimeter: NATION };
}
