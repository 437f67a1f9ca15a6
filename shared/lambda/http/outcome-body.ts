import type { Peers } from '../../application/peers-of.ts';
import type { ShownReturn } from '../../application/show-return.ts';
import type { OutcomeBody } from '../../contracts/api/return.ts';
import { categoryLabel } from '../../domain/declarant/categories.ts';
import type { PastFigures } from '../../domain/declarant/reference-set.ts';
import type { Alert } from '../../domain/figures/alerts.ts';
import { formatHundredths } from '../../domain/numbers/format-hundredths.ts';
import { formatRatio, ratio } from '../../domain/numbers/ratio.ts';
import type { ComparabilityBreak } from '../../domain/report/comparability.ts';
import { figureTexts } from '../../domain/report/figure-texts.ts';
import type { PeerMedian } from '../../domain/report/peer-medians.ts';
import { ALERT_WORDINGS } from '../../messages/alerts.ts';
import { BREAK_WORDS } from '../../messages/comparability.ts';
import { REASON_SENTENCES } from '../../messages/reasons.ts';

type Shown = Pick<ShownReturn, 'outcome' | 'previous' | 'breaks' | 'peers'> & {
  readonly alerts: readonly Alert[];
};

/** Figures or reasons, and what they compare to. */
export function outcomeBody({ outcome, previous, breaks, peers, alerts }: Shown): OutcomeBody {
  const reasons = outcome?.state === 'non_calcule' ? outcome.reasons : [];
  return {
    etat: outcome?.state ?? null,
    motifs: reasons.map((code) => ({ code, phrase: REASON_SENTENCES[code] })),
    chiffres: outcome?.state === 'calcule' ? figureTexts(outcome.figures) : null,
    annee_precedente: previous && previousBody(previous, breaks),
    comparaison: peers && peersBody(peers),
    alertes: alerts.map(({ code, facts }) => ({ code, phrase: ALERT_WORDINGS[code].sentence(facts) })),
  };
}

/** Without expenses there was no share. */
function previousBody(
  past: PastFigures,
  breaks: readonly ComparabilityBreak[],
): OutcomeBody['annee_precedente'] {
  if (past.totalExpenses <= 0n) return null;
  return {
    campagne: past.campaign,
    part_numerique: formatRatio(ratio(past.retainedDigital, past.totalExpenses), 6),
    etp_ssi_retenus: formatHundredths(past.retainedSsiFte),
    ruptures: breaks.map((found) => BREAK_WORDS[found].sentence),
  };
}

function peersBody({ category, builtAt, digitalShare, ssiFte }: Peers): OutcomeBody['comparaison'] {
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
