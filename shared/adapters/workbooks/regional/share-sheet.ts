import { comparisonInWords } from '../../../messages/comparability.ts';
import { hundredths, hundredthsOrBlank, quotient, relativeChange } from '../exact.ts';
import { HEADING_ROW, openSheet } from '../frame.ts';
import type { Content } from '../package/content.ts';
import type { TableColumn } from '../package/sheet.ts';
import { thisRow } from '../package/structured.ts';
import { ALERT_COUNT, AMOUNT, BODY_LINK, CHANGE, RATIO, SENTENCE } from '../package/styles.ts';
import { alertCountFormula, alertCounts } from './alert-counts.ts';
import type { ComputedRow, RegionalContext } from './context.ts';
import { IDENTITY_COLUMNS, IDENTITY_WIDTHS, identityCells, orNone } from './identity.ts';
import { declared } from './lookup.ts';
import { toProvenance } from './row-link.ts';
import { HEADINGS, SHEETS, TABLES } from './tables.ts';

const H = HEADINGS.share;
const LINK = toProvenance(TABLES.share);

const COLUMNS: readonly TableColumn[] = [
  ...IDENTITY_COLUMNS,
  { name: H.own, style: AMOUNT },
  { name: H.carried, style: AMOUNT },
  { name: H.contributions, style: AMOUNT },
  { name: H.allocated, style: AMOUNT },
  { name: H.retained, style: AMOUNT },
  { name: H.total, style: AMOUNT },
  { name: H.share, style: RATIO, bars: true },
  { name: H.investment, style: RATIO },
  { name: H.previous, style: RATIO },
  { name: H.change, style: CHANGE },
  { name: H.comparability, style: SENTENCE },
  { name: H.alerts, style: ALERT_COUNT },
  { name: H.retainedBefore, style: AMOUNT },
  { name: H.totalBefore, style: AMOUNT },
  { name: H.link, style: BODY_LINK },
];

/** A row per declarant with figures; everything but the pool's share and the amounts of N-1 is live. */
export function writeShareSheet({ book, owner, computed, report, rules }: RegionalContext): void {
  const sheet = openSheet(book, owner, {
    name: SHEETS.share,
    title: 'Part du budget dédiée au numérique',
    reading:
      'Charges numériques retenues = propres − portées pour le groupement − quotes-parts versées + quote-part attribuée. Formules vives sur « Données déclarées ».',
    frozenColumns: 2,
    pagesWide: 3,
    list: true,
  });
  sheet.widths([...IDENTITY_WIDTHS, 19, 19, 19, 19, 19, 21, 17, 15, 15, 13, 28, 11, 25, 25, 14]);
  const formulas = {
    own: roundedSum(rules.digitalLines.map((name) => declared(TABLES.share, name))),
    total: roundedSum(rules.expenseTitles.map((name) => declared(TABLES.share, name))),
    carried: roundedSum([declared(TABLES.share, 'mutualise_charges')]),
    contributions: roundedSum([declared(TABLES.share, 'quote_part_versee')]),
    retained: `ROUND(${cell(H.own)}-${cell(H.carried)}-${cell(H.contributions)}+${cell(H.allocated)},2)`,
    share: `${cell(H.retained)}/${cell(H.total)}`,
    investment: investmentFormula(),
    previous: `IF(N(${cell(H.totalBefore)})=0,"",${cell(H.retainedBefore)}/${cell(H.totalBefore)})`,
    change: `IF(N(${cell(H.previous)})=0,"",${cell(H.share)}/${cell(H.previous)}-1)`,
    alerts: alertCountFormula(TABLES.share),
  };
  const alerts = alertCounts(report);
  sheet.table({
    name: TABLES.share,
    row: HEADING_ROW,
    direct: true,
    columns: COLUMNS,
    rows: orNone(
      computed.map((line) => cells(line, formulas, alerts)),
      COLUMNS.length,
      "Aucun établissement n'a de chiffres calculés à ce jour.",
    ),
  });
}

type Formulas = Readonly<
  Record<
    | 'own'
    | 'total'
    | 'carried'
    | 'contributions'
    | 'retained'
    | 'share'
    | 'investment'
    | 'previous'
    | 'change'
    | 'alerts',
    string
  >
>;

function cells(
  { row, figures }: ComputedRow,
  formulas: Formulas,
  alerts: ReadonlyMap<string, number>,
): readonly Content[] {
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
    live(formulas.previous, previous ?? ''),
    live(formulas.change, previous ? relativeChange(share, previous) : ''),
    comparisonInWords(row) || null,
    live(formulas.alerts, alerts.get(row.declarant.finess) ?? 0),
    hundredthsOrBlank(row.previous?.retainedDigital ?? null),
    hundredthsOrBlank(row.previous?.totalExpenses ?? null),
    LINK,
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
