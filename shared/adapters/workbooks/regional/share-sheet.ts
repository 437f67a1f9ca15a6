import { hundredths, quotient, relativeChange } from '../exact.ts';
import { HEADING_ROW, openSheet } from '../frame.ts';
import type { Content } from '../package/content.ts';
import type { TableColumn } from '../package/sheet.ts';
import { thisRow } from '../package/structured.ts';
import { AMOUNT, CHANGE, RATIO } from '../package/styles.ts';
import type { ComputedRow, RegionalContext } from './context.ts';
import { IDENTITY_COLUMNS, IDENTITY_WIDTHS, identityCells, orNone } from './identity.ts';
import { declared } from './lookup.ts';
import { HEADINGS, SHEETS, TABLES } from './tables.ts';

const H = HEADINGS.share;

const COLUMNS: readonly TableColumn[] = [
  ...IDENTITY_COLUMNS,
  { name: H.own, style: AMOUNT },
  { name: H.carried, style: AMOUNT },
  { name: H.contributions, style: AMOUNT },
  { name: H.allocated, style: AMOUNT },
  { name: H.retained, style: AMOUNT },
  { name: H.total, style: AMOUNT },
  { name: H.share, style: RATIO },
  { name: H.investment, style: RATIO },
  { name: H.previous, style: RATIO },
  { name: H.change, style: CHANGE },
];

/** A row per declarant with figures; everything but the pool's share and N-1 is live. */
export function writeShareSheet({ book, owner, computed, rules }: RegionalContext): void {
  const sheet = openSheet(book, owner, {
    name: SHEETS.share,
    title: 'Part du budget dédiée au numérique',
    reading:
      'Charges numériques retenues = propres − portées pour le groupement − quotes-parts versées + quote-part attribuée. Formules vives sur « Données déclarées ».',
    frozenColumns: 2,
    pagesWide: 2,
    list: true,
  });
  sheet.widths([...IDENTITY_WIDTHS, 19, 19, 19, 19, 19, 21, 15, 15, 15, 13]);
  const formulas = {
    own: roundedSum(rules.digitalLines.map((name) => declared(TABLES.share, name))),
    total: roundedSum(rules.expenseTitles.map((name) => declared(TABLES.share, name))),
    carried: roundedSum([declared(TABLES.share, 'mutualise_charges')]),
    contributions: roundedSum([declared(TABLES.share, 'quote_part_versee')]),
    retained: `ROUND(${cell(H.own)}-${cell(H.carried)}-${cell(H.contributions)}+${cell(H.allocated)},2)`,
    share: `${cell(H.retained)}/${cell(H.total)}`,
    investment: investmentFormula(),
    change: `IF(N(${cell(H.previous)})=0,"",${cell(H.share)}/${cell(H.previous)}-1)`,
  };
  sheet.table({
    name: TABLES.share,
    row: HEADING_ROW,
    columns: COLUMNS,
    rows: orNone(
      computed.map((line) => cells(line, formulas)),
      COLUMNS.length,
      "Aucun établissement n'a de chiffres calculés à ce jour.",
    ),
  });
}

type Formulas = Readonly<
  Record<
    'own' | 'total' | 'carried' | 'contributions' | 'retained' | 'share' | 'investment' | 'change',
    string
  >
>;

function cells({ row, figures }: ComputedRow, formulas: Formulas): readonly Content[] {
  const live = (formula: string, result: number | '') => ({ formula, result });
  const share = quotient(figures.digitalShare);
  const previous = previousShare(row.previous);
  return [
    ...identityCells(row.declarant, row.groups),
    live(formulas.own, hundredths(figures.ownDigital)),
    live(formulas.carried, hundredths(figures.carriedDigital)),
    live(formulas.contributions, hundredths(figures.contributions)),
    hundredths(figures.allocatedDigital),
    live(formulas.retained, hundredths(figures.retainedDigital)),
    live(formulas.total, hundredths(figures.totalExpenses)),
    live(formulas.share, share),
    live(formulas.investment, figures.investmentShare ? quotient(figures.investmentShare) : ''),
    previous,
    live(formulas.change, previous ? relativeChange(share, previous) : ''),
  ];
}

function previousShare(previous: ComputedRow['row']['previous']): number | null {
  if (!previous || previous.totalExpenses <= 0n) return null;
  return quotient({ numerator: previous.retainedDigital, denominator: previous.totalExpenses });
}

/** Given on both sides, and a whole above zero: otherwise blank. */
function investmentFormula(): string {
  const part = declared(TABLES.share, 'num_investissement');
  const whole = declared(TABLES.share, 'emplois_investissement');
  return `IF(OR(${part}="",N(${whole})=0),"",${part}/${whole})`;
}

/** Sums of amounts are rounded to the cent: what binary fractions add is not shown, and not kept. */
function roundedSum(terms: readonly string[]): string {
  return `ROUND(${terms.join('+')},2)`;
}

function cell(heading: string): string {
  return thisRow(TABLES.share, heading);
}
