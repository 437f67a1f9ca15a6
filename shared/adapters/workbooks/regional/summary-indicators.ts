import { INDICATORS, type Indicator } from '../../../domain/aggregates/aggregate.ts';
import type { Figures } from '../../../domain/figures/figures.ts';
import { hundredths, quotient } from '../exact.ts';
import { INDICATOR_HEADINGS, INDICATOR_LABELS } from '../indicator-labels.ts';
import type { Content } from '../package/content.ts';
import type { Sheet, Styled, TableColumn } from '../package/sheet.ts';
import { column, quoted, thisRow } from '../package/structured.ts';
import { AMOUNT, COUNT, FTE, RATIO, type Style, TEXT } from '../package/styles.ts';
import type { ComputedRow, RegionalContext } from './context.ts';
import { IDENTITY } from './identity.ts';
import { aggregateOf, spread, spreadFormulas } from './slice.ts';
import { HEADINGS, STATE_LABELS, TABLES } from './tables.ts';

const H = INDICATOR_HEADINGS;

const COLUMNS: readonly TableColumn[] = Object.values(H).map((name) => ({
  name,
  style: name === H.indicator ? TEXT : name === H.coverage ? RATIO : COUNT,
}));

/** The range of individual values of each indicator. */
const RANGES: Readonly<Record<Indicator, string>> = {
  part_numerique: column(TABLES.share, HEADINGS.share.share),
  part_investissement: column(TABLES.share, HEADINGS.share.investment),
  etp_ssi_retenus: column(TABLES.ssiFte, HEADINGS.ssiFte.retained),
};

/** Numerator and denominator. Investment counts only where both sides are given and the whole is above zero. */
const SUMS: Readonly<Record<Indicator, readonly [string, string | null]>> = {
  part_numerique: [
    `SUM(${column(TABLES.share, HEADINGS.share.retained)})`,
    `SUM(${column(TABLES.share, HEADINGS.share.total)})`,
  ],
  part_investissement: [investment('num_investissement'), investment('emplois_investissement')],
  etp_ssi_retenus: [`SUM(${RANGES.etp_ssi_retenus})`, null],
};

/** The three indicators over the region, live. @returns the row after the table. */
export function writeIndicators(sheet: Sheet, row: number, context: RegionalContext): number {
  return sheet.table({
    name: TABLES.indicators,
    row,
    columns: COLUMNS,
    rows: INDICATORS.map((indicator) => cells(indicator, context)),
  });
}

/** A cell of that table, whatever its order: for the key figures. */
export function indicatorCell(indicator: Indicator, heading: string): string {
  const row = `MATCH(${quoted(INDICATOR_LABELS[indicator])},${column(TABLES.indicators, H.indicator)},0)`;
  return `INDEX(${column(TABLES.indicators, heading)},${row})`;
}

function cells(indicator: Indicator, { report, computed }: RegionalContext): readonly (Content | Styled)[] {
  const found = aggregateOf(report, 'region', report.region, indicator);
  const [n, expected] = [found?.n ?? 0, report.rows.length];
  const cell = (heading: string) => thisRow(TABLES.indicators, heading);
  const unlessNone = (formula: string) => `IF(${cell(H.n)}=0,"",${formula})`;
  const [above, below] = SUMS[indicator];
  const numerator = found?.numerator ?? null;
  const denominator = found?.denominator ?? null;
  const isFte = below === null;
  const [sumStyle, valueStyle]: readonly Style[] = isFte ? [FTE, FTE] : [AMOUNT, RATIO];
  const styled = (formula: string, result: number | '', style = valueStyle) =>
    ({ content: { formula, result }, style }) as Styled;
  const sum = (value: bigint | null) => (value === null ? '' : hundredths(value));
  const ratio = numerator !== null && denominator !== null ? quotient({ numerator, denominator }) : '';
  const spreads = spread(valuesOf(indicator, computed));
  return [
    INDICATOR_LABELS[indicator],
    { formula: `COUNTA(${column(TABLES.declared, IDENTITY.finess)})`, result: expected },
    { formula: `COUNT(${RANGES[indicator]})`, result: n },
    {
      formula: `IF(${cell(H.expected)}=0,"",${cell(H.n)}/${cell(H.expected)})`,
      result: expected === 0 ? '' : n / expected,
    },
    styled(unlessNone(`ROUND(${above},2)`), sum(numerator), sumStyle),
    isFte ? null : styled(unlessNone(`ROUND(${below},2)`), sum(denominator), sumStyle),
    isFte
      ? styled(cell(H.numerator), sum(numerator))
      : styled(unlessNone(`${cell(H.numerator)}/${cell(H.denominator)}`), ratio),
    ...spreadFormulas(RANGES[indicator], cell(H.n)).map((f, i) => styled(f, spreads[i] ?? '')),
  ];
}

/** The individual values that a median is taken of, as the formulas see them. */
export function valuesOf(indicator: Indicator, rows: readonly ComputedRow[]): readonly number[] {
  return rows.flatMap(({ figures }) => VALUES[indicator](figures) ?? []);
}

const VALUES: Readonly<Record<Indicator, (figures: Figures) => number | null>> = {
  part_numerique: ({ digitalShare }) => quotient(digitalShare),
  part_investissement: ({ investmentShare }) => (investmentShare ? quotient(investmentShare) : null),
  etp_ssi_retenus: ({ retainedSsiFte }) => hundredths(retainedSsiFte),
};

function investment(summed: 'num_investissement' | 'emplois_investissement'): string {
  const conditions = [
    `${column(TABLES.declared, HEADINGS.declared.state)},${quoted(STATE_LABELS.calcule)}`,
    `${column(TABLES.declared, 'num_investissement')},">=0"`,
    `${column(TABLES.declared, 'emplois_investissement')},">0"`,
  ];
  return `SUMIFS(${column(TABLES.declared, summed)},${conditions.join(',')})`;
}
