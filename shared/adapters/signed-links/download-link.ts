import type { DownloadLink, Downloads } from '../../application/ports.ts';
import { type CampaignYear, campaignYear } from '../../domain/campaign/campaign.ts';
import type { FactId } from '../../domain/return/entry.ts';
import { isSigned, type LinkSigner, sign } from './signature.ts';

/** Five minutes: a link is followed at once. Milliseconds. */
const LIFETIME = 5 * 60_000;

/** Under which downloads are served. */
export const DOWNLOAD_PATH = '/fichiers/';

/** What a link leads to, and the name under which a browser saves it. */
export type Download =
  | { readonly kind: 'document'; readonly key: string; readonly file: string }
  | {
      readonly kind: 'fact';
      readonly campaign: CampaignYear;
      readonly fact: FactId;
      readonly file: string;
    };

/** Links that this machine serves itself, each signed for one object. */
export function localDownloads({ key, origin, clock }: LinkSigner): Downloads {
  const link = (path: string, file: string): DownloadLink => {
    const expiresAt = new Date(clock().getTime() + LIFETIME);
    const query = new URLSearchParams({ nom: file, expire: expiresAt.toISOString() });
    const target = `${DOWNLOAD_PATH}${path}?${query}`;
    return {
      url: `${origin}${target}&signature=${sign(key, target)}`,
      expiresAt: expiresAt.toISOString(),
    };
  };
  return {
    ofDocument: async (document, file) => link(`documents/${document}`, file),
    ofFact: async ({ campaign, id, file }) =>
      link(`depots/${campaign}/${id}`, file.split('/').at(-1) ?? file),
  };
}

const SIGNED = /^(\/fichiers\/.+\?nom=[^&]*&expire=[^&]*)&signature=([0-9a-f]{64})$/;
const FACT = /^\/fichiers\/depots\/(\d{4})\/([0-9A-HJKMNP-TV-Z]{26})$/;

/** Where a link leads, by its path and query as sent; null when it is not signed, not any more, or leads nowhere. */
export function readDownload({ key, clock }: LinkSigner, target: string): Download | null {
  const [, signed = '', signature = ''] = SIGNED.exec(target) ?? [];
  if (!isSigned(key, signed, signature)) return null;
  const { searchParams, pathname } = new URL(signed, 'http://localhost');
  if (clock().toISOString() >= (searchParams.get('expire') ?? '')) return null;
  const file = searchParams.get('nom') ?? '';
  const documents = `${DOWNLOAD_PATH}documents/`;
  if (pathname.startsWith(documents)) {
    return { kind: 'document', key: pathname.slice(documents.length), file };
  }
  const [, year = '', fact = ''] = FACT.exec(pathname) ?? [];
  const campaign = campaignYear(year);
  return campaign === null ? null : { kind: 'fact', campaign, fact: fact as FactId, file };
}
