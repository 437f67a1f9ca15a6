import type { Documents, GenerationId, References } from '../../application/ports.ts';
import { DOCUMENTS } from '../../contracts/object-keys.ts';
import { readReference, writeReference } from './reference-record.ts';

/** Published reference sets as JSON among the documents, beside the files that they were read from. */
export function documentReferences(documents: Documents): References {
  const keyOf = (generation: GenerationId) => `${DOCUMENTS.reference}${generation}/reference.json`;
  return {
    put: (generation, published) => documents.put(keyOf(generation), Buffer.from(writeReference(published))),
    get: async (generation) => {
      const key = keyOf(generation);
      const bytes = await documents.get(key);
      return bytes && readReference(key, Buffer.from(bytes).toString());
    },
  };
}
