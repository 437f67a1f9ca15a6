import { scopesOf } from '../../shared/application/load-generation.ts';
import { putInForce } from '../../shared/application/publish-reference.ts';
import type { Directory } from '../../shared/domain/declarant/directory.ts';
import { demonstrationRights, GRANTED_BY } from './demonstration-rights.ts';
import { isSown, markSown, publishSeed, type Seed, sowDeposits } from './seed.ts';
import type { RunningServer } from './server/start-server.ts';

/** What is left to do once the server answers. */
export interface Begun {
  /** Deposits the seed's files, and resolves with how many once all follows from them; null where they were. */
  readonly sow: (() => Promise<number>) | null;
}

/**
 * Makes a server ready for people: the reference set of its seed in force, a right for each demonstration account of
 * its issuer. Rights that were ever granted or revoked stay as they are.
 * @param seed null where the server's own state is all there is
 */
export async function begin(server: RunningServer, folder: string, seed: Seed | null): Promise<Begun> {
  const sown = await isSown(folder);
  const loaded = seed && !sown ? await publishSeed(server.ports, seed) : null;
  // A generation without a deposit to read is complete at once: people see its campaign from the first moment. Its
  // workbooks wait for the deposits of the seed.
  if (loaded) await putInForce(server.ports, loaded.generation);
  else await server.sweep('returns');
  await grantMissingRights(server, loaded ? loaded.generation.directory : await directoryInForce(server));
  if (!seed || !loaded) return { sow: null };
  return {
    sow: async () => {
      const count = await sowDeposits(server.ports.facts, loaded, seed);
      await server.drain();
      await markSown(folder);
      return count;
    },
  };
}

async function directoryInForce({ ports }: RunningServer): Promise<Directory | null> {
  const [campaign] = await ports.generations.campaigns();
  if (campaign === undefined) return null;
  const [scope] = await scopesOf(ports.generations, campaign);
  return scope ? (await ports.loadGeneration(scope)).directory : null;
}

async function grantMissingRights(
  { ports: { rights, clock }, issuer }: RunningServer,
  directory: Directory | null,
): Promise<void> {
  for (const right of demonstrationRights(directory)) {
    const granted = { issuer, grantedAt: clock().toISOString(), grantedBy: GRANTED_BY, revoked: null };
    // Refused by the table where the subject ever had one.
    await rights.put({ ...right, ...granted }, null);
  }
}
