import type { ShownReturn } from '../../shared/application/show-return.ts';
import type { RouteAnswer } from '../../shared/contracts/routes.ts';
import type { CampaignYear } from '../../shared/domain/campaign/campaign.ts';
import { COLUMN_NAMES, SECTIONS } from '../../shared/domain/deposit/columns.ts';
import { formatHundredths } from '../../shared/domain/numbers/format-hundredths.ts';
import type { BudgetComparison } from '../../shared/domain/report/compare-budget.ts';
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
  const { finess, name, state, alerts, budget } = shown;
  const lastTry = state?.lastTry ?? null;
  return {
    finess,
    raison_sociale: name,
    campagne: campaign,
    ...outcomeBody(shown),
    alertes: alerts.map(alertBody),
    details: detailsBody(state?.details ?? NO_DETAILS),
    controle_budget: budget && checkBody(budget),
    rubriques: state ? sectionsBody(state) : [],
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

function actBody({ fact, kind, day, by, text, alert, until, file }: RecordedAct): Body['actes'][number] {
  return {
    acte: fact,
    genre: kind,
    jour: day,
    par: by,
    texte: text,
    alerte: alert,
    jusqu_au: until,
    fichier: file ?? null,
  };
}

function alertBody({ code, facts, justification, takenSince }: JustifiedAlert): Body['alertes'][number] {
  return {
    code,
    phrase: ALERT_WORDINGS[code].sentence(facts),
    justification: justification && {
      texte: justification.text,
      par: justification.by,
      jour: justification.day,
      fichier: justification.file ?? null,
      depot_depuis: takenSince?.day ?? null,
    },
  };
}

function checkBody({ known, gap, source }: BudgetComparison): Body['controle_budget'] {
  return {
    charges_totales: formatHundredths(known),
    ecart: gap === null ? null : formatHundredths(gap),
    depot: source.fact,
    fichier: fileInWords(source),
    jour: source.day,
  };
}

/** Which deposit each section that was ever filled stands on. */
function sectionsBody({ sections }: Return): Body['rubriques'] {
  return SECTIONS.flatMap((section) => {
    const source = sections[section];
    if (!source) return [];
    return [{ rubrique: section, depot: source.fact, fichier: fileInWords(source), jour: source.day }];
  });
}
