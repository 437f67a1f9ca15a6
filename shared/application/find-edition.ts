import type { CampaignYear } from '../domain/campaign/campaign.ts';
import type { RegionCode } from '../domain/territory/regions.ts';
import { authorize, type Caller } from './authorize.ts';
import type { ListEditionsPorts } from './list-editions.ts';
import { generationInForce } from './load-generation.ts';
import type { EditionRecord, Scope } from './ports.ts';
import { Refusal } from './refusal.ts';

export interface EditionToFind {
  readonly campaign: CampaignYear;
  readonly region: RegionCode;
  readonly number: number;
}

export interface FoundEdition {
  readonly scope: Scope;
  readonly edition: EditionRecord;
}

/** One edition of a region's workbook. @throws Refusal ROLE_FORBIDDEN, NOT_FOUND */
export async function findEdition(
  ports: ListEditionsPorts,
  caller: Caller,
  { campaign, region, number }: EditionToFind,
): Promise<FoundEdition> {
  const { scope } = await generationInForce(ports, campaign);
  authorize(caller, 'region.read', { kind: 'region', region });
  const edition = (await ports.editions.all(scope, region)).find((one) => one.number === number);
  if (!edition) throw new Refusal('NOT_FOUND');
  return { scope, edition };
}
