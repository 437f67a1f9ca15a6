import type { CampaignYear } from '../domain/campaign/campaign.ts';
import type { SliceAsked } from '../domain/explain/slice-sums.ts';
import { isRegion } from '../domain/territory/regions.ts';
import { authorize, type Caller } from './authorize.ts';
import { type FindSnapshotPorts, snapshotInForce } from './find-snapshot.ts';
import type { Snapshot } from './read-snapshot.ts';

/**
 * The nation's last edition, to those who may see who counts in a slice: the DNS in any, a region's agency in those of
 * its region.
 *
 * @throws Refusal ROLE_FORBIDDEN; NOT_FOUND before the first edition, and for a slice of another region.
 */
export async function findForSlice(
  ports: FindSnapshotPorts,
  caller: Caller,
  campaign: CampaignYear,
  { axis, slice }: SliceAsked,
): Promise<Snapshot> {
  const [region = ''] = slice.split('|');
  const isRegional = axis === 'region' || axis === 'region_statut';
  if (isRegional && isRegion(region)) authorize(caller, 'region.read', { kind: 'region', region });
  else authorize(caller, 'nation.read', { kind: 'nation' });
  return snapshotInForce(ports, campaign);
}
