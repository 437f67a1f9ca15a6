import type { ShownReturn } from '../../shared/application/show-return.ts';
import type { RouteAnswer } from '../../shared/contracts/routes.ts';
import type { CampaignYear } from '../../shared/domain/campaign/campaign.ts';
import { COLUMN_NAMES } from '../../shared/domain/deposit/columns.ts';
import { formatHundredths } from '../../shared/domain/numbers/format-hundredths.ts';
import type { Return } from '../../shared/domain/return/fold.ts';
import type { RecordedAct } from '../../shared/domain/return/recorded-act.ts';
import { outcomeBody } from '../../shared/lambda/http/outcome-body.ts';
import { fileInWords } from '../../shared/messages/file.ts';
import { placeInWords } from '../../shared/messages/place.ts';

type Body = RouteAnswer<'show-return'>;

export function returnBody(campaign: CampaignYear, shown: ShownReturn): Body {
  const { finess, name, state } = shown;
  const lastTry = state?.lastTry ?? null;
  return {
    finess,
    raison_sociale: name,
    campagne: campaign,
    ...outcomeBody(shown),
    valeurs: state ? valuesBody(state) : {},
    actes: (state?.acts ?? []).map(actBody),
    tentatives: state?.tries ?? 0,
    dernier_depot: lastTry && { depot: lastTry.fact, fichier: fileInWords(lastTry), jour: lastTry.day },
  };
}

/** Every value in force, and where it was read. */
function valuesBody({ values, origins }: Return): Body['valeurs'] {
  return Object.fromEntries(
    COLUMN_NAMES.flatMap((column) => {
      const value = values[column];
      const origin = origins[column];
      if (value === null || !origin) return [];
      const { source, at } = origin;
      const body = {
        valeur: typeof value === 'bigint' ? formatHundredths(value) : value,
        depot: source.fact,
        fichier: fileInWords(source),
        sha256: source.sha256,
        lieu: placeInWords(at),
      };
      return [[column, body]];
    }),
  );
}

function actBody({ fact, kind, day, by, text, alert, until }: RecordedAct): Body['actes'][number] {
  return { acte: fact, genre: kind, jour: day, par: by, texte: text, alerte: alert, jusqu_au: until };
}
