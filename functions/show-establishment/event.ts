import type { DepositList } from '../../shared/application/list-deposits.ts';
import { USUAL_PAGE } from '../../shared/application/page.ts';
import type { RouteInput } from '../../shared/contracts/routes.ts';

/** Which deposits a call lists. */
export function depositListOf({ params, query }: RouteInput<'list-deposits'>): DepositList {
  return {
    campaign: params.campagne,
    before: query.avant ?? null,
    limit: query.limite ?? USUAL_PAGE,
  };
}

/** Whose differences a call asks for, and of which deposit. */
export function differencesOf({ params, query }: RouteInput<'show-differences'>) {
  return { campaign: params.campagne, finess: params.finess, deposit: query.depot ?? null };
}
