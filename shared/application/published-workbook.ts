import { documentHash } from './document-hash.ts';
import { StorageFailure } from './errors.ts';
import type { EditionRecord, Sha256 } from './ports.ts';

/** An edition of a region's workbook. */
export interface PublishedWorkbook extends Pick<EditionRecord, 'number' | 'builtAt'> {
  /** Key among the documents. */
  readonly key: string;
  readonly hash: Sha256;
  /** Hash of its manifest.txt, which is printed in it. */
  readonly manifest: Sha256;
}

/** @throws StorageFailure for an edition without a workbook or a manifest. */
export function publishedWorkbook(edition: EditionRecord): PublishedWorkbook {
  const key = editionDocument(edition, 'workbook');
  const manifest = documentHash(editionDocument(edition, 'manifest'));
  return { number: edition.number, builtAt: edition.builtAt, key, hash: documentHash(key), manifest };
}

/** Key of a document of an edition. @throws StorageFailure when it has none of that name. */
export function editionDocument({ of, number, documents }: EditionRecord, name: string): string {
  const key = documents[name];
  if (key === undefined) throw new StorageFailure(`edition ${number} of ${of} has no ${name}`);
  return key;
}
