import { sha256 } from './digest.ts';
import type { Documents, EditionRecord, Scope } from './ports.ts';

/** Keeps a document of an edition under its hash. @returns its key */
export async function keepDocument(
  documents: Pick<Documents, 'put'>,
  { campaign }: Pick<Scope, 'campaign'>,
  of: EditionRecord['of'],
  bytes: Uint8Array,
  extension: string,
): Promise<string> {
  const key = `editions/${campaign}/${of}/${sha256(bytes)}.${extension}`;
  await documents.put(key, bytes);
  return key;
}
