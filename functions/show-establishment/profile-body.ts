import type { Profile } from '../../shared/application/show-profile.ts';
import type { RouteAnswer } from '../../shared/contracts/routes.ts';
import { writePerimeter } from '../../shared/domain/access/perimeter.ts';
import type { Campaign } from '../../shared/domain/campaign/campaign.ts';

export function profileBody({ caller, actions }: Profile): RouteAnswer<'show-profile'> {
  return {
    emetteur: caller.issuer,
    sujet: caller.subject,
    libelle: caller.label,
    role: caller.role,
    perimetre: writePerimeter(caller.perimeter),
    actions: [...actions],
  };
}

export function campaignsBody(calendars: readonly Campaign[]): RouteAnswer<'list-campaigns'> {
  return {
    campagnes: calendars.map(({ year, opening, deadline, close }) => ({
      campagne: year,
      ouverture: opening,
      echeance: deadline,
      cloture: close,
    })),
  };
}
