import type { CampaignYear } from '../domain/campaign/campaign.ts';
import { type Contribution, contributionOf } from '../domain/explain/contributions.ts';
import { type SliceAsked, type SliceSums, sliceSums } from '../domain/explain/slice-sums.ts';
import type { Finess } from '../domain/finess/finess.ts';
import type { Caller } from './authorize.ts';
import { findForSlice } from './find-for-slice.ts';
import type { FindSnapshotPorts } from './find-snapshot.ts';
import { firstPage, type Page } from './page.ts';
import type { Snapshot } from './read-snapshot.ts';
import { Refusal } from './refusal.ts';

export interface ContributionList extends SliceAsked {
  readonly campaign: CampaignYear;
  /** Strictly after this one; null from the first. */
  readonly after: Finess | null;
  readonly limit: number;
}

/**
 * What each declarant brings to a figure of the nation's last edition, by FINESS; those alone that have the figure.
 *
 * @throws Refusal as `explainAggregate`.
 */
export async function listContributions(
  ports: FindSnapshotPorts,
  caller: Caller,
  { campaign, after, limit, ...asked }: ContributionList,
): Promise<{
  readonly snapshot: Snapshot;
  readonly sums: SliceSums;
  readonly page: Page<Contribution, string>;
}> {
  const snapshot = await findForSlice(ports, caller, campaign, asked);
  const sums = sliceSums(snapshot.nation(), asked);
  if (!sums) throw new Refusal('NOT_FOUND');
  const isFte = asked.indicator === 'etp_ssi_retenus';
  const left = sums.contributors.filter(({ body }) => after === null || body.finess > after);
  const { elements, next } = firstPage(left, limit, ({ body }) => body.finess);
  return {
    snapshot,
    sums,
    page: { elements: elements.map((one) => contributionOf(one, sums, isFte)), next },
  };
}
