import type { CampaignYear } from '../domain/campaign/campaign.ts';
import type { LegalStatus } from '../domain/declarant/legal-status.ts';
import type { ObservedBody } from '../domain/explain/observed-nation.ts';
import type { Outcome } from '../domain/figures/figures.ts';
import type { Finess } from '../domain/finess/finess.ts';
import { compareRatios, type Ratio } from '../domain/numbers/ratio.ts';
import type { TableLine } from '../domain/report/table-lines.ts';
import type { RegionCode } from '../domain/territory/regions.ts';
import type { Caller } from './authorize.ts';
import { type FindSnapshotPorts, findSnapshot } from './find-snapshot.ts';
import { firstPage, type Page } from './page.ts';
import type { Snapshot } from './read-snapshot.ts';

/** Which declarants; null takes all. */
export interface FigureFilter {
  readonly region: RegionCode | null;
  readonly status: LegalStatus | null;
  /** FINESS category code. */
  readonly category: string | null;
  /** As `budgetSize` says it. */
  readonly size: string | null;
  readonly state: Outcome['state'] | null;
  /** Digital shares of that much and above, of that much and below: exact, included. */
  readonly least: Ratio | null;
  readonly most: Ratio | null;
}

export interface FigureList extends FigureFilter {
  readonly campaign: CampaignYear;
  /** Strictly after this one; null from the first. */
  readonly after: Finess | null;
  readonly limit: number;
}

/** Lines of figures.csv of the nation's last edition, by FINESS. @throws Refusal ROLE_FORBIDDEN, NOT_FOUND */
export async function listFigures(
  ports: FindSnapshotPorts,
  caller: Caller,
  { campaign, after, limit, ...filter }: FigureList,
): Promise<{ readonly snapshot: Snapshot; readonly page: Page<TableLine, string> }> {
  const snapshot = await findSnapshot(ports, caller, campaign);
  const { bodies } = snapshot.nation();
  const found = snapshot.figures.filter((_, index) => {
    const body = bodies[index];
    return body !== undefined && (after === null || body.finess > after) && isAsked(body, filter);
  });
  return { snapshot, page: firstPage(found, limit, finessOf) };
}

function isAsked(body: ObservedBody, filter: FigureFilter): boolean {
  const { region, status, category, size, state, least, most } = filter;
  const share = body.values.part_numerique;
  return (
    (region === null || body.region === region) &&
    (status === null || body.status === status) &&
    (category === null || body.category === category) &&
    (size === null || body.size === size) &&
    (state === null || body.state === state) &&
    (least === null || (share !== null && compareRatios(share, least) >= 0)) &&
    (most === null || (share !== null && compareRatios(share, most) <= 0))
  );
}

function finessOf(line: TableLine): string {
  return line['finess'] ?? '';
}
