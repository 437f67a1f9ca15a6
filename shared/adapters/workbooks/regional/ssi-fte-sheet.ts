import { comparisonInWords } from '../../../messages/comparability.ts';
import { hundredths, hundredthsOrBlank } from '../exact.ts';
import { HEADING_ROW, openSheet } from '../frame.ts';
import type { Content } from '../package/content.ts';
import type { TableColumn } from '../package/sheet.ts';
import { thisRow } from '../package/structured.ts';
import { ALERT_COUNT, BODY_LINK, FTE, FTE_CHANGE, SENTENCE } from '../package/styles.ts';
import { alertCountFormula, alertCounts } from './alert-counts.ts';
import type { ComputedRow, RegionalContext } from './context.ts';
import { IDENTITY_COLUMNS, IDENTITY_WIDTHS, identityCells, orNone } from './identity.ts';
import { declared } from './lookup.ts';
import { toProvenance } from './row-link.ts';
import { HEADINGS, SHEETS, TABLES } from './tables.ts';

const H = HEADINGS.ssiFte;
const LINK = toProvenance(TABLES.ssiFte);

const COLUMNS: readonly TableColumn[] = [
  ...IDENTITY_COLUMNS,
  { name: H.own, style: FTE },
  { name: H.carried, style: FTE },
  { name: H.allocated, style: FTE },
  { name: H.retained, style: FTE, bars: true },
  { name: H.external, style: FTE },
  { name: H.previous, style: FTE },
  { name: H.change, style: FTE_CHANGE },
  { name: H.comparability, style: SENTENCE },
  { name: H.alerts, style: ALERT_COUNT },
  { name: H.link, style: BODY_LINK },
];

const cell = (heading: string) => thisRow(TABLES.ssiFte, heading);
const EXTERNAL = declared(TABLES.ssiFte, 'etp_ssi_externes');

const FORMULAS = {
  own: `ROUND(${declared(TABLES.ssiFte, 'etp_ssi_internes')},2)`,
  carried: `ROUND(${declared(TABLES.ssiFte, 'mutualise_etp_ssi')},2)`,
  retained: `ROUND(${cell(H.own)}-${cell(H.carried)}+${cell(H.allocated)},2)`,
  external: `IF(${EXTERNAL}="","",${EXTERNAL})`,
  change: `IF(${cell(H.previous)}="","",ROUND(${cell(H.retained)}-${cell(H.previous)},2))`,
  alerts: alertCountFormula(TABLES.ssiFte),
} as const;

/** A row per declarant with figures. External FTE stand beside, never added. */
export function writeSsiFteSheet({ book, owner, computed, report }: RegionalContext): void {
  const sheet = openSheet(book, owner, {
    name: SHEETS.ssiFte,
    title: "ETP consacrés à la sécurité des systèmes d'information",
    reading:
      'ETP SSI retenus = propres − portés pour le groupement + attribués par le groupement. Les ETP externes sont montrés à côté, jamais ajoutés.',
    frozenColumns: 2,
    pagesWide: 2,
    list: true,
  });
  sheet.widths([...IDENTITY_WIDTHS, 13, 13, 13, 15, 17, 20, 17, 28, 11, 14]);
  const alerts = alertCounts(report);
  sheet.table({
    name: TABLES.ssiFte,
    row: HEADING_ROW,
    direct: true,
    columns: COLUMNS,
    rows: orNone(
      computed.map((line) => cells(line, alerts)),
      COLUMNS.length,
      "Aucun établissement n'a de chiffres calculés à ce jour.",
    ),
  });
}

function cells({ row, figures }: ComputedRow, alerts: ReadonlyMap<string, number>): readonly Content[] {
  const previous = row.previous?.retainedSsiFte ?? null;
  const change = previous === null ? '' : hundredths(figures.retainedSsiFte - previous);
  return [
    ...identityCells(row.declarant, row.groups),
    { formula: FORMULAS.own, result: hundredths(figures.ownSsiFte) },
    { formula: FORMULAS.carried, result: hundredths(figures.carriedSsiFte) },
    hundredths(figures.allocatedSsiFte),
    { formula: FORMULAS.retained, result: hundredths(figures.retainedSsiFte) },
    { formula: FORMULAS.external, result: hundredthsOrBlank(figures.externalSsiFte) ?? '' },
    hundredthsOrBlank(previous),
    { formula: FORMULAS.change, result: change },
    comparisonInWords(row) || null,
    { formula: FORMULAS.alerts, result: alerts.get(row.declarant.finess) ?? 0 },
    LINK,
  ];
}
