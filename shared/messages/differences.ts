import { ACTION_ITEMS } from '../domain/actions/action-items.ts';
import { type Day, frenchDay } from '../domain/calendar/day.ts';
import { COLUMNS } from '../domain/deposit/columns.ts';
import { formatHundredths } from '../domain/numbers/format-hundredths.ts';
import { formatRatio, type Ratio, ratio } from '../domain/numbers/ratio.ts';
import type { Difference, Subject } from '../domain/report/differences.ts';
import type { PreviousYear, YearOnYear } from '../domain/report/year-on-year.ts';
import { frenchDecimal } from './french-number.ts';

const MINUS = '\u2212';
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** « Charges de maintenance : 120 000 € → 12 000 €, −90 % » */
export function differenceInWords({ subject, unit, before, after, change }: Difference): string {
  const [was, is] = [valueInWords(before, unit), valueInWords(after, unit)];
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

function subjectInWords(subject: Subject): string {
  switch (subject.kind) {
    case 'column':
      return COLUMNS[subject.column].label;
    case 'account':
      return subject.label === ''
        ? `Compte ${subject.account}`
        : `${subject.label} (compte ${subject.account})`;
    case 'measure':
      return `Mesure ${subject.measure}`;
    case 'action':
      return ACTION_ITEMS[subject.item].label;
    case 'directory':
      return `Score ADS de l'annuaire « ${subject.directory} »`;
  }
}

function valueInWords(value: Difference['before'], unit: Difference['unit']): string {
  if (value === null) return 'vide';
  if (typeof value === 'string') return DAY.test(value) ? frenchDay(value as Day) : value;
  if (unit === 'level') return value.toString();
  return numberInWords(value, unit === 'amount' ? '€' : 'ETP');
}

/** Without decimals where there are none: « 120 000 € », « 1 234,56 € », « 0,25 ETP ». */
function numberInWords(hundredths: bigint, unit: '€' | 'ETP'): string {
  const text = frenchDecimal(formatHundredths(hundredths).replace('-', '')).replace(/,00$/, '');
  return `${hundredths < 0n ? MINUS : ''}${text} ${unit}`;
}

const FIGURES: Readonly<Record<YearOnYear['figure'], readonly [label: string, unit: '€' | 'ETP']>> = {
  charges_totales: ["Charges d'exploitation totales", '€'],
  charges_numeriques_retenues: ['Charges numériques retenues', '€'],
  etp_ssi_retenus: ['ETP SSI retenus', 'ETP'],
};

/** Each figure beside that of the year before, then the share: « Part du numérique : de 1,90 % à 2,15 %, soit +0,25 point ». */
export function previousYearInWords({ figures, share }: PreviousYear): readonly string[] {
  const lines = figures.map(({ figure, before, after, change }) => {
    const [label, unit] = FIGURES[figure];
    const values = `${numberInWords(before, unit)} → ${numberInWords(after, unit)}`;
    return `${label} : ${values}${change && change.numerator !== 0n ? `, ${changeInWords(change)}` : ''}`;
  });
  if (!share) return lines;
  const [before, after] = [share.before, share.after].map((one) =>
    frenchDecimal(formatRatio(percent(one), 2)),
  );
  const points = formatRatio(percent(share.difference), 2);
  const word = /^-?[01]\./.test(points) ? 'point' : 'points';
  return [...lines, `Part du numérique : de ${before} % à ${after} %, soit ${signed(points)} ${word}`];
}
