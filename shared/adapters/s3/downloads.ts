import { GetObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { StorageFailure } from '../../application/errors.ts';
import type { DownloadLink, Downloads } from '../../application/ports.ts';
import { attachment } from '../../contracts/attachment.ts';
import { bytesKey } from '../../contracts/object-keys.ts';
import type { Bucket } from './objects.ts';

/** Five minutes: a link is followed at once. Seconds. */
const LIFETIME = 300;

/** Links that S3 serves, signed for one object each. @param buckets through a client that only signs (`presigningClient`). */
export function s3Downloads({
  raw,
  documents,
}: {
  readonly raw: Bucket;
  readonly documents: Bucket;
}): Downloads {
  return { ...s3DocumentDownloads(documents), ofFact: (fact) => link(raw, bytesKey(fact), fact.file) };
}

/** The same where no raw fact is ever linked. */
export function s3DocumentDownloads(documents: Bucket): Pick<Downloads, 'ofDocument'> {
  return { ofDocument: (key, file) => link(documents, key, file) };
}

async function link({ client, name }: Bucket, key: string, file: string): Promise<DownloadLink> {
  // Signatures know whole seconds.
  const signedAt = new Date(Math.floor(Date.now() / 1000) * 1000);
  const command = new GetObjectCommand({
    Bucket: name,
    Key: key,
    ResponseContentDisposition: attachment(file),
  });
  try {
    const url = await getSignedUrl(client, command, { expiresIn: LIFETIME, signingDate: signedAt });
    return { url, expiresAt: new Date(signedAt.getTime() + LIFETIME * 1000).toISOString() };
  } catch (cause) {
    throw new StorageFailure(`cannot sign a link to ${key}`, { cause });
  }
}
