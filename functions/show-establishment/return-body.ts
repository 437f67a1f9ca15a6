import type { Peers, ShownReturn } from '../../shared/application/show-return.ts';
import type { RouteAnswer } from '../../shared/contracts/routes.ts';
import type { CampaignYear } from '../../shared/domain/campaign/campaign.ts';
import { categoryLabel } from '../../shared/domain/declarant/categories.ts';
import type { PastFigures } from '../../shared/domain/declarant/reference-set.ts';
import { COLUMN_NAMES } from '../../shared/domain/deposit/columns.ts';
import { formatHundredths } from '../../shared/domain/numbers/format-hundredths.ts';
import { formatRatio, ratio } from '../../shared/domain/numbers/ratio.ts';
import { figureTexts } from '../../shared/domain/report/figure-texts.ts';
import type { PeerMedian } from '../../shared/domain/report/peer-medians.ts';
import type { Return } from '../../shared/domain/return/fold.ts';
import type { RecordedAct } from '../../shared/domain/return/recorded-act.ts';
import { ALERT_WORDINGS } from '../../shared/messages/alerts.ts';
import { fileInWords } from '../../shared/messages/file.ts';
import { placeInWords } from '../../shared/messages/place.ts';
import { REASON_SENTENCES } from '../../shared/messages/reasons.ts';

type Body = RouteAnswer<'show-return'>;

export function returnBody(campaign: CampaignYear, shown: ShownReturn): Body {
  const { finess, name, state, outcome, previous, peers, alerts } = shown;
  const reasons = outcome?.state === 'non_calcule' ? outcome.reasons : [];
  const lastTry = state?.lastTry ?? null;
  return {
    finess,
    raison_sociale: name,
    campagne: campaign,
    etat: outcome?.state ?? null,
    motifs: reasons.map((code) => ({ code, phrase: REASON_SENTENCES[code] })),
    valeurs: state ? valuesBody(state) : {},
    chiffres: outcome?.state === 'calcule' ? figureTexts(outcome.figures) : null,
    annee_precedente: previous && previousBody(previous),
    comparaison: peers && peersBody(peers),
    alertes: alerts.map(({ code, facts }) => ({ code, phrase: ALERT_WORDINGS[code].sentence(facts) })),
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

/** Without expenses there was no share. */
function previousBody(past: PastFigures): Body['annee_precedente'] {
  if (past.totalExpenses <= 0n) return null;
  return {
    campagne: past.campaign,
    part_numerique: formatRatio(ratio(past.retainedDigital, past.totalExpenses), 6),
    etp_ssi_retenus: formatHundredths(past.retainedSsiFte),
  };
}

function peersBody({ category, builtAt, digitalShare, ssiFte }: Peers): Body['comparaison'] {
  return {
    categorie: category,
    libelle: categoryLabel(category),
    part_numerique: digitalShare && medianBody(digitalShare),
    etp_ssi_retenus: ssiFte && medianBody(ssiFte),
    au: builtAt,
  };
}

function medianBody({ n, median }: PeerMedian) {
  return { n: Number(n), mediane: median };
}

function actBody({ fact, kind, day, by, text, alert, until }: RecordedAct): Body['actes'][number] {
  return { acte: fact, genre: kind, jour: day, par: by, texte: text, alerte: alert, jusqu_au: until };
}
