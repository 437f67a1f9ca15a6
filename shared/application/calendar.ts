import { type Campaign, defaultCampaign } from '../domain/campaign/campaign.ts';
import type { Generation } from './generation.ts';

/** The dates of a campaign: those of the reference set, or the usual ones. */
export function calendarOf({ scope, directory, rules }: Generation): Campaign {
  return (
    directory.reference.campaigns.find(({ year }) => year === scope.campaign) ??
    defaultCampaign(scope.campaign, rules.id)
  );
}
