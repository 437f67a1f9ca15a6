import { type LinkEditionPorts, linkEdition } from '../../shared/application/link-edition.ts';
import { type ListDeclarantsPorts, listDeclarants } from '../../shared/application/list-declarants.ts';
import { listEditions } from '../../shared/application/list-editions.ts';
import { type ShowDashboardPorts, showDashboard } from '../../shared/application/show-dashboard.ts';
import { showEdition } from '../../shared/application/show-edition.ts';
import { type ApiFunction, apiHandler, type ListApiPorts } from '../../shared/lambda/http/api-handler.ts';
import { dashboardBody } from './dashboard-body.ts';
import { declarantBody } from './declarant-body.ts';
import { editionBody, editionLinkBody } from './edition-body.ts';
import { declarantListOf, editionListOf, editionToFindOf } from './event.ts';

export type ShowRegionPorts = ListApiPorts & ShowDashboardPorts & ListDeclarantsPorts & LinkEditionPorts;

export function createHandler(ports: ShowRegionPorts): ApiFunction {
  return apiHandler('show-region', ports, {
    'show-region': async ({ params: { campagne, region } }, caller) =>
      dashboardBody(region, await showDashboard(ports, caller, campagne, region)),
    'list-declarants': async (input, caller) => {
      const { elements, next } = await listDeclarants(ports, caller, declarantListOf(input));
      return { elements: elements.map(declarantBody), suivant: next };
    },
    'list-editions': async (input, caller) => {
      const { elements, next } = await listEditions(ports, caller, editionListOf(input));
      return { elements: elements.map(editionBody), suivant: next === null ? null : String(next) };
    },
    'download-edition': async (input, caller) =>
      editionLinkBody(await linkEdition(ports, caller, editionToFindOf(input), 'workbook')),
    'download-manifest': async (input, caller) =>
      editionLinkBody(await linkEdition(ports, caller, editionToFindOf(input), 'manifest')),
    'show-edition': async (input, caller) => {
      const edition = await showEdition(ports, caller, editionToFindOf(input));
      return { ...edition, documents: { ...edition.documents } };
    },
  });
}
