import type { ShownReturn } from '../../shared/application/show-return.ts';
import type { RouteAnswer } from '../../shared/contracts/routes.ts';
import type { CampaignYear } from '../../shared/domain/campaign/campaign.ts';
import { COLUMN_NAMES } from '../../shared/domain/deposit/columns.ts';
import { formatHundredths } from '../../shared/domain/numbers/format-hundredths.ts';
import type { JustifiedAlert } from '../../shared/domain/report/justified-alerts.ts';
import { NO_DETAILS } from '../../shared/domain/return/details.ts';
import type { Return } from '../../shared/domain/return/fold.ts';
import type { RecordedAct } from '../../shared/domain/return/recorded-act.ts';
import { outcomeBody } from '../../shared/lambda/http/outcome-body.ts';
import { ALERT_WORDINGS } from '../../shared/messages/alerts.ts';
import { fileInWords } from '../../shared/messages/file.ts';
import { placeInWords } from '../../shared/messages/place.ts';
import { detailsBody } from './details-body.ts';

type Body = RouteAnswer<'show-return'>;

export function returnBody(campaign: CampaignYear, shown: ShownReturn): Body {
  const { finess, name, state, alerts } = shown;
  const lastTry = state?.lastTry ?? null;
  return {
    finess,
    raison_sociale: name,
    campagne: campaign,
    ...outcomeBody(shown),
    alertes: alerts.map(alertBody),
    details: detailsBody(state?.details ?? NO_DETAILS),
    controle_budget: checkBody(state?.budgetCheck ?? null),
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

function alertBody({ code, facts, justification }: JustifiedAlert): Body['alertes'][number] {
  return {
    code,
    phrase: ALERT_WORDINGS[code].sentence(facts),
    justification: justification && {
      texte: justification.text,
      par: justification.by,
      jour: justification.day,
    },
  };
}

function checkBody(check: Return['budgetCheck']): Body['controle_budget'] {
  if (!check) return null;
  const { titles, source } = check;
  const total = titles.reduce((sum, title) => sum + title, 0n);
  return { charges_totales: formatHundredths(total), fichier: fileInWords(source), jour: source.day };
}
