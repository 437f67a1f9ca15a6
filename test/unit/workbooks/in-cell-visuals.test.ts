import { createBook } from '../../../shared/adapters/workbooks/package/book.ts';
import type { Icons } from '../../../shared/adapters/workbooks/package/in-cell-visual.ts';
import { COUNT } from '../../../shared/adapters/workbooks/package/styles.ts';
import { layoutOf } from '../../builders/illustrated-book.ts';
import { partsOf, treeOf } from '../../builders/workbook-package.ts';
import { within } from '../../builders/xml-tree.ts';

const AREA = { from: { column: 1, row: 1 }, to: { column: 1, row: 3 } };
const newBook = () => createBook({ title: 't', subject: 's', creator: 'c', asOf: new Date(0) });

describe('bars and icons', () => {
  it('follow the rows of their table, however many', async () => {
    for (const count of [1, 40]) {
      const book = newBook();
      const icons = { set: '3Signs', thresholds: [1, 2] } as const;
      book.sheet(layoutOf('S')).table({
        name: 'Liste',
        row: 4,
        columns: [
          { name: 'A', style: COUNT, bars: true },
          { name: 'B', style: COUNT, icons },
        ],
        rows: Array.from({ length: count }, (_, i) => [i, i]),
      });
      const tree = treeOf(await partsOf(await book.toBytes()), 'xl/worksheets/sheet1.xml');
      expect(
        within(tree, 'conditionalFormatting').flatMap(({ attributes }) => attributes['sqref'] ?? []),
      ).toEqual(count === 1 ? ['A5', 'B5'] : ['A5:A44', 'B5:B44']);
    }
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses bars up to %s', (to) => {
    expect(() => newBook().sheet(layoutOf('S')).dataBars(AREA, { to })).toThrow(RangeError);
  });

  it.each<readonly [string, Icons]>([
    ['too few thresholds', { set: '5Quarters', thresholds: [1, 2, 3] }],
    ['too many thresholds', { set: '3Symbols2', thresholds: [1, 2, 3] }],
    ['thresholds that descend', { set: '3Symbols2', thresholds: [2, 1] }],
    ['two thresholds alike', { set: '3Symbols2', thresholds: [1, 1] }],
    ['a threshold that is no number', { set: '3Symbols2', thresholds: [1, Number.NaN] }],
  ])('refuses icons with %s', (_what, icons) => {
    expect(() => newBook().sheet(layoutOf('S')).icons(AREA, icons)).toThrow(RangeError);
  });

  it.each([
    { from: { column: 0, row: 1 }, to: { column: 1, row: 1 } },
    { from: { column: 1, row: 2 }, to: { column: 1, row: 1 } },
    { from: { column: 1, row: 1 }, to: { column: 16_385, row: 1 } },
    { from: { column: 1, row: 1 }, to: { column: 1, row: 1_048_577 } },
    { from: { column: 1.5, row: 1 }, to: { column: 2, row: 1 } },
  ])('refuses %j, which is no range of a sheet', (area) => {
    expect(() => newBook().sheet(layoutOf('S')).dataBars(area)).toThrow(RangeError);
  });
});
