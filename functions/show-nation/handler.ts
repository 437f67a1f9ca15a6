import { explainAggregate } from '../../shared/application/explain-aggregate.ts';
import type { FindSnapshotPorts } from '../../shared/application/find-snapshot.ts';
import { type LinkNationalPorts, linkNational } from '../../shared/application/link-national.ts';
import { listAggregates } from '../../shared/application/list-aggregates.ts';
import { listContributions } from '../../shared/application/list-contributions.ts';
import { listFigures } from '../../shared/application/list-figures.ts';
import { type ShowTrendPorts, showTrend } from '../../shared/application/show-trend.ts';
import { writeSlicePlace } from '../../shared/domain/report/slice-place.ts';
import { type ApiFunction, apiHandler, type ListApiPorts } from '../../shared/lambda/http/api-handler.ts';
import { linkBody } from '../../shared/lambda/http/link-body.ts';
import { aggregateListOf, contributionListOf, figureListOf, NATIONAL_DOCUMENTS, sliceOf } from './event.ts';
import { aggregateExplanationBody, contributionPageBody } from './slice-body.ts';
import { snapshotAnswer, snapshotPage } from './snapshot-page.ts';
import { trendBody } from './trend-body.ts';

export type ShowNationPorts = ListApiPorts & FindSnapshotPorts & ShowTrendPorts & LinkNationalPorts;

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
    'show-trend': async ({ query }, caller) => {
      const asked = sliceOf(query);
      return trendBody(asked, await showTrend(ports, caller, asked, query.campagnes ?? null));
    },
    'explain-aggregate': async ({ params: { campagne }, query }, caller) => {
      const asked = sliceOf(query);
      const { snapshot, explained } = await explainAggregate(ports, caller, campagne, asked);
      return snapshotAnswer(snapshot, aggregateExplanationBody(campagne, asked, snapshot, explained), query);
    },
    'list-contributions': async (input, caller) => {
      const { campaign, ...asked } = contributionListOf(input);
      const { snapshot, sums, page } = await listContributions(ports, caller, { campaign, ...asked });
      const body = contributionPageBody(campaign, asked, snapshot, sums, page);
      return snapshotAnswer(snapshot, body, input.query);
    },
    'download-national': async ({ params: { campagne, fichier } }, caller) =>
      linkBody(await linkNational(ports, caller, campagne, NATIONAL_DOCUMENTS[fichier])),
  });
}
