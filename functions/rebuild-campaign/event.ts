import type { RouteInput } from '../../shared/contracts/routes.ts';
import type { CampaignYear } from '../../shared/domain/campaign/campaign.ts';

/** The campaign that a call rebuilds. */
export function campaignOf({ params }: RouteInput<'rebuild-campaign'>): CampaignYear {
  return params.campagne;
}
