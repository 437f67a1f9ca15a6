import type { FindSnapshotPorts } from '../../shared/application/find-snapshot.ts';
import { type LinkNationalPorts, linkNational } from '../../shared/application/link-national.ts';
import { listAggregates } from '../../shared/application/list-aggregates.ts';
import { listFigures } from '../../shared/application/list-figures.ts';
import { writeSlicePlace } from '../../shared/domain/report/slice-place.ts';
import { type ApiFunction, apiHandler, type ListApiPorts } from '../../shared/lambda/http/api-handler.ts';
import { linkBody } from '../../shared/lambda/http/link-body.ts';
import { aggregateListOf, figureListOf, NATIONAL_DOCUMENTS } from './event.ts';
import { snapshotPage } from './snapshot-page.ts';

export type ShowNationPorts = ListApiPorts & FindSnapshotPorts & LinkNationalPorts;

export function createHandler(ports: ShowNationPorts): ApiFunction {
  return apiHandler('show-nation', ports, {
    'list-aggregates': async (input, caller) => {
      const { snapshot, page } = await listAggregates(ports, caller, aggregateListOf(input));
      return snapshotPage(snapshot, page, writeSlicePlace, input.query);
    },
    'list-figures': async (input, caller) => {
      const { snapshot, page } = await listFigures(ports, caller, figureListOf(input));
      return snapshotPage(snapshot, page, String, input.query);
    },
    'download-national': async ({ params: { campagne, fichier } }, caller) =>
      linkBody(await linkNational(ports, caller, campagne, NATIONAL_DOCUMENTS[fichier])),
  });
}
