import type { ShownDashboard } from '../../shared/application/show-dashboard.ts';
import type { RouteAnswer } from '../../shared/contracts/routes.ts';
import { formatRatio } from '../../shared/domain/numbers/ratio.ts';
import { REGIONS, type RegionCode } from '../../shared/domain/territory/regions.ts';
import { editionBody } from './edition-body.ts';

export function dashboardBody(
  region: RegionCode,
  { calendar, dashboard, lastEdition }: ShownDashboard,
): RouteAnswer<'show-region'> {
  return {
    region,
    libelle: REGIONS[region],
    campagne: calendar.year,
    ouverture: calendar.opening,
    echeance: calendar.deadline,
    cloture: calendar.close,
    attendus: dashboard.expected,
    recus: dashboard.received,
    refuses: dashboard.refused,
    calcules: dashboard.computed,
    en_retard: dashboard.late,
    a_relancer: dashboard.toChase,
    dispenses: dashboard.waived,
    couverture: dashboard.coverage && formatRatio(dashboard.coverage, 6),
    derniere_edition: lastEdition && editionBody(lastEdition),
  };
}
