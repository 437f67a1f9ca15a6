import type { Campaign } from '../domain/campaign/campaign.ts';
import { authorize, type Caller } from './authorize.ts';
import { calendarOf } from './calendar.ts';
import type { InForcePorts } from './load-generation.ts';

/** The dates of the campaigns that have a generation in force, the latest first. */
export async function listCampaigns(
  { generations, loadGeneration }: InForcePorts,
  caller: Caller,
): Promise<readonly Campaign[]> {
  authorize(caller, 'profile.read', { kind: 'own' });
  const years = await generations.campaigns();
  const calendars = await Promise.all(
    years.map(async (campaign) => {
      const current = await generations.current(campaign);
      return current ? [calendarOf(await loadGeneration({ generation: current.value, campaign }))] : [];
    }),
  );
  return calendars.flat();
}
