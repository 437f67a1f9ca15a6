import type { AlertCode } from '../domain/figures/alert-codes.ts';
import { ALERT_LABELS } from '../domain/figures/alert-labels.ts';

type Facts = Readonly<Record<string, string>>;

interface AlertWording {
  /** A few words, to filter by. */
  readonly label: string;
  /** What was found, the limit, and what to look at. The facts are texts, ready to be shown. */
  readonly sentence: (facts: Facts) => string;
  /** The limit of a rule set, in its unit. */
  readonly limit: (limit: bigint) => string;
}

/** Millionths → percent. */
const percent = (limit: bigint) => `${String(Number(limit) / 10_000).replace('.', ',')} %`;
/** Cents → whole euros. */
const euros = (limit: bigint) => `${(limit / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ' ')} €`;

/** Code → words, exhaustive by type. A doubt is never a fault: each sentence asks for a check or a reason. */
export const ALERT_WORDINGS: Readonly<Record<AlertCode, AlertWording>> = {
  SHARE_LOW: {
    label: ALERT_LABELS.SHARE_LOW,
    sentence: ({ part = '', seuil = '' }) =>
      `La part du numérique est de ${part}, sous ${seuil} : vérifier qu'aucune charge numérique n'est oubliée.`,
    limit: (limit) => `moins de ${percent(limit)}`,
  },
  SHARE_HIGH: {
    label: ALERT_LABELS.SHARE_HIGH,
    sentence: ({ part = '', seuil = '' }) =>
      `La part du numérique est de ${part}, au-dessus de ${seuil} : vérifier le périmètre des charges et des titres.`,
    limit: (limit) => `plus de ${percent(limit)}`,
  },
  SSI_FTE_ZERO: {
    label: ALERT_LABELS.SSI_FTE_ZERO,
    sentence: ({ budget = '', seuil = '' }) =>
      `Aucun ETP SSI n'est retenu pour un budget de ${budget}, au-dessus de ${seuil} : vérifier l'effectif déclaré.`,
    limit: (limit) => `zéro ETP SSI et plus de ${euros(limit)} de charges d'exploitation`,
  },
  CHANGE_ON_PREVIOUS_YEAR: {
    label: ALERT_LABELS.CHANGE_ON_PREVIOUS_YEAR,
    sentence: ({ avant = '', maintenant = '', variation = '', seuil = '', rupture = '' }) =>
      [
        `La part du numérique est passée de ${avant} à ${maintenant} en un an, soit une variation de ${variation} (seuil : ${seuil}) : en donner la raison.`,
        ...(rupture === '' ? [] : [`Les deux campagnes ne se comparent pas sans précaution : ${rupture}.`]),
      ].join(' '),
    limit: (limit) => `plus de ${limit} % de variation`,
  },
  CONTRIBUTIONS_DISAGREE: {
    label: ALERT_LABELS.CONTRIBUTIONS_DISAGREE,
    sentence: ({ groupe = '', verse = '', refacture = '' }) =>
      `Groupement ${groupe} : les membres déclarent verser ${verse}, le porteur déclare refacturer ${refacture}. Rapprocher les deux.`,
    limit: (limit) => (limit === 0n ? 'tout écart' : `plus de ${euros(limit)} d'écart`),
  },
  EXTERNAL_FTE_HIGH: {
    label: ALERT_LABELS.EXTERNAL_FTE_HIGH,
    sentence: ({ externes = '', internes = '' }) =>
      `${externes} ETP SSI externes pour ${internes} internes : vérifier qu'un contrat entier n'est pas compté en ETP.`,
    limit: (limit) => `plus de ${limit} fois les ETP internes`,
  },
  CONTRIBUTION_TO_EMPTY_POOL: {
    label: ALERT_LABELS.CONTRIBUTION_TO_EMPTY_POOL,
    sentence: ({ groupe = '', verse = '' }) =>
      `${verse} déclarés versés au groupement ${groupe}, dont le porteur ne déclare aucune charge : rapprocher les deux.`,
    limit: (limit) => (limit === 0n ? 'toute quote-part versée' : `plus de ${euros(limit)}`),
  },
  BUDGET_DISAGREES: {
    label: ALERT_LABELS.BUDGET_DISAGREES,
    sentence: ({ declare = '', connu = '', ecart = '' }) =>
      `Les charges déclarées (${declare}) diffèrent de ${ecart} de celles du compte financier connu de l'ARS (${connu}) : vérifier le périmètre (budget global) et les montants.`,
    limit: (limit) => `plus de ${limit} % d'écart`,
  },
};
