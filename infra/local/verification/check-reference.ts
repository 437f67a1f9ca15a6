import { join } from 'node:path';
import { readIfThere } from '../../../shared/adapters/files/read-if-there.ts';
import { sha256 } from '../../../shared/application/digest.ts';
import { REFERENCE_FILE_NAMES } from '../../../shared/domain/declarant/reading/reference-files.ts';
import type { Finding } from '../../../shared/domain/verification/finding.ts';
import { type ManifestLines, readManifest } from '../../../shared/domain/verification/manifest-lines.ts';
import { type PublishedEditions, publishedDocument } from './published-editions.ts';

const OF = 'referentiel ';

/**
 * Files of the reference set whose hash is not the one that the manifests name; none where no manifest can be read.
 *
 * @param job the folder of the set, and the file that joins it as edition_reference.csv, where that lies elsewhere
 */
export async function checkReference(
  { reference, referenceEdition }: { readonly reference: string; readonly referenceEdition?: string },
  published: PublishedEditions,
): Promise<readonly Finding[]> {
  const manifest = await anyManifest(published);
  if (!manifest) return [];
  const findings: Finding[] = [];
  for (const file of REFERENCE_FILE_NAMES.toSorted()) {
    const elsewhere = file === 'edition_reference.csv' ? referenceEdition : undefined;
    const bytes = await readIfThere(elsewhere ?? join(reference, file));
    const found = bytes && sha256(bytes);
    const expected = manifest.get(`${OF}${file}`) ?? null;
    if (found !== expected) findings.push({ kind: 'reference', file, expected, found });
  }
  return findings;
}

/** A manifest that is as it was published: the editions of one generation name the same files. */
async function anyManifest({ editions }: PublishedEditions): Promise<ManifestLines | null> {
  for (const edition of editions.values()) {
    const { manifeste } = edition.description;
    const document = await publishedDocument(edition, manifeste);
    if (document && sha256(document.bytes) === manifeste)
      return readManifest(new TextDecoder().decode(document.bytes));
  }
  return null;
}
