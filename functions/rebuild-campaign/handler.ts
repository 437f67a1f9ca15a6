import { type RebuildCampaignForPorts, rebuildCampaignFor } from '../../shared/application/rebuild-for.ts';
import { type ApiFunction, type ApiPorts, apiHandler } from '../../shared/lambda/http/api-handler.ts';
import { campaignOf } from './event.ts';

export type RebuildCampaignPorts = ApiPorts & RebuildCampaignForPorts;

export function createHandler(ports: RebuildCampaignPorts): ApiFunction {
  return apiHandler('rebuild-campaign', ports, {
    'rebuild-campaign': async (input, caller) => ({
      depots: await rebuildCampaignFor(ports, caller, campaignOf(input)),
    }),
  });
}
