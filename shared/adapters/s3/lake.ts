import { Buffer } from 'node:buffer';
import { StorageFailure } from '../../application/errors.ts';
import type { Lake } from '../../application/ports.ts';
import { type Bucket, getTagged, putOver } from './objects.ts';

/** Puts whose answers may be lost one after the other. */
const MOST_LOST = 8;

/** Tables in a bucket, replaced on a condition: S3 takes a put that names the content it replaces. */
export function s3Lake(bucket: Bucket): Lake {
  return {
    get: async (key) => {
      const found = await getTagged(bucket, key);
      return found && { version: found.etag, bytes: found.bytes };
    },
    put: async (key, bytes, expected) => {
      let over = expected;
      for (let attempt = 0; attempt < MOST_LOST; attempt++) {
        if (await putOver(bucket, { key, bytes }, over)) return true;
        // Where the answer of a put is lost, the SDK puts again and is told that it comes too late, after itself. The
        // same bytes of another writer are put over as well: they become ours, and out of the reach of who read them.
        const there = await getTagged(bucket, key);
        if (!there || Buffer.compare(there.bytes, bytes) !== 0) return false;
        over = there.etag;
      }
      throw new StorageFailure(`cannot tell whether ${key} was written`);
    },
  };
}
