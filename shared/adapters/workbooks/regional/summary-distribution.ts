import type { Figures } from '../../../domain/figures/figures.ts';
import type { RuleSet } from '../../../domain/rules/rule-set.ts';
import type { Content } from '../package/content.ts';
import type { Sheet } from '../package/sheet.ts';
import { column, thisRow } from '../package/structured.ts';
import { COUNT, RATIO, TEXT } from '../package/styles.ts';
import type { RegionalContext } from './context.ts';
import { HEADINGS, TABLES } from './tables.ts';

const H = {
  label: 'Classe de part',
  from: 'À partir de',
  below: 'À moins de',
  count: 'Nombre de calculés',
  rate: 'Part des calculés',
} as const;

const SHARES = column(TABLES.share, HEADINGS.share.share);
const cell = (heading: string) => thisRow(TABLES.distribution, heading);

/** A class of digital shares, in millionths: from the first, below the second. */
export interface ShareClass {
  readonly label: string;
  readonly from: bigint;
  /** Null for the last. */
  readonly below: bigint | null;
  readonly count: number;
}

/** How many declarants with figures stand in each class of the rule set. */
export function shareClasses({ computed, rules }: RegionalContext): readonly ShareClass[] {
  return [0n, ...rules.shareClasses].map((from, i) => {
    const below = rules.shareClasses[i] ?? null;
    return {
      label: labelOf(from, below),
      from,
      below,
      count: computed.filter(({ figures }) => isIn(figures, from, below)).length,
    };
  });
}

/** The spread of digital shares, live. @returns the row after the table. */
export function writeDistribution(sheet: Sheet, row: number, classes: readonly ShareClass[]): number {
  const all = classes.reduce((sum, { count }) => sum + count, 0);
  return sheet.table({
    name: TABLES.distribution,
    row,
    columns: [
      { name: H.label, style: TEXT },
      { name: H.from, style: RATIO },
      { name: H.below, style: RATIO },
      { name: H.count, style: COUNT, bars: true },
      { name: H.rate, style: RATIO },
    ],
    rows: classes.map((one) => cells(one, all)),
  });
}

/** Where the classes come from. */
export function distributionNote({ id }: RuleSet): string {
  return `Une part égale à une borne est de la classe qui commence là. Classes : notre règle (jeu de règles ${id}).`;
}

function cells({ label, from, below, count }: ShareClass, all: number): readonly Content[] {
  const conditions = [
    `${SHARES},">="&${cell(H.from)}`,
    ...(below === null ? [] : [`${SHARES},"<"&${cell(H.below)}`]),
  ];
  return [
    label,
    fraction(from),
    below === null ? null : fraction(below),
    { formula: `COUNTIFS(${conditions.join(',')})`, result: count },
    {
      formula: `IF(COUNT(${SHARES})=0,"",${cell(H.count)}/COUNT(${SHARES}))`,
      result: all === 0 ? '' : count / all,
    },
  ];
}

/** Compared exactly: a share of just one half of a percent belongs to the class that begins there. */
function isIn({ digitalShare }: Figures, from: bigint, below: bigint | null): boolean {
  const { numerator, denominator } = digitalShare;
  const millionths = numerator * 1_000_000n;
  return millionths >= from * denominator && (below === null || millionths < below * denominator);
}

/** The sign stays with its number, in the table and under the columns of a chart. */
function labelOf(from: bigint, below: bigint | null): string {
  if (below === null) return `${percent(from)}\u00a0% et plus`;
  return from === 0n ? `moins de ${percent(below)}\u00a0%` : `${percent(from)} à ${percent(below)}\u00a0%`;
}

function percent(millionths: bigint): string {
  return String(Number(millionths) / 10_000).replace('.', ',');
}

function fraction(millionths: bigint): number {
  return Number(millionths) / 1_000_000;
}
