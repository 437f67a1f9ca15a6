import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readIfThere } from '../../../shared/adapters/files/read-if-there.ts';
import { errorCode } from '../../../shared/adapters/files/write-atomically.ts';
import type { EditionDescription } from '../../../shared/application/edition-description.ts';
import { EditionDescriptionBody } from '../../../shared/contracts/api/region.ts';
import { DOCUMENTS } from '../../../shared/contracts/object-keys.ts';
import type { CampaignYear } from '../../../shared/domain/campaign/campaign.ts';
import { isRegion } from '../../../shared/domain/territory/regions.ts';
import type { Finding } from '../../../shared/domain/verification/finding.ts';

/** An edition as edition.json says it was published, and the names of the documents that stand beside it. */
export interface PublishedEdition {
  readonly description: EditionDescription;
  /** Folder of its documents. */
  readonly folder: string;
  /** Names of the files in it. */
  readonly names: readonly string[];
}

export interface PublishedEditions {
  readonly editions: ReadonlyMap<EditionDescription['de'], PublishedEdition>;
  readonly findings: readonly Finding[];
}

const DESCRIPTION = '.edition.json';

/**
 * The last edition of each region and of the nation, by the edition.json kept beside its documents.
 * @param generation those of which are wanted; null where nothing says which is in force: the last one built
 */
export async function publishedEditions(
  documents: string,
  campaign: CampaignYear,
  generation: string | null,
): Promise<PublishedEditions> {
  const root = join(documents, DOCUMENTS.editions, String(campaign));
  const editions = new Map<EditionDescription['de'], PublishedEdition>();
  const findings: Finding[] = [];
  for (const shown of (await namesIn(root)).filter((name) => name === 'FR' || isRegion(name))) {
    const folder = join(root, shown);
    const names = await namesIn(folder);
    const read: EditionDescription[] = [];
    for (const name of names.filter((one) => one.endsWith(DESCRIPTION))) {
      const description = await readDescription(join(folder, name));
      if (description) read.push(description);
      else findings.push({ kind: 'record-damaged', path: join(folder, name) });
    }
    const last = read
      .filter((one) => generation === null || one.generation === generation)
      .sort(latestFirst)[0];
    if (last) editions.set(last.de, { description: last, folder, names });
  }
  return { editions, findings };
}

/** The bytes of a document of an edition, by its hash; null where they are gone. */
export async function publishedDocument(
  { folder, names }: PublishedEdition,
  hash: string,
): Promise<{ readonly path: string; readonly bytes: Uint8Array } | null> {
  const name = names.find((one) => one.startsWith(hash));
  if (name === undefined) return null;
  const path = join(folder, name);
  const bytes = await readIfThere(path);
  return bytes && { path, bytes };
}

function latestFirst(a: EditionDescription, b: EditionDescription): number {
  if (a.generation === b.generation) return b.numero - a.numero;
  return a.construite_le < b.construite_le ? 1 : -1;
}

async function readDescription(path: string): Promise<EditionDescription | null> {
  const bytes = await readIfThere(path);
  if (!bytes) return null;
  try {
    return EditionDescriptionBody.parse(JSON.parse(new TextDecoder().decode(bytes))) as EditionDescription;
  } catch {
    return null;
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return [];
    throw cause;
  }
}
