import type { Lake } from '../../application/ports.ts';
import { type Bucket, getTagged, putOver } from './objects.ts';

/** Tables in a bucket, replaced on a condition: S3 takes a put that names the content it replaces. */
export function s3Lake(bucket: Bucket): Lake {
  return {
    get: async (key) => {
      const found = await getTagged(bucket, key);
      return found && { version: found.etag, bytes: found.bytes };
    },
    put: (key, bytes, expected) => putOver(bucket, { key, bytes }, expected),
  };
}
