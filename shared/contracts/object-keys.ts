import type { CampaignYear } from '../domain/campaign/campaign.ts';
import { campaignYear } from '../domain/campaign/campaign.ts';
import { LAKE_PREFIX } from '../domain/lake/lake-keys.ts';
import type { FactId } from '../domain/return/entry.ts';

/** Prefixes of the raw bucket: bytes as received, what was said when they were opened, and why some were erased. */
export const RAW = { bytes: 'facts/', records: 'openings/', tombstones: 'tombstones/' } as const;

/** Prefixes of the bucket of derived documents, each with its own writers. */
export const DOCUMENTS = {
  verdicts: 'verdicts/',
  bodies: 'bodies/',
  editions: 'editions/',
  annotated: 'annotated/',
  templates: 'templates/',
  reference: 'reference/',
  /** The one prefix under which objects are replaced. */
  lake: LAKE_PREFIX,
} as const;

/** `facts/<campaign>/<fact>-<sha256>`. */
export function bytesKey(fact: {
  readonly campaign: CampaignYear;
  readonly id: FactId;
  readonly sha256: string;
}): string {
  return `${RAW.bytes}${fact.campaign}/${fact.id}-${fact.sha256}`;
}

const BYTES_KEY = /^facts\/(\d{4})\/([0-9A-HJKMNP-TV-Z]{26})-([0-9a-f]{64})$/;

/** Which fact an object holds, by its key as S3 names it (not URL-encoded); null for any other key. */
export function readBytesKey(
  key: string,
): { readonly campaign: CampaignYear; readonly fact: FactId; readonly sha256: string } | null {
  const [, year = '', fact = '', sha256 = ''] = BYTES_KEY.exec(key) ?? [];
  const campaign = campaignYear(year);
  return campaign === null ? null : { campaign, fact: fact as FactId, sha256 };
}
