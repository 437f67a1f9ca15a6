import { parisDay } from '../domain/calendar/paris-day.ts';
import type { Campaign, CampaignYear } from '../domain/campaign/campaign.ts';
import { type Dashboard, dashboardOf } from '../domain/report/dashboard.ts';
import { progressOf } from '../domain/report/progress.ts';
import type { RegionCode } from '../domain/territory/regions.ts';
import { authorize, type Caller } from './authorize.ts';
import { calendarOf } from './calendar.ts';
import { generationInForce, type InForcePorts } from './load-generation.ts';
import type { Clock, Editions, Returns } from './ports.ts';
import { type PublishedWorkbook, publishedWorkbook } from './published-workbook.ts';
import { standingOf } from './standing.ts';

export interface ShowDashboardPorts extends InForcePorts {
  readonly returns: Pick<Returns, 'ofTerritory'>;
  readonly editions: Pick<Editions, 'get'>;
  readonly clock: Clock;
}

export interface ShownDashboard {
  readonly calendar: Campaign;
  readonly dashboard: Dashboard;
  /** Null before the first. */
  readonly lastEdition: PublishedWorkbook | null;
}

/** Where a region stands today. @throws Refusal ROLE_FORBIDDEN, NOT_FOUND */
export async function showDashboard(
  ports: ShowDashboardPorts,
  caller: Caller,
  campaign: CampaignYear,
  region: RegionCode,
): Promise<ShownDashboard> {
  const generation = await generationInForce(ports, campaign);
  authorize(caller, 'region.read', { kind: 'region', region });
  const { scope, directory } = generation;
  const [records, edition] = await Promise.all([
    ports.returns.ofTerritory(scope, region),
    ports.editions.get(scope, region),
  ]);
  const standing = standingOf(records);
  const declarants = directory.inRegion(region).map(({ finess }) => progressOf(finess, standing));
  const calendar = calendarOf(generation);
  return {
    calendar,
    dashboard: dashboardOf(declarants, calendar, parisDay(ports.clock())),
    lastEdition: edition && publishedWorkbook(edition),
  };
}
