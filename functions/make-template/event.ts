import type { RouteInput } from '../../shared/contracts/routes.ts';
import type { CampaignYear } from '../../shared/domain/campaign/campaign.ts';
import type { Finess } from '../../shared/domain/finess/finess.ts';

/** For whom a call asks a template, and for which campaign. */
export function templateOf({ params }: RouteInput<'make-template'>): readonly [CampaignYear, Finess] {
  return [params.campagne, params.finess];
}
