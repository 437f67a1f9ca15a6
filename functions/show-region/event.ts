import type { EditionToFind } from '../../shared/application/find-edition.ts';
import type { DeclarantList } from '../../shared/application/list-declarants.ts';
import type { EditionList } from '../../shared/application/list-editions.ts';
import { USUAL_PAGE } from '../../shared/application/page.ts';
import type { RouteInput } from '../../shared/contracts/routes.ts';

/** Which declarants a call lists. */
export function declarantListOf({ params, query }: RouteInput<'list-declarants'>): DeclarantList {
  return {
    campaign: params.campagne,
    region: params.region,
    situation: query.situation ?? null,
    toChase: query.a_relancer === 'oui',
    after: query.apres ?? null,
    limit: query.limite ?? USUAL_PAGE,
  };
}

/** Which editions a call lists. */
export function editionListOf({ params, query }: RouteInput<'list-editions'>): EditionList {
  return {
    campaign: params.campagne,
    region: params.region,
    before: query.avant === undefined ? null : Number(query.avant),
    limit: query.limite ?? USUAL_PAGE,
  };
}

/** Which edition a call speaks of. */
export function editionToFindOf({ params }: Pick<RouteInput<'show-edition'>, 'params'>): EditionToFind {
  return { campaign: params.campagne, region: params.region, number: params.numero };
}
