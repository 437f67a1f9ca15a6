import { documentHash } from './document-hash.ts';
import type { EditionRecord, Scope, Sha256 } from './ports.ts';

/** edition.json, as people read it: what was published, when, and the hashes by which it is recognised. */
export interface EditionDescription {
  readonly campagne: number;
  /** INSEE code of the region, `975`, or `FR`. */
  readonly de: EditionRecord['of'];
  readonly numero: number;
  /** ISO 8601 instant. */
  readonly construite_le: string;
  readonly generation: string;
  readonly code: string;
  /** SHA-256 of manifest.txt, which is printed in the workbook. */
  readonly manifeste: Sha256;
  /** SHA-256 of each document, by what it is: `workbook`, `figures`, `aggregates`, `snapshot`. */
  readonly documents: Readonly<Record<string, Sha256>>;
}

export function describeEdition(
  { campaign, generation }: Scope,
  { of, number, builtAt, code, documents }: EditionRecord,
): EditionDescription {
  const { manifest = '', ...others } = documents;
  return {
    campagne: campaign,
    de: of,
    numero: number,
    construite_le: builtAt,
    generation,
    code,
    manifeste: documentHash(manifest),
    documents: Object.fromEntries(Object.entries(others).map(([name, key]) => [name, documentHash(key)])),
  };
}

/** The bytes of edition.json. */
export function editionDescription(scope: Scope, record: EditionRecord): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(describeEdition(scope, record), null, 2)}\n`);
}

/** Beside the documents of its edition. */
export function editionDescriptionKey(
  { campaign, generation }: Scope,
  { of, number }: Pick<EditionRecord, 'of' | 'number'>,
): string {
  return `editions/${campaign}/${of}/${generation}-${number}.edition.json`;
}
