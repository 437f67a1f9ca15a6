import { ACTION_ITEMS } from '../domain/actions/action-items.ts';
import { type Day, frenchDay } from '../domain/calendar/day.ts';
import { type Closure, COLUMNS } from '../domain/deposit/columns.ts';
import { formatHundredths } from '../domain/numbers/format-hundredths.ts';
import { formatRatio, type Ratio, ratio } from '../domain/numbers/ratio.ts';
import type { ComparabilityBreak } from '../domain/report/comparability.ts';
import type { Difference } from '../domain/report/differences.ts';
import type { Subject } from '../domain/report/stated.ts';
import type { PreviousYear, YearOnYear } from '../domain/report/year-on-year.ts';
import type { StaffType } from '../domain/return/details.ts';
import { BREAK_WORDS } from './comparability.ts';
import { frenchDecimal } from './french-number.ts';

const MINUS = '\u2212';
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const CLOSURE_WORDS: Readonly<Record<Closure, string>> = {
  definitive: 'définitive',
  provisoire: 'provisoire',
};
const STAFF_WORDS: Readonly<Record<StaffType, string>> = {
  interne: 'interne',
  externe: 'externe',
  mutualise: 'mutualisé',
};

/** « Charges de maintenance (compte 615261) : 120 000 € → 12 000 €, −90 % », « ETP SSI externes : 0,25 ETP → effacé » */
export function differenceInWords({ subject, unit, before, after, change }: Difference): string {
  const was = before === null ? 'vide' : valueInWords(before, unit, subject);
  const is = after === null ? 'effacé' : valueInWords(after, unit, subject);
  return `${subjectInWords(subject)} : ${was} → ${is}${change ? `, ${changeInWords(change)}` : ''}`;
}

/** A relative change with one decimal at most, its sign always shown: « −90 % », « +4,5 % ». */
function changeInWords(change: Ratio): string {
  return `${signed(formatRatio(percent(change), 1))} %`;
}

function percent({ numerator, denominator }: Ratio): Ratio {
  return ratio(numerator * 100n, denominator);
}

function signed(decimal: string): string {
  const text = frenchDecimal(decimal.replace('-', '')).replace(/,0+$/, '');
  if (/^[0,]+$/.test(text)) return text;
  return `${decimal.startsWith('-') ? MINUS : '+'}${text}`;
}

/** What a value is about: « Charges de maintenance (compte 615261) », « Analyste (interne) ». */
export function subjectInWords(subject: Subject): string {
  switch (subject.kind) {
    case 'column':
      return COLUMNS[subject.column].label;
    case 'account':
      return subject.label === ''
        ? `Compte ${subject.account}`
        : `${subject.label} (compte ${subject.account})`;
    case 'known-budget':
      return "Charges du compte financier connu de l'ARS";
    case 'staff':
      return `${subject.function} (${STAFF_WORDS[subject.type]})`;
    case 'measure':
      return subject.label === ''
        ? `Mesure ${subject.measure}`
        : `Mesure ${subject.measure} (${subject.label})`;
    case 'action':
      return ACTION_ITEMS[subject.item].label;
    case 'directory':
      return `Score ADS de l'annuaire « ${subject.directory} »`;
  }
}

function valueInWords(value: bigint | string, unit: Difference['unit'], subject: Subject): string {
  if (typeof value === 'string') return textInWords(value, subject);
  if (unit === 'level') return subject.kind === 'measure' ? `niveau ${value}` : value.toString();
  return numberInWords(value, unit === 'amount' ? '€' : 'ETP');
}

function textInWords(text: string, subject: Subject): string {
  if (subject.kind === 'column' && subject.column === 'cloture') return CLOSURE_WORDS[text as Closure];
  return DAY.test(text) ? frenchDay(text as Day) : text;
}

/** Without decimals where there are none: « 120 000 € », « 1 234,56 € », « 0,25 ETP ». */
function numberInWords(hundredths: bigint, unit: '€' | 'ETP'): string {
  const text = frenchDecimal(formatHundredths(hundredths).replace('-', '')).replace(/,00$/, '');
  return `${hundredths < 0n ? MINUS : ''}${text} ${unit}`;
}

const FIGURES: Readonly<Record<YearOnYear['figure'], readonly [label: string, unit: '€' | 'ETP']>> = {
  charges_totales: ["Charges d'exploitation totales", '€'],
  charges_numeriques_propres: ['Charges numériques propres', '€'],
  charges_numeriques_retenues: ['Charges numériques retenues', '€'],
  etp_ssi_propres: ['ETP SSI propres', 'ETP'],
  etp_ssi_retenus: ['ETP SSI retenus', 'ETP'],
};

/**
 * Each figure beside that of the year before, then the share (« Part du numérique : de 1,90 % à 2,15 %, soit +0,25 point »),
 * then why the two may not compare.
 */
export function previousYearInWords(
  { figures, share }: PreviousYear,
  breaks: readonly ComparabilityBreak[],
): readonly string[] {
  return [
    ...figuresOnYear(figures),
    ...shareOnYear(share),
    ...breaks.map((one) => BREAK_WORDS[one].sentence),
  ];
}

function figuresOnYear(figures: PreviousYear['figures']): readonly string[] {
  return figures.map(({ figure, before, after, change }) => {
    const [label, unit] = FIGURES[figure];
    const values = `${numberInWords(before, unit)} → ${numberInWords(after, unit)}`;
    return `${label} : ${values}${change && change.numerator !== 0n ? `, ${changeInWords(change)}` : ''}`;
  });
}

function shareOnYear(share: PreviousYear['share']): readonly string[] {
  if (!share) return [];
  const [before, after] = [share.before, share.after].map((one) =>
    frenchDecimal(formatRatio(percent(one), 2)),
  );
  const points = formatRatio(percent(share.difference), 2);
  const word = /^-?[01]\./.test(points) ? 'point' : 'points';
  return [`Part du numérique : de ${before} % à ${after} %, soit ${signed(points)} ${word}`];
}
