import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { LIMITS } from '../../shared/adapters/tables/limits.ts';
import { CommandFailure } from './command.ts';

export interface DepositFile {
  /** Relative to the folder, `/` between names. */
  readonly path: string;
  /** As the system knows it: a name need not be UTF-8. */
  readonly location: Buffer;
}

const SLASH = Buffer.from('/');

/** Every file under a folder, links not followed, ordered by relative path in Unicode code points (contracts.md, « Main job »). */
export async function listDeposits(folder: string): Promise<readonly DepositFile[]> {
  await refuseUnlessFolder(folder);
  const files = await walk(Buffer.from(folder), null);
  // Bytes of UTF-8 sort as code points do. Names may be written alike that are not: their own bytes then tell.
  return files.sort(
    (a, b) =>
      Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)) || Buffer.compare(a.location, b.location),
  );
}

async function refuseUnlessFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) {
    throw new CommandFailure(
      `Erreur : le dossier des dépôts « ${folder} » n'existe pas ou n'est pas un dossier. Vérifiez l'option --deposits.`,
    );
  }
}

async function walk(folder: Buffer, prefix: string | null): Promise<DepositFile[]> {
  const files: DepositFile[] = [];
  for (const entry of await entriesOf(folder, prefix)) {
    const name = nameOf(entry.name);
    const path = prefix === null ? name : `${prefix}/${name}`;
    const location = Buffer.concat([folder, SLASH, entry.name]);
    if (entry.isDirectory()) files.push(...(await walk(location, path)));
    else if (entry.isFile()) files.push({ path, location });
  }
  return files;
}

async function entriesOf(folder: Buffer, prefix: string | null) {
  try {
    return await readdir(folder, { withFileTypes: true, encoding: 'buffer' });
  } catch (cause) {
    throw new CommandFailure(
      `Erreur : le dossier « ${prefix ?? nameOf(folder)} » des dépôts ne peut pas être lu. Vérifiez ses droits, puis relancez la commande.`,
      { cause },
    );
  }
}

/** A name that is not UTF-8 has its bytes beyond ASCII written `%E9`: it cannot be taken for another that is. */
function nameOf(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  return bytes
    .toString('latin1')
    .replace(/[\x80-\xff]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

/**
 * The bytes of a deposit. Of one that is over the limit only what shows it is kept: the limit and one byte. At once:
 * thousands of small files are read several times faster so than through promises.
 */
export function readDepositFile({ path, location }: DepositFile): Uint8Array {
  let file: number | null = null;
  try {
    file = openSync(location, 'r');
    const bytes = Buffer.alloc(Math.min(fstatSync(file).size, LIMITS.fileBytes + 1));
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0));
  } catch (cause) {
    throw new CommandFailure(
      `Erreur : le dépôt « ${path} » ne peut pas être lu. Vérifiez les droits du fichier, puis relancez la commande.`,
      { cause },
    );
  } finally {
    if (file !== null) closeSync(file);
  }
}
