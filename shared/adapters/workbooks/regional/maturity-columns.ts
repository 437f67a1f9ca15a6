import { ACTION_ITEM_NAMES, ACTION_ITEMS, type ActionItem } from '../../../domain/actions/action-items.ts';
import type { Day } from '../../../domain/calendar/day.ts';
import { type Measure, measureKey } from '../../../domain/maturity/measure.ts';
import { type Details, NO_DETAILS, worstScore } from '../../../domain/return/details.ts';
import { dateOf } from '../exact.ts';
import type { Content } from '../package/content.ts';
import { plainText } from '../package/plain-text.ts';
import type { TableColumn } from '../package/sheet.ts';
import { DATE, LEVEL } from '../package/styles.ts';

/** A column of answers of « Maturité »: its heading, what stands above it in full, and what a return answers. */
export interface AnswerColumn extends TableColumn {
  readonly caption: string;
  readonly width: number;
  readonly answer: (details: Details) => Content;
}

/** Shown in the place of a level. */
export const NOT_APPLICABLE = 'n.a.';

/** Characters of a label in a heading, and of label and theme above it. */
const SHORT = 26;
const LONG = 150;

/** A column per measure of the questionnaire, in its order: the level, `n.a.`, or blank where it was not answered. */
export function measureColumns(measures: readonly Measure[]): readonly AnswerColumn[] {
  return measures.map((measure) => {
    const key = measureKey(measure.code);
    return {
      name: measureHeading(measure),
      style: LEVEL,
      caption: shortened(joined([measure.theme, measure.label]), LONG),
      width: 16,
      answer: ({ measures: answers }) => {
        const found = answers.find((answer) => measureKey(answer.measure) === key);
        if (!found) return null;
        return found.level ?? NOT_APPLICABLE;
      },
    };
  });
}

/** `M01 – Cartographie du système…`: codes are unique, so is this; never the heading of another column. */
export function measureHeading({ code, label }: Measure): string {
  return joined([label === '' ? 'Mesure' : '', shortened(code, LONG), shortened(oneLine(label), SHORT)]);
}

const ACTION_HEADINGS: Readonly<Record<ActionItem, string>> = {
  exercice_date: 'Dernier exercice de crise',
  exercice_retex: 'Retour d’expérience écrit',
  exercice_paq: 'Exercice : améliorations au PAQ',
  club_ssi: 'Club SSI',
  silene: 'SILENE',
  audits_remediation: 'Remédiation des audits',
  pcra_gouvernance_date: 'PCA/PRA : gouvernance',
  pcra_bia_critiques_date: 'PCA/PRA : bilans critiques',
  pcra_bia_autres_date: 'PCA/PRA : autres bilans',
  pcra_cadre_date: 'PCA/PRA : PCRA cadre',
  paq_suivi: 'Suivi dans le PAQ',
  mie_trajectoire: 'MIE : trajectoire',
  mie_conformes: 'MIE : conformes',
  sso_services_sensibles: 'SSO : services sensibles',
  sso_utilisateurs: 'SSO : utilisateurs',
  sso_en_place: 'SSO en place',
  referentiel_identites: 'Répertoire des identités',
  engagement_mie: 'MIE : engagement',
};

/** The worst ADS score, then the other actions of the instruction in their order. rules.md, « The seven actions ». */
export const ACTION_COLUMNS: readonly AnswerColumn[] = [
  {
    name: 'Score ADS',
    style: LEVEL,
    caption:
      'Action 3 – Plus mauvais score des annuaires audités, de 1 à 5 : 3 recommandé depuis le 31/03/2026',
    width: 14,
    answer: ({ directories }) => worstScore(directories),
  },
  ...ACTION_ITEM_NAMES.map((item): AnswerColumn => {
    const { action, label, type, due } = ACTION_ITEMS[item];
    return {
      name: ACTION_HEADINGS[item],
      style: type === 'date' ? DATE : LEVEL,
      caption: `Action ${action} – ${label}${due === '' ? '' : ` (${due})`}`,
      width: 16,
      answer: ({ actions }) => {
        const found = actions.find((answer) => answer.item === item);
        return found ? answered(type, found.value) : null;
      },
    };
  }),
];

export function detailsOf(state: { readonly details: Details } | null): Details {
  return state?.details ?? NO_DETAILS;
}

/** An answer with its type: a date, a number, yes or no. */
export function answered(type: (typeof ACTION_ITEMS)[ActionItem]['type'], value: string): Content {
  if (type === 'date') return dateOf(value as Day);
  if (type === 'nombre') return Number(value);
  return value === 'oui' ? 'Oui' : 'Non';
}

/** Cut between words where one can. */
function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest).toWellFormed();
  const space = cut.lastIndexOf(' ');
  return `${(space > longest / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

function joined(parts: readonly string[]): string {
  return parts
    .map(oneLine)
    .filter((part) => part !== '')
    .join(' – ');
}

/** A heading holds no line break. */
function oneLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ').trim();
}
