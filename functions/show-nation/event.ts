import type { NationalDocument } from '../../shared/application/link-national.ts';
import type { AggregateList } from '../../shared/application/list-aggregates.ts';
import type { ContributionList } from '../../shared/application/list-contributions.ts';
import type { FigureList } from '../../shared/application/list-figures.ts';
import { USUAL_PAGE } from '../../shared/application/page.ts';
import type { NATIONAL_FILES } from '../../shared/contracts/api/nation.ts';
import type { RouteInput } from '../../shared/contracts/routes.ts';
import type { SliceAsked } from '../../shared/domain/explain/slice-sums.ts';
import { readSlicePlace, type SlicePlace } from '../../shared/domain/report/slice-place.ts';
import { HttpProblem } from '../../shared/lambda/http/problem.ts';

/** Which aggregates a call lists. @throws HttpProblem for a cursor that names no line */
export function aggregateListOf({ params, query }: RouteInput<'list-aggregates'>): AggregateList {
  return {
    campaign: params.campagne,
    axis: query.axe ?? null,
    slice: query.tranche ?? null,
    indicator: query.indicateur ?? null,
    after: query.apres === undefined ? null : placeOf(query.apres),
    limit: query.limite ?? USUAL_PAGE,
  };
}

function placeOf(cursor: string): SlicePlace {
  const place = readSlicePlace(cursor);
  if (!place)
    throw new HttpProblem('INVALID_REQUEST', [
      { champ: 'apres', message: 'Attendu : la valeur « suivant » de la page précédente.' },
    ]);
  return place;
}

/** Which figures a call lists. */
export function figureListOf({ params, query }: RouteInput<'list-figures'>): FigureList {
  return {
    campaign: params.campagne,
    region: query.region ?? null,
    status: query.statut ?? null,
    category: query.categorie ?? null,
    size: query.taille_budget ?? null,
    least: query.part_min ?? null,
    most: query.part_max ?? null,
    state: query.etat ?? null,
    after: query.apres ?? null,
    limit: query.limite ?? USUAL_PAGE,
  };
}

/** Which figure of a slice a call asks of. */
export function sliceOf(query: RouteInput<'explain-aggregate'>['query']): SliceAsked {
  return { axis: query.axe, slice: query.tranche, indicator: query.indicateur };
}

/** Whose contributions a call lists. */
export function contributionListOf({ params, query }: RouteInput<'list-contributions'>): ContributionList {
  return {
    campaign: params.campagne,
    ...sliceOf(query),
    after: query.apres ?? null,
    limit: query.limite ?? USUAL_PAGE,
  };
}

/** What a call downloads, by the name that the API gives it. */
export const NATIONAL_DOCUMENTS = {
  classeur: 'workbook',
  chiffres: 'figures',
  agregats: 'aggregates',
  manifeste: 'manifest',
  edition: 'edition',
} as const satisfies Record<(typeof NATIONAL_FILES)[number], NationalDocument>;
