import type { FileToCheck } from '../../shared/application/check-as-deposit.ts';
import type { RouteInput } from '../../shared/contracts/routes.ts';

/** The file that a call sends. */
export function fileOf({ params, query, body }: RouteInput<'check-deposit' | 'annotate-check'>): FileToCheck {
  return {
    campaign: params.campagne,
    file: query.fichier ?? 'fichier',
    bytes: body,
    finess: query.finess ?? null,
  };
}
