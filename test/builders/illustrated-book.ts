import { type Book, createBook } from '../../shared/adapters/workbooks/package/book.ts';
import type { CellRange } from '../../shared/adapters/workbooks/package/chart/chart-spec.ts';
import { column } from '../../shared/adapters/workbooks/package/structured.ts';
import { CHANGE, COUNT, RATIO, TEXT } from '../../shared/adapters/workbooks/package/styles.ts';

const DATA = 'Deuxième feuille';
const LAST_ROW = 7;

/** Shares by class, and what a class gained or lost: five rows under their headings. */
const ROWS = [
  ['0 à 1 %', 4, 0.008, -0.2, 1],
  ['1 à 2 %', 12, 0.015, -0.01, 2],
  ['2 à 3 %', 20, 0.024, 0, 3],
  ['3 à 4 %', 7, 0.033, 0.03, 4],
  ['4 à 5 % & plus', 1, 0.047, 0.25, 5],
] as const;

export const layoutOf = (name: string) => ({
  name,
  frozen: { rows: 2, columns: 1 },
  repeatedRows: '2:2',
  repeatedColumns: 'A:B',
  pagesWide: 1,
  header: { left: 'R & D', right: '' },
  footer: { left: '', center: '' },
  gridLines: false,
});

/** A column of the list, under its heading. */
const cellsOf = (column: number): CellRange => ({
  sheet: DATA,
  from: { column, row: 3 },
  to: { column, row: LAST_ROW },
});

/** A small workbook with all that a package may hold: tables, links, bars, icons, charts, live formulas. */
export function illustratedBook(): Book {
  const book = createBook({ title: 'Essai', subject: 's', creator: 'c', asOf: new Date(0) });
  const summary = book.sheet(layoutOf('Synthèse'));
  const data = book.sheet(layoutOf(DATA));
  data.table({
    name: 'Tranches',
    row: 2,
    columns: [
      { name: 'Tranche', style: TEXT, numberLike: true },
      { name: 'Nombre', style: COUNT, bars: true },
      { name: 'Part', style: RATIO, bars: { to: 0.05 } },
      { name: "Écart d'une année", style: CHANGE, icons: { set: '3ArrowsGray', thresholds: [-0.02, 0.02] } },
      { name: 'Niveau', style: COUNT, icons: { set: '5Quarters', thresholds: [2, 3, 4, 5] } },
    ],
    rows: ROWS,
  });
  data.put(10, 1, { formula: `SUM(${column('Tranches', 'Nombre')})`, result: 44 }, COUNT);
  for (const [i, value] of [-0.2, 0, 0.25].entries()) data.put(11 + i, 1, value, CHANGE);
  data.dataBars({ from: { column: 1, row: 11 }, to: { column: 1, row: 13 } }, 'signed');
  data.icons(
    { from: { column: 1, row: 11 }, to: { column: 1, row: 13 } },
    { set: '3Symbols2', thresholds: [0, 0.1], reversed: true },
  );
  const link = { formula: `HYPERLINK("#'Deuxième feuille'!A1","Suite")`, result: 'Suite' };
  summary.put(1, 1, link);
  summary.table({ name: 'Sommes', row: 2, columns: [{ name: 'Total', style: COUNT }], rows: [[44]] });
  for (const [i, kind] of (['column', 'line', 'bar'] as const).entries())
    summary.chart({
      title: `Répartition ${i + 1}`,
      altText: 'Les parts se concentrent entre 2 et 3 %.',
      kind,
      categories: cellsOf(1),
      series: [
        { name: 'Établissements', values: cellsOf(2) },
        { name: 'Niveau & rang', values: cellsOf(5) },
      ].slice(0, i + 1),
      anchor: { from: { column: 3, row: 3 + i * 20 }, to: { column: 12, row: 20 + i * 20 } },
      axisTitles: { categories: 'Part', values: 'Nombre' },
      numberFormat: '0',
    });
  return book;
}
