import type { CampaignYear } from '../domain/campaign/campaign.ts';
import { authorize, type Caller } from './authorize.ts';
import { editionDescriptionKey } from './edition-description.ts';
import type { FileLink } from './file-link.ts';
import { scopeInForce } from './load-generation.ts';
import type { Downloads, Editions, Generations } from './ports.ts';
import { editionDocument } from './published-workbook.ts';
import { Refusal } from './refusal.ts';

export interface LinkNationalPorts {
  readonly generations: Pick<Generations, 'current'>;
  readonly editions: Pick<Editions, 'get'>;
  readonly downloads: Pick<Downloads, 'ofDocument'>;
}

/** Under what name each document of the nation is saved: before the campaign, and after the edition. */
const FILES = {
  workbook: { prefix: 'DNS', extension: 'xlsx' },
  figures: { prefix: 'figures', extension: 'csv' },
  aggregates: { prefix: 'aggregates', extension: 'csv' },
  manifest: { prefix: 'DNS', extension: 'manifest.txt' },
  edition: { prefix: 'DNS', extension: 'edition.json' },
} as const;
export type NationalDocument = keyof typeof FILES;

/**
 * A link to a document of the nation's last edition.
 *
 * @throws Refusal ROLE_FORBIDDEN; NOT_FOUND before the first edition.
 */
export async function linkNational(
  ports: LinkNationalPorts,
  caller: Caller,
  campaign: CampaignYear,
  document: NationalDocument,
): Promise<FileLink> {
  authorize(caller, 'nation.read', { kind: 'nation' });
  const scope = await scopeInForce(ports, campaign);
  const edition = await ports.editions.get(scope, 'FR');
  if (!edition) throw new Refusal('NOT_FOUND');
  const key =
    document === 'edition' ? editionDescriptionKey(scope, edition) : editionDocument(edition, document);
  const { prefix, extension } = FILES[document];
  const file = `${prefix}-campagne-${campaign}-edition-${edition.number}.${extension}`;
  return { ...(await ports.downloads.ofDocument(key, file)), file };
}
