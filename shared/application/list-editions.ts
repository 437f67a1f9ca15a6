import type { CampaignYear } from '../domain/campaign/campaign.ts';
import type { RegionCode } from '../domain/territory/regions.ts';
import { authorize, type Caller } from './authorize.ts';
import { generationInForce, type InForcePorts } from './load-generation.ts';
import { firstPage, type Page } from './page.ts';
import type { Editions } from './ports.ts';
import { type PublishedWorkbook, publishedWorkbook } from './published-workbook.ts';

export interface ListEditionsPorts extends InForcePorts {
  readonly editions: Pick<Editions, 'all'>;
}

export interface EditionList {
  readonly campaign: CampaignYear;
  readonly region: RegionCode;
  /** Strictly before this number; null from the latest. */
  readonly before: number | null;
  readonly limit: number;
}

/** The editions of a region's workbook, the latest first. @throws Refusal ROLE_FORBIDDEN, NOT_FOUND */
export async function listEditions(
  ports: ListEditionsPorts,
  caller: Caller,
  { campaign, region, before, limit }: EditionList,
): Promise<Page<PublishedWorkbook, number>> {
  const { scope } = await generationInForce(ports, campaign);
  authorize(caller, 'region.read', { kind: 'region', region });
  const all = await ports.editions.all(scope, region);
  const found = all.filter(({ number }) => before === null || number < before);
  return firstPage(found.map(publishedWorkbook), limit, ({ number }) => number);
}
