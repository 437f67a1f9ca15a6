import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  GetObjectCommand,
  GetObjectTaggingCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { StorageFailure } from '../../application/errors.ts';
import { type Backoff, fullJitter } from '../pace/put-off.ts';

/** One bucket and the way to it. */
export interface Bucket {
  readonly client: S3Client;
  readonly name: string;
}

/** S3 answers 409 to a conditional put that meets another one on its way. */
const MOST_CONFLICTS = 8;

/**
 * Keeps an object unless its key is taken, with its SHA-256, which S3 checks.
 * @param sha256 64 hexadecimal characters. @default that of the bytes
 * @returns false when the key is taken. @throws StorageFailure
 */
export async function putOnce(
  bucket: Bucket,
  { key, bytes, sha256 = hashOf(bytes) }: { key: string; bytes: Uint8Array; sha256?: string },
  backoff: Backoff = fullJitter,
): Promise<boolean> {
  const command = new PutObjectCommand({
    Bucket: bucket.name,
    Key: key,
    Body: bytes,
    IfNoneMatch: '*',
    ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
  });
  for (let attempt = 1; ; attempt++) {
    try {
      await bucket.client.send(command);
      return true;
    } catch (cause) {
      if (statusOf(cause) === 412) return false;
      if (statusOf(cause) !== 409 || attempt === MOST_CONFLICTS)
        throw new StorageFailure(`cannot write ${key}`, { cause });
    }
    await sleep(backoff(attempt));
  }
}

/** The bytes of an object, the latest version of it unless another is named; null when it is not there. @throws StorageFailure */
export async function getObject(
  { client, name }: Bucket,
  key: string,
  version?: string,
): Promise<Uint8Array | null> {
  try {
    const { Body } = await client.send(
      new GetObjectCommand({ Bucket: name, Key: key, ...versionOf(version) }),
    );
    return (await Body?.transformToByteArray()) ?? new Uint8Array();
  } catch (cause) {
    if (isAbsent(cause)) return null;
    throw new StorageFailure(`cannot read ${key}`, { cause });
  }
}

/** An object as it is now, with the tag that S3 gives its content; null when it is not there. @throws StorageFailure */
export async function getTagged(
  { client, name }: Bucket,
  key: string,
): Promise<{ readonly bytes: Uint8Array; readonly etag: string } | null> {
  try {
    const { Body, ETag = '' } = await client.send(new GetObjectCommand({ Bucket: name, Key: key }));
    return { bytes: (await Body?.transformToByteArray()) ?? new Uint8Array(), etag: ETag };
  } catch (cause) {
    if (isAbsent(cause)) return null;
    throw new StorageFailure(`cannot read ${key}`, { cause });
  }
}

/**
 * Replaces the content of that tag, or makes the object where the tag is null.
 * @returns false when it is another content by now, or is being replaced. @throws StorageFailure
 */
export async function putOver(
  { client, name }: Bucket,
  { key, bytes }: { key: string; bytes: Uint8Array },
  etag: string | null,
): Promise<boolean> {
  const condition = etag === null ? { IfNoneMatch: '*' } : { IfMatch: etag };
  const ChecksumSHA256 = Buffer.from(hashOf(bytes), 'hex').toString('base64');
  try {
    await client.send(
      new PutObjectCommand({ Bucket: name, Key: key, Body: bytes, ChecksumSHA256, ...condition }),
    );
    return true;
  } catch (cause) {
    if ([404, 409, 412].includes(statusOf(cause) ?? 0) && !isMissingBucket(cause)) return false;
    throw new StorageFailure(`cannot write ${key}`, { cause });
  }
}

/** The tags of an object and the version that they are of; null when it is not there. @throws StorageFailure */
export async function getTags(
  { client, name }: Bucket,
  key: string,
  version?: string,
): Promise<{ readonly tags: ReadonlyMap<string, string>; readonly version: string | undefined } | null> {
  try {
    const { TagSet = [], VersionId } = await client.send(
      new GetObjectTaggingCommand({ Bucket: name, Key: key, ...versionOf(version) }),
    );
    return { tags: new Map(TagSet.map(({ Key = '', Value = '' }) => [Key, Value])), version: VersionId };
  } catch (cause) {
    if (isAbsent(cause)) return null;
    throw new StorageFailure(`cannot read the tags of ${key}`, { cause });
  }
}

/** Every key that begins so, in the order of keys, page after page (an answer holds 1,000). @throws StorageFailure */
export async function listKeys({ client, name }: Bucket, prefix: string): Promise<readonly string[]> {
  const keys: string[] = [];
  let from: string | undefined;
  try {
    do {
      const page = await client.send(
        new ListObjectsV2Command({ Bucket: name, Prefix: prefix, ContinuationToken: from }),
      );
      keys.push(...(page.Contents ?? []).flatMap(({ Key }) => Key ?? []));
      from = page.NextContinuationToken;
    } while (from !== undefined);
  } catch (cause) {
    throw new StorageFailure(`cannot list ${prefix}`, { cause });
  }
  return keys;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function versionOf(version: string | undefined): { readonly VersionId?: string } {
  return version === undefined ? {} : { VersionId: version };
}

/** NoSuchKey, NoSuchVersion, and the delete marker of an object; a bucket that is not there is another failure. */
function isAbsent(cause: unknown): boolean {
  return cause instanceof S3ServiceException && statusOf(cause) === 404 && !isMissingBucket(cause);
}

function isMissingBucket(cause: unknown): boolean {
  return cause instanceof S3ServiceException && cause.name === 'NoSuchBucket';
}

function statusOf(cause: unknown): number | undefined {
  return cause instanceof S3ServiceException ? cause.$metadata.httpStatusCode : undefined;
}
