import type { Documents } from '../../application/ports.ts';
import { type Bucket, getObject, putOnce } from './objects.ts';

/** Derived documents in a bucket. */
export function s3Documents(bucket: Bucket): Documents {
  return {
    put: async (key, bytes) => {
      // The same key is the same bytes: one that is taken is already written.
      await putOnce(bucket, { key, bytes });
    },
    get: (key) => getObject(bucket, key),
  };
}
