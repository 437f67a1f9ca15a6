import { frenchDay } from '../domain/calendar/day.ts';
import { ALERT_LABELS } from '../domain/figures/alert-labels.ts';
import type { RelaxableCode, Relaxation } from '../domain/rules/relaxation.ts';

/** What a rule asks for, in a few words; exhaustive by type. */
const RULE_LABELS = {
  CLOSURE_WITHOUT_DATE: 'Une clôture a sa date',
  CLOSURE_DATE_TOO_EARLY: "Les comptes sont clos après la fin de l'exercice",
  CLOSURE_DATE_YEAR_END: 'La date de clôture n’est pas le 31 décembre',
  MATURITY_DATE_BEFORE_CAMPAIGN: "L'auto-évaluation est de l'année de la campagne",
  PART_OVER_WHOLE: 'Une partie ne dépasse pas le tout',
  POOLED_BY_NO_CARRIER: 'Seul un porteur déclare une mutualisation',
  DECLARANT_TWICE_IN_FILE: 'Un établissement figure une fois par fichier',
  COLUMN_UNKNOWN: 'Les colonnes sont connues',
  YEAR_NOT_GIVEN: "Le fichier dit l'année de ses données",
  LINE_NOT_AN_ACCOUNT: 'Une ligne de balance porte un compte',
  ACCOUNT_SUBTOTAL: 'Un compte ne répète pas ses comptes de détail',
  BUDGETS_TOGETHER: 'Une balance est d’un seul budget',
  DIGITAL_PART_OVER_AMOUNT: 'La part numérique ne dépasse pas le compte',
  DIGITAL_PART_OF_NO_ACCOUNT: 'Une part numérique est celle d’un compte numérique',
  MEASURE_UNKNOWN: 'Une mesure est du questionnaire',
  MEASURE_UNANSWERED: 'Chaque mesure a une réponse',
  TOTAL_DISAGREES: 'Un total est la somme de ses lignes',
} as const satisfies Record<RelaxableCode, string>;

/** What became of a rule: issues of a file, or a doubt on figures. */
const NOW = {
  warning: 'Signalé sans bloquer',
  off: 'Plus signalé',
} as const satisfies Record<Relaxation['to'], string>;

const LABELS: Readonly<Record<Relaxation['code'], string>> = { ...RULE_LABELS, ...ALERT_LABELS };

/** A rule turned down, as a workbook says it: the rule, then what became of it, since when and why. */
export function relaxationInWords({ code, to, from, reason }: Relaxation): readonly [string, string] {
  const closed = /[.!?…]$/.test(reason) ? reason : `${reason}.`;
  return [
    LABELS[code],
    `${NOW[to]} pour les dépôts ouverts depuis le ${frenchDay(from)} (${code}). Motif : ${closed}`,
  ];
}
