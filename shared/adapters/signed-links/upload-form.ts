import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Uploads } from '../../application/ports.ts';
import { bytesKey } from '../../contracts/object-keys.ts';
import { isSigned, type LinkSigner, sign } from './signature.ts';

/** As on S3: a quarter of an hour. Milliseconds. */
const LIFETIME = 15 * 60_000;

/** Where forms are posted. */
export const UPLOAD_PATH = '/envois';

/** What a form fixes, signed with it: one object, its size in bytes, every field. */
const Policy = z.object({
  expiration: z.iso.datetime(),
  size: z.int(),
  fields: z.record(z.string(), z.string()),
});

/** Forms that this machine takes itself: the fields are those of an S3 form, the signature is ours. */
export function localUploads({ key, origin, clock }: LinkSigner): Uploads {
  return {
    form: async (fact, contentType) => {
      const expiresAt = new Date(clock().getTime() + LIFETIME).toISOString();
      const fields = {
        key: bytesKey(fact),
        'Content-Type': contentType,
        'x-amz-checksum-algorithm': 'SHA256',
        'x-amz-checksum-sha256': Buffer.from(fact.sha256, 'hex').toString('base64'),
      };
      const policy: z.infer<typeof Policy> = { expiration: expiresAt, size: fact.size, fields };
      const encoded = Buffer.from(JSON.stringify(policy)).toString('base64');
      return {
        url: `${origin}${UPLOAD_PATH}`,
        fields: { ...fields, Policy: encoded, 'X-Amz-Signature': sign(key, encoded) },
        expiresAt,
      };
    },
  };
}

/** Why a posted form is not taken, as S3 would say it. */
export type UploadFault =
  | 'SIGNATURE_INVALID'
  | 'FORM_EXPIRED'
  | 'FIELD_NOT_SIGNED'
  | 'SIZE_DIFFERS'
  | 'CHECKSUM_DIFFERS';

/** Holds a posted form against what it fixed. @returns the key of the object, or why it is not taken. */
export function judgeUpload(
  { key, clock }: LinkSigner,
  fields: ReadonlyMap<string, string>,
  file: Uint8Array,
): { readonly ok: true; readonly key: string } | { readonly ok: false; readonly fault: UploadFault } {
  const { Policy: encoded = '', 'X-Amz-Signature': signature = '', ...given } = Object.fromEntries(fields);
  if (!isSigned(key, encoded, signature)) return { ok: false, fault: 'SIGNATURE_INVALID' };
  const policy = Policy.parse(JSON.parse(Buffer.from(encoded, 'base64').toString()));
  if (clock().toISOString() >= policy.expiration) return { ok: false, fault: 'FORM_EXPIRED' };
  if (!sameFields(given, policy.fields)) return { ok: false, fault: 'FIELD_NOT_SIGNED' };
  if (file.length !== policy.size) return { ok: false, fault: 'SIZE_DIFFERS' };
  const checksum = createHash('sha256').update(file).digest('base64');
  if (checksum !== policy.fields['x-amz-checksum-sha256']) return { ok: false, fault: 'CHECKSUM_DIFFERS' };
  return { ok: true, key: policy.fields['key'] ?? '' };
}

/** Every field as signed, and no other. */
function sameFields(
  given: Readonly<Record<string, string>>,
  signed: Readonly<Record<string, string>>,
): boolean {
  const names = new Set([...Object.keys(given), ...Object.keys(signed)]);
  return [...names].every((name) => given[name] === signed[name]);
}
