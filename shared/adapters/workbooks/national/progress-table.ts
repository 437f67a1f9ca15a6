import type { NationalReport } from '../../../domain/report/national-report.ts';
import type { Sheet } from '../package/sheet.ts';
import { thisRow } from '../package/structured.ts';
import { COUNT, RATIO, TEXT } from '../package/styles.ts';
import { regionName } from './region-name.ts';

const PROGRESS_TABLE = 'Avancement';

const H = {
  code: 'Code',
  region: 'Région',
  expected: 'Attendus',
  computed: 'Calculés',
  notComputed: 'Non calculés',
  silent: 'Non répondants',
  coverage: 'Couverture',
  answered: 'Ont répondu',
} as const;

/** How far each region is. @returns the row after the table. */
export function writeProgress(sheet: Sheet, row: number, { progress }: NationalReport): number {
  const cell = (heading: string) => thisRow(PROGRESS_TABLE, heading);
  const rate = (above: string) => `IF(${cell(H.expected)}=0,"",${above}/${cell(H.expected)})`;
  const rows = progress.map(({ region, expected, computed, notComputed, silent }) => [
    region,
    regionName(region),
    expected,
    computed,
    notComputed,
    silent,
    { formula: rate(cell(H.computed)), result: expected === 0 ? '' : computed / expected },
    {
      formula: rate(`(${cell(H.computed)}+${cell(H.notComputed)})`),
      result: expected === 0 ? '' : (computed + notComputed) / expected,
    },
  ]);
  return sheet.table({
    name: PROGRESS_TABLE,
    row,
    columns: [
      { name: H.code, style: TEXT, numberLike: true },
      { name: H.region, style: TEXT },
      { name: H.expected, style: COUNT },
      { name: H.computed, style: COUNT },
      { name: H.notComputed, style: COUNT },
      { name: H.silent, style: COUNT },
      { name: H.coverage, style: RATIO },
      { name: H.answered, style: RATIO },
    ],
    rows: rows.length > 0 ? rows : [[null, 'Aucune région', null, null, null, null, null, null]],
  });
}
