import type { DepositRequest } from '../../shared/application/open-deposit.ts';
import type { RouteInput } from '../../shared/contracts/routes.ts';

/** The file that a call announces. */
export function depositRequestOf({ params, body }: RouteInput<'open-deposit'>): DepositRequest {
  return {
    campaign: params.campagne,
    file: body.fichier,
    size: body.taille,
    sha256: body.sha256,
    contentType: body.type_mime,
    finess: body.finess ?? null,
  };
}
