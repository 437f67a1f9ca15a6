import { createHash } from 'node:crypto';
import * as z from 'zod';
import { StorageFailure } from '../../application/errors.ts';
import type { Documents } from '../../application/ports.ts';

/**
 * Above that many bytes a body is a document and the item only names it, so that an item stays under 100 KB
 * however often a declarant deposits and whatever its cells hold.
 */
const LARGEST_INLINE = 64 * 1024;

/** The bulk of an item: JSON, in the item or in the document that it names. */
export const BodyAttributes = z.object({
  body: z.string().exactOptional(),
  bodyAt: z.string().exactOptional(),
});
export type BodyAttributes = z.infer<typeof BodyAttributes>;

/** Writes a body; a large one goes among the documents first, under its own hash. */
export async function keepBody(documents: Documents, json: string): Promise<BodyAttributes> {
  if (Buffer.byteLength(json) <= LARGEST_INLINE) return { body: json };
  const bodyAt = `bodies/${createHash('sha256').update(json).digest('hex')}.json`;
  await documents.put(bodyAt, Buffer.from(json));
  return { bodyAt };
}

/** The JSON of a body. @throws StorageFailure when it has none or its document is gone. */
export async function readBody(documents: Documents, { body, bodyAt }: BodyAttributes): Promise<string> {
  if (body !== undefined) return body;
  if (bodyAt === undefined) throw new StorageFailure('an item without a body');
  const bytes = await documents.get(bodyAt);
  if (!bytes) throw new StorageFailure(`the document ${bodyAt} is gone`);
  return Buffer.from(bytes).toString();
}
