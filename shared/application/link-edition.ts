import type { CampaignYear } from '../domain/campaign/campaign.ts';
import type { RegionCode } from '../domain/territory/regions.ts';
import { authorize, type Caller } from './authorize.ts';
import type { FileLink } from './file-link.ts';
import type { ListEditionsPorts } from './list-editions.ts';
import { generationInForce } from './load-generation.ts';
import type { Downloads } from './ports.ts';
import { publishedWorkbook } from './published-workbook.ts';
import { Refusal } from './refusal.ts';

export interface LinkEditionPorts extends ListEditionsPorts {
  readonly downloads: Pick<Downloads, 'ofDocument'>;
}

export interface EditionToLink {
  readonly campaign: CampaignYear;
  readonly region: RegionCode;
  readonly number: number;
}

/** A link to an edition of a region's workbook. @throws Refusal ROLE_FORBIDDEN, NOT_FOUND */
export async function linkEdition(
  ports: LinkEditionPorts,
  caller: Caller,
  { campaign, region, number }: EditionToLink,
): Promise<FileLink> {
  const { scope } = await generationInForce(ports, campaign);
  authorize(caller, 'region.read', { kind: 'region', region });
  const edition = (await ports.editions.all(scope, region)).find((one) => one.number === number);
  if (!edition) throw new Refusal('NOT_FOUND');
  const file = `ARS-${region}-campagne-${campaign}-edition-${number}.xlsx`;
  return { ...(await ports.downloads.ofDocument(publishedWorkbook(edition).key, file)), file };
}
