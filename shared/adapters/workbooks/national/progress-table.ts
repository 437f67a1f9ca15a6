import type { Aggregate } from '../../../domain/aggregates/aggregate.ts';
import type { NationalReport } from '../../../domain/report/national-report.ts';
import { pointsBetween } from '../exact.ts';
import { INDICATOR_LABELS } from '../indicator-labels.ts';
import type { Content } from '../package/content.ts';
import type { Sheet } from '../package/sheet.ts';
import { column, quoted, thisRow } from '../package/structured.ts';
import { COUNT, POINTS, RATIO, TEXT } from '../package/styles.ts';
import { TABLES } from './names.ts';
import { regionName } from './region-name.ts';
import { H as INDICATOR, sliceValue } from './slice-columns.ts';

const H = {
  region: 'Région',
  code: 'Code',
  expected: 'Attendus',
  computed: 'Calculés',
  notComputed: 'Non calculés',
  silent: 'Non répondants',
  coverage: 'Couverture',
  answered: 'Ont répondu',
  share: INDICATOR_LABELS.part_numerique,
  gap: 'Écart avec la nation',
} as const;

/** Columns that a chart draws. */
export const PROGRESS_COLUMNS = { region: 1, coverage: 7, share: 9 } as const;

const cell = (heading: string) => thisRow(TABLES.progress, heading);
const rate = (above: string) => `IF(${cell(H.expected)}=0,"",${above}/${cell(H.expected)})`;
const sum = (heading: string) =>
  `SUMIFS(${column(TABLES.region, heading)},${column(TABLES.region, 'Région')},${cell(H.region)},${column(TABLES.region, INDICATOR.indicator)},${quoted(H.share)})`;

const FORMULAS = {
  coverage: rate(cell(H.computed)),
  answered: rate(`(${cell(H.computed)}+${cell(H.notComputed)})`),
  share: `IF(${sum(INDICATOR.denominator)}=0,"",${sum(INDICATOR.numerator)}/${sum(INDICATOR.denominator)})`,
  gap: `IF(${cell(H.share)}="","",100*(${cell(H.share)}-INDEX(${column(TABLES.nation, INDICATOR.value)},MATCH(${quoted(H.share)},${column(TABLES.nation, INDICATOR.indicator)},0))))`,
} as const;

/** How far each region is, and its share beside the nation's. @returns the row after the table. */
export function writeProgress(sheet: Sheet, row: number, report: NationalReport): number {
  const shares = report.aggregates.filter(({ indicator }) => indicator === 'part_numerique');
  const nation = shares.find(({ axis }) => axis === 'nation');
  const rows = report.progress.map((progress) =>
    cells(
      progress,
      shares.find(({ axis, slice }) => axis === 'region' && slice === progress.region),
      nation,
    ),
  );
  return sheet.table({
    name: TABLES.progress,
    row,
    columns: [
      { name: H.region, style: TEXT },
      { name: H.code, style: TEXT, numberLike: true },
      { name: H.expected, style: COUNT },
      { name: H.computed, style: COUNT },
      { name: H.notComputed, style: COUNT },
      { name: H.silent, style: COUNT },
      { name: H.coverage, style: RATIO, bars: { to: 1 } },
      { name: H.answered, style: RATIO, bars: { to: 1 } },
      { name: H.share, style: RATIO, bars: true },
      { name: H.gap, style: POINTS },
    ],
    rows: rows.length > 0 ? rows : [Object.keys(H).map((_, i) => (i === 0 ? 'Aucune région' : null))],
  });
}

function cells(
  { region, expected, computed, notComputed, silent }: NationalReport['progress'][number],
  share: Aggregate | undefined,
  nation: Aggregate | undefined,
): readonly Content[] {
  const [now, all] = [share, nation].map((one) => (one ? sliceValue(one) : ''));
  return [
    regionName(region),
    region,
    expected,
    computed,
    notComputed,
    silent,
    { formula: FORMULAS.coverage, result: expected === 0 ? '' : computed / expected },
    { formula: FORMULAS.answered, result: expected === 0 ? '' : (computed + notComputed) / expected },
    { formula: FORMULAS.share, result: now ?? '' },
    {
      formula: FORMULAS.gap,
      result: typeof now === 'number' && typeof all === 'number' ? pointsBetween(now, all) : '',
    },
  ];
}
