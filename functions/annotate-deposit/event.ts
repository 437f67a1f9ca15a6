import type { RouteInput } from '../../shared/contracts/routes.ts';
import type { CampaignYear } from '../../shared/domain/campaign/campaign.ts';
import type { FactId } from '../../shared/domain/return/entry.ts';

/** Which deposit a call asks for. */
export function depositOf({ params }: RouteInput<'annotate-deposit'>): readonly [CampaignYear, FactId] {
  return [params.campagne, params.depot];
}
