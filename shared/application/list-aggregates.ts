import type { AnyAxis, Indicator } from '../domain/aggregates/aggregate.ts';
import type { CampaignYear } from '../domain/campaign/campaign.ts';
import { compareSlicePlaces, type SlicePlace, slicePlaceOf } from '../domain/report/slice-place.ts';
import type { TableLine } from '../domain/report/table-lines.ts';
import type { Caller } from './authorize.ts';
import { type FindSnapshotPorts, findSnapshot } from './find-snapshot.ts';
import { firstPage, type Page } from './page.ts';
import type { Snapshot } from './read-snapshot.ts';

export interface AggregateList {
  readonly campaign: CampaignYear;
  readonly axis: AnyAxis | null;
  readonly slice: string | null;
  readonly indicator: Indicator | null;
  /** Strictly after this line; null from the first. */
  readonly after: SlicePlace | null;
  readonly limit: number;
}

/**
 * Lines of aggregates.csv of the nation's last edition, in its order; of axis `taille_budget`, which it does not have, where
 * that is asked for. @throws Refusal ROLE_FORBIDDEN, NOT_FOUND
 */
export async function listAggregates(
  ports: FindSnapshotPorts,
  caller: Caller,
  { campaign, axis, slice, indicator, after, limit }: AggregateList,
): Promise<{ readonly snapshot: Snapshot; readonly page: Page<TableLine, SlicePlace> }> {
  const snapshot = await findSnapshot(ports, caller, campaign);
  const lines = axis === 'taille_budget' ? snapshot.sizes : snapshot.aggregates;
  const found = lines.filter((line) => {
    const place = slicePlaceOf(line);
    return (
      (after === null || compareSlicePlaces(place, after) > 0) &&
      (axis === null || place.axis === axis) &&
      (slice === null || place.slice === slice) &&
      (indicator === null || place.indicator === indicator)
    );
  });
  return { snapshot, page: firstPage(found, limit, slicePlaceOf) };
}
