import type { RegionChanges } from '../../../domain/report/changes-by-region.ts';
import { hundredths, pointsBetween, quotient } from '../exact.ts';
import { HEADING_ROW, openSheet } from '../frame.ts';
import type { Book } from '../package/book.ts';
import type { Content } from '../package/content.ts';
import { thisRow } from '../package/structured.ts';
import { AMOUNT, COUNT, FTE, FTE_CHANGE, POINTS, RATIO, TEXT } from '../package/styles.ts';
import { SHEETS, TABLES } from './names.ts';
import { regionName } from './region-name.ts';

const H = {
  region: 'Région',
  changed: 'Modifiés',
  came: 'Nouveaux',
  left: 'Partis',
  nBefore: 'Calculés avant',
  nAfter: 'Calculés après',
  retainedBefore: 'Retenues avant',
  retainedAfter: 'Retenues après',
  totalBefore: 'Charges avant',
  totalAfter: 'Charges après',
  shareBefore: 'Part avant',
  shareAfter: 'Part après',
  gap: 'Écart de la part',
  fteBefore: 'ETP SSI avant',
  fteAfter: 'ETP SSI après',
  fteGap: 'Écart des ETP SSI',
} as const;

const cell = (heading: string) => thisRow(TABLES.changes, heading);
const share = (retained: string, total: string) => `IF(${cell(total)}=0,"",${cell(retained)}/${cell(total)})`;

const FORMULAS = {
  shareBefore: share(H.retainedBefore, H.totalBefore),
  shareAfter: share(H.retainedAfter, H.totalAfter),
  gap: `IF(OR(${cell(H.shareBefore)}="",${cell(H.shareAfter)}=""),"",100*(${cell(H.shareAfter)}-${cell(H.shareBefore)}))`,
  fteGap: `ROUND(${cell(H.fteAfter)}-${cell(H.fteBefore)},2)`,
} as const;

/** What is no longer what it was in the reference edition, region by region, without a name. */
export function writeChanges(book: Book, owner: string, changes: readonly RegionChanges[]): void {
  const sheet = openSheet(book, owner, {
    name: SHEETS.changes,
    title: "Depuis l'édition de référence",
    reading:
      "Avant : l'édition donnée en référence ; après : celle-ci. Modifiés : déclarants dont l'état ou un chiffre n'est plus le même.",
    frozenColumns: 1,
    list: true,
    pagesWide: 2,
  });
  sheet.widths([28, 12, 12, 12, 13, 13, 22, 22, 22, 22, 12, 12, 14, 14, 14, 14]);
  const amounts = [H.retainedBefore, H.retainedAfter, H.totalBefore, H.totalAfter];
  sheet.table({
    name: TABLES.changes,
    row: HEADING_ROW,
    columns: [
      { name: H.region, style: TEXT },
      ...[H.changed, H.came, H.left, H.nBefore, H.nAfter].map((name) => ({ name, style: COUNT })),
      ...amounts.map((name) => ({ name, style: AMOUNT })),
      { name: H.shareBefore, style: RATIO },
      { name: H.shareAfter, style: RATIO },
      { name: H.gap, style: POINTS },
      { name: H.fteBefore, style: FTE },
      { name: H.fteAfter, style: FTE },
      { name: H.fteGap, style: FTE_CHANGE },
    ],
    rows:
      changes.length > 0
        ? changes.map(cells)
        : [Object.keys(H).map((_, i) => (i === 0 ? 'Aucune région' : null))],
  });
}

function cells({ region, before, after, changed, came, left }: RegionChanges): readonly Content[] {
  const [then, now] = [before, after].map(({ retainedDigital: numerator, totalExpenses: denominator }) =>
    denominator > 0n ? quotient({ numerator, denominator }) : '',
  );
  const gap = typeof then === 'number' && typeof now === 'number' ? pointsBetween(now, then) : '';
  return [
    regionName(region),
    changed,
    came,
    left,
    before.n,
    after.n,
    hundredths(before.retainedDigital),
    hundredths(after.retainedDigital),
    hundredths(before.totalExpenses),
    hundredths(after.totalExpenses),
    { formula: FORMULAS.shareBefore, result: then ?? '' },
    { formula: FORMULAS.shareAfter, result: now ?? '' },
    { formula: FORMULAS.gap, result: gap },
    hundredths(before.retainedSsiFte),
    hundredths(after.retainedSsiFte),
    { formula: FORMULAS.fteGap, result: hundredths(after.retainedSsiFte - before.retainedSsiFte) },
  ];
}
