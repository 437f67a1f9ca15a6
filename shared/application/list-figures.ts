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
interface FigureFilter {
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
  // Editions of before say nothing else than the lines: they are listed by those alone.
  const bodies = isOfBodies(filter) ? snapshot.nation().bodies : null;
  const found = snapshot.figures.filter(
    (line, index) =>
      (after === null || finessOf(line) > after) &&
      (filter.region === null || line['region'] === filter.region) &&
      (filter.state === null || line['etat'] === filter.state) &&
      (bodies === null || isAsked(bodies[index], filter)),
  );
  return { snapshot, page: firstPage(found, limit, finessOf) };
}

/** Whether more is asked than a line of figures.csv says. */
function isOfBodies({ status, category, size, least, most }: FigureFilter): boolean {
  return [status, category, size, least, most].some((asked) => asked !== null);
}

function isAsked(body: ObservedBody | undefined, filter: FigureFilter): boolean {
  if (!body) return false;
  const { status, category, size, least, most } = filter;
  const share = body.values.part_numerique;
  return (
    (status === null || body.status === status) &&
    (category === null || body.category === category) &&
    (size === null || body.size === size) &&
    (least === null || (share !== null && compareRatios(share, least) >= 0)) &&
    (most === null || (share !== null && compareRatios(share, most) <= 0))
  );
}

function finessOf(line: TableLine): string {
  return line['finess'] ?? '';
}
