import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { readIfThere } from '../../shared/adapters/files/read-if-there.ts';
import { writeAtomically } from '../../shared/adapters/files/write-atomically.ts';
import type { Generation } from '../../shared/application/generation.ts';
import type { Day } from '../../shared/domain/calendar/day.ts';
import { VERSION } from '../../shared/domain/version.ts';
import { CommandFailure } from './command.ts';
import { type DepositFile, readDepositFile } from './list-deposits.ts';

const IDENTITY_FILE = 'identity';

/**
 * Digest of everything that a campaign's results follow from. Another version of the project may read or compute
 * otherwise: it begins its own work.
 */
export function identityOf(
  job: { readonly asOf: Day },
  { scope }: Generation,
  files: readonly DepositFile[],
): string {
  const hash = createHash('sha256').update(
    JSON.stringify([VERSION, scope.campaign, job.asOf, scope.generation]),
  );
  for (const file of files) {
    const bytes = readDepositFile(file);
    hash.update(JSON.stringify([file.path, bytes.length])).update(bytes);
  }
  return hash.digest('hex');
}

/**
 * Marks a work folder as that of these inputs, so that the deposits of two jobs never mix.
 * @throws CommandFailure when it is that of others.
 */
export async function claimWork(folder: string, identity: string): Promise<void> {
  const path = join(folder, IDENTITY_FILE);
  const found = await readIfThere(path);
  if (found === null) return writeAtomically(path, new TextEncoder().encode(identity));
  if (new TextDecoder().decode(found) === identity) return;
  throw new CommandFailure(
    `Erreur : le dossier de travail « ${folder} » est celui d'autres entrées (dépôts, référentiel, date ou version). Indiquez par --work un autre dossier, ou laissez la commande en choisir un.`,
  );
}
