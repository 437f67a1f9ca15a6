import { extname } from 'node:path';
import {
  DOWNLOAD_PATH,
  type Download,
  readDownload,
} from '../../../shared/adapters/signed-links/download-link.ts';
import type { LinkSigner } from '../../../shared/adapters/signed-links/signature.ts';
import type { Documents, Facts } from '../../../shared/application/ports.ts';
import { attachment } from '../../../shared/contracts/attachment.ts';
import type { Endpoint } from './exchange.ts';
import { problem } from './problem.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.csv': 'text/csv',
  '.json': 'application/json',
};

/** Serves what a signed link names, to be saved and never shown. */
export function downloads(
  signer: LinkSigner,
  ports: { readonly documents: Documents; readonly facts: Facts },
): Endpoint {
  return async ({ method, path, query }) => {
    if (!path.startsWith(DOWNLOAD_PATH)) return null;
    if (method !== 'GET' && method !== 'HEAD') return problem('METHOD_NOT_ALLOWED', { allow: 'GET, HEAD' });
    const download = readDownload(signer, `${path}?${query}`);
    if (!download) return problem('LINK_REFUSED');
    const bytes = await bytesOf(ports, download);
    if (!bytes) return problem('NOT_FOUND');
    return {
      status: 200,
      headers: {
        'content-type': TYPES[extname(download.file).toLowerCase()] ?? 'application/octet-stream',
        'content-disposition': attachment(download.file),
        'cache-control': 'private, no-store',
      },
      body: bytes,
    };
  };
}

async function bytesOf(
  { documents, facts }: { readonly documents: Documents; readonly facts: Facts },
  download: Download,
): Promise<Uint8Array | null> {
  if (download.kind === 'document') return documents.get(download.key);
  return (await facts.read(download.campaign, download.fact))?.bytes ?? null;
}
