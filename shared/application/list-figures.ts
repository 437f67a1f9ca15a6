import type { CampaignYear } from '../domain/campaign/campaign.ts';
import type { LegalStatus } from '../domain/declarant/legal-status.ts';
import type { Outcome } from '../domain/figures/figures.ts';
import type { Finess } from '../domain/finess/finess.ts';
import type { TableLine } from '../domain/report/table-lines.ts';
import type { RegionCode } from '../domain/territory/regions.ts';
import type { Caller } from './authorize.ts';
import { type FindSnapshotPorts, findSnapshot } from './find-snapshot.ts';
import { firstPage, type Page } from './page.ts';
import type { Snapshot } from './read-snapshot.ts';

export interface FigureList {
  readonly campaign: CampaignYear;
  readonly region: RegionCode | null;
  readonly status: LegalStatus | null;
  readonly state: Outcome['state'] | null;
  /** Strictly after this one; null from the first. */
  readonly after: Finess | null;
  readonly limit: number;
}

/** Lines of figures.csv of the nation's last edition, by FINESS. @throws Refusal ROLE_FORBIDDEN, NOT_FOUND */
export async function listFigures(
  ports: FindSnapshotPorts,
  caller: Caller,
  { campaign, region, status, state, after, limit }: FigureList,
): Promise<{ readonly snapshot: Snapshot; readonly page: Page<TableLine, string> }> {
  const { generation, snapshot } = await findSnapshot(ports, caller, campaign);
  const statusOf = (finess: string) => generation.directory.declarant(finess)?.status ?? null;
  const found = snapshot.figures.filter(
    (line) =>
      (after === null || finessOf(line) > after) &&
      (region === null || line['region'] === region) &&
      (state === null || line['etat'] === state) &&
      (status === null || statusOf(finessOf(line)) === status),
  );
  return { snapshot, page: firstPage(found, limit, finessOf) };
}

function finessOf(line: TableLine): string {
  return line['finess'] ?? '';
}
