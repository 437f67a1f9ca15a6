import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import * as z from 'zod';
import { StorageFailure } from '../../application/errors.ts';
import type { Uploads } from '../../application/ports.ts';
import { bytesKey } from '../../contracts/object-keys.ts';
import type { Bucket } from './objects.ts';

/** A quarter of an hour. Seconds. */
const LIFETIME = 900;

const Policy = z.object({ expiration: z.iso.datetime() });

/**
 * Forms that S3 takes with one file each: the key, the size, the type and the SHA-256 are fixed by the signed policy.
 * @param bucket of the raw facts, through a client that only signs (`presigningClient`).
 */
export function s3Uploads({ client, name }: Bucket): Uploads {
  return {
    form: async (fact, contentType) => {
      try {
        const { url, fields } = await createPresignedPost(client, {
          Bucket: name,
          Key: bytesKey(fact),
          Expires: LIFETIME,
          Conditions: [['content-length-range', fact.size, fact.size]],
          // Each becomes a condition of the policy.
          Fields: {
            'Content-Type': contentType,
            'x-amz-checksum-algorithm': 'SHA256',
            'x-amz-checksum-sha256': Buffer.from(fact.sha256, 'hex').toString('base64'),
          },
        });
        return { url, fields, expiresAt: expirationOf(fields['Policy'] ?? '') };
      } catch (cause) {
        throw new StorageFailure(`cannot sign the form of fact ${fact.id}`, { cause });
      }
    },
  };
}

/** The instant that was signed. */
function expirationOf(policy: string): string {
  return Policy.parse(JSON.parse(Buffer.from(policy, 'base64').toString())).expiration;
}
