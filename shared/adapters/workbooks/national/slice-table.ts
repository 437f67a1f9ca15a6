import type { Aggregate } from '../../../domain/aggregates/aggregate.ts';
import type { NationalReport } from '../../../domain/report/national-report.ts';
import { hundredths, hundredthsOrBlank, pointsBetween } from '../exact.ts';
import type { Content } from '../package/content.ts';
import type { Sheet, Styled, TableColumn } from '../package/sheet.ts';
import { thisRow } from '../package/structured.ts';
import { POINTS, RATIO, TEXT } from '../package/styles.ts';
import { ofNation } from './nation-table.ts';
import {
  H,
  INDICATOR_COLUMNS,
  INDICATOR_WIDTHS,
  indicatorCells,
  PREVIOUS_COLUMNS,
  PREVIOUS_WIDTHS,
  previousCells,
  sliceValue,
} from './slice-columns.ts';

const SHARE = 'Part de la nation';
const GAP = 'Écart avec la nation';

export interface SliceTable {
  readonly name: string;
  readonly row: number;
  /** What names the slice: a code, a label… */
  readonly headings: readonly string[];
  readonly labels: (slice: string) => readonly string[];
  readonly aggregates: readonly Aggregate[];
  /** Whether the campaign before is known by that axis. */
  readonly hasPrevious: boolean;
}

export function sliceWidths(hasPrevious: boolean): readonly number[] {
  return [...INDICATOR_WIDTHS, 13, 14, ...(hasPrevious ? PREVIOUS_WIDTHS : [])];
}

/** One line per slice and indicator, beside the nation and the campaign before. @returns the row after the table. */
export function writeSliceTable(sheet: Sheet, table: SliceTable, report: NationalReport): number {
  const columns: readonly TableColumn[] = [
    ...table.headings.map((name) => ({ name, style: TEXT, numberLike: true }) as const),
    ...INDICATOR_COLUMNS,
    { name: SHARE, style: RATIO, bars: { to: 1 } },
    { name: GAP, style: POINTS },
    ...(table.hasPrevious ? PREVIOUS_COLUMNS : []),
  ];
  const rows = table.aggregates.map((aggregate) => {
    const { axis, slice, indicator } = aggregate;
    const previous = report.previousSlices.find(
      (one) => one.axis === axis && one.slice === slice && one.indicator === indicator,
    );
    return [
      ...table.labels(slice),
      ...indicatorCells(table.name, aggregate, {
        expected: aggregate.expected,
        n: aggregate.n,
        numerator: hundredthsOrBlank(aggregate.numerator),
        denominator: hundredthsOrBlank(aggregate.denominator),
      }),
      ...nationCells(table.name, aggregate, report),
      ...(table.hasPrevious ? previousCells(table.name, aggregate, previous) : []),
    ];
  });
  const none = [columns.map((_, i) => (i === 0 ? 'Aucun établissement' : null))];
  return sheet.table({ name: table.name, row: table.row, columns, rows: rows.length > 0 ? rows : none });
}

/** Which part of the nation's sum it is, and how far its value lies from the nation's: a sum has no such distance. */
function nationCells(
  table: string,
  aggregate: Aggregate,
  { aggregates }: NationalReport,
): readonly (Content | Styled)[] {
  const { indicator, numerator } = aggregate;
  const nation = aggregates.find((one) => one.axis === 'nation' && one.indicator === indicator);
  const [own, whole] = [thisRow(table, H.numerator), ofNation(table, H.numerator)];
  const share =
    numerator === null || !nation?.numerator ? '' : hundredths(numerator) / hundredths(nation.numerator);
  const cells: readonly Content[] = [
    { formula: `IF(OR(${own}="",N(${whole})=0),"",${own}/${whole})`, result: share },
  ];
  if (indicator === 'etp_ssi_retenus') return [...cells, null];
  const now = sliceValue(aggregate);
  const all = nation ? sliceValue(nation) : '';
  const [value, reference] = [thisRow(table, H.value), ofNation(table, H.value)];
  return [
    ...cells,
    {
      formula: `IF(${value}="","",100*(${value}-${reference}))`,
      result: now === '' || all === '' ? '' : pointsBetween(now, all),
    },
  ];
}
