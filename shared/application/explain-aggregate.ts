import type { CampaignYear } from '../domain/campaign/campaign.ts';
import { type ExplainedSlice, explainSlice } from '../domain/explain/explain-slice.ts';
import type { SliceAsked } from '../domain/explain/slice-sums.ts';
import type { Caller } from './authorize.ts';
import { findForSlice } from './find-for-slice.ts';
import type { FindSnapshotPorts } from './find-snapshot.ts';
import type { Snapshot } from './read-snapshot.ts';
import { Refusal } from './refusal.ts';

/**
 * What a figure of the nation's last edition is made of.
 *
 * @throws Refusal ROLE_FORBIDDEN; NOT_FOUND before the first edition, for a slice without a declarant or of another region.
 */
export async function explainAggregate(
  ports: FindSnapshotPorts,
  caller: Caller,
  campaign: CampaignYear,
  asked: SliceAsked,
): Promise<{ readonly snapshot: Snapshot; readonly explained: ExplainedSlice }> {
  const snapshot = await findForSlice(ports, caller, campaign, asked);
  const explained = explainSlice(snapshot.nation(), asked);
  if (!explained) throw new Refusal('NOT_FOUND');
  return { snapshot, explained };
}
