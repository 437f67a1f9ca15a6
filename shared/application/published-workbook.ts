import { documentHash } from './document-hash.ts';
import { StorageFailure } from './errors.ts';
import type { EditionRecord, Sha256 } from './ports.ts';

/** An edition of a region's workbook. */
export interface PublishedWorkbook extends Pick<EditionRecord, 'number' | 'builtAt'> {
  /** Key among the documents. */
  readonly key: string;
  readonly hash: Sha256;
}

/** @throws StorageFailure for an edition without a workbook. */
export function publishedWorkbook({ of, number, builtAt, documents }: EditionRecord): PublishedWorkbook {
  const key = documents['workbook'];
  if (key === undefined) throw new StorageFailure(`edition ${number} of ${of} has no workbook`);
  return { number, builtAt, key, hash: documentHash(key) };
}
