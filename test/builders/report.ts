import { aggregatesTable } from '../../shared/domain/report/aggregates-table.ts';
import { buildNationalReport } from '../../shared/domain/report/build-national-report.ts';
import type { ReportContext } from '../../shared/domain/report/build-regional-report.ts';
import { buildRegionalReport } from '../../shared/domain/report/build-regional-report.ts';
import type { NationalReport } from '../../shared/domain/report/national-report.ts';
import { publishedAggregate } from '../../shared/domain/report/published-aggregate.ts';
import type { RegionalReport } from '../../shared/domain/report/regional-report.ts';
import type { Standing } from '../../shared/domain/report/standing.ts';
import { tableLines } from '../../shared/domain/report/table-lines.ts';
import type { RegionCode } from '../../shared/domain/territory/regions.ts';
import { fictionalCampaign } from './fictional-campaign.ts';

/** What every edition names, whatever it shows. */
export const PUBLICATION = {
  manifest: '5'.repeat(64),
  sources: {
    files: { 'declarants.csv': 'd'.repeat(64), 'historique.csv': 'e'.repeat(64) },
    rules: 'b'.repeat(64),
  },
} as const;

/** What the nation published of the same campaign, and what the edition is made of. */
export function published(standing: Standing, context: ReportContext) {
  const { aggregates } = buildNationalReport(standing, { ...context, ...PUBLICATION });
  const lines = tableLines(aggregatesTable(context.campaign, aggregates));
  return { ...PUBLICATION, nation: lines.map(publishedAggregate) };
}

/** Puts returns in the order in which a store may give them. */
type Arrange = (standing: Standing) => Standing;
const asTheyCome: Arrange = (standing) => standing;

/** Auvergne-Rhône-Alpes in a fictional campaign: every situation among its first twenty declarants. */
export function regionalReport(
  declarants = 20,
  region: RegionCode = '84',
  arrange: Arrange = asTheyCome,
): RegionalReport {
  const { standing: found, context } = fictionalCampaign(declarants);
  const standing = arrange(found);
  return buildRegionalReport(region, standing, { ...context, ...published(standing, context) });
}

/** A region where nothing was ever deposited. */
export function silentReport(declarants = 3): RegionalReport {
  const { context } = fictionalCampaign(declarants);
  return buildRegionalReport('84', new Map(), { ...context, ...published(new Map(), context) });
}

/** The nation before the first deposit. */
export function silentNationalReport(): NationalReport {
  return buildNationalReport(new Map(), { ...fictionalCampaign().context, ...PUBLICATION });
}

export function nationalReport(declarants = 20, arrange: Arrange = asTheyCome): NationalReport {
  const { standing, context } = fictionalCampaign(declarants);
  return buildNationalReport(arrange(standing), { ...context, ...PUBLICATION });
}
