import { buildNationalReport } from '../../shared/domain/report/build-national-report.ts';
import { buildRegionalReport } from '../../shared/domain/report/build-regional-report.ts';
import type { NationalReport } from '../../shared/domain/report/national-report.ts';
import type { RegionalReport } from '../../shared/domain/report/regional-report.ts';
import type { RegionCode } from '../../shared/domain/territory/regions.ts';
import { fictionalCampaign } from './fictional-campaign.ts';

/** Auvergne-Rhône-Alpes in a fictional campaign: every situation among its first twenty declarants. */
export function regionalReport(declarants = 20, region: RegionCode = '84'): RegionalReport {
  const { standing, context } = fictionalCampaign(declarants);
  return buildRegionalReport(region, standing, context);
}

/** A region where nothing was ever deposited. */
export function silentReport(declarants = 3): RegionalReport {
  return buildRegionalReport('84', new Map(), fictionalCampaign(declarants).context);
}

/** The nation before the first deposit. */
export function silentNationalReport(): NationalReport {
  return buildNationalReport(new Map(), fictionalCampaign().context);
}

export function nationalReport(declarants = 20): NationalReport {
  const { standing, context } = fictionalCampaign(declarants);
  return buildNationalReport(standing, context);
}
