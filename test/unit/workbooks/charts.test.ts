import { createBook } from '../../../shared/adapters/workbooks/package/book.ts';
import type { ChartSpec } from '../../../shared/adapters/workbooks/package/chart/chart-spec.ts';
import type { Sheet } from '../../../shared/adapters/workbooks/package/sheet.ts';
import { COUNT, RATIO } from '../../../shared/adapters/workbooks/package/styles.ts';
import { layoutOf } from '../../builders/illustrated-book.ts';
import { partsOf, treeOf } from '../../builders/workbook-package.ts';
import { within, type XmlNode } from '../../builders/xml-tree.ts';

const cells = (column: number, from: number, to: number, sheet?: string) => ({
  from: { column, row: from },
  to: { column, row: to },
  ...(sheet === undefined ? {} : { sheet }),
});

/** Years on A1:A3, shares on B1:B3 of which the last is a formula, and a chart of them with changes. */
async function charted(
  changes: Partial<ChartSpec> = {},
  fill: (sheet: Sheet) => void = () => {},
): Promise<XmlNode> {
  const book = createBook({ title: 't', subject: 's', creator: 'c', asOf: new Date(0) });
  const sheet = book.sheet(layoutOf('Tendance'));
  for (const [i, year] of [2023, 2024, 2025].entries()) sheet.put(i + 1, 1, year, COUNT);
  for (const [i, share] of [0.011, 0.012].entries()) sheet.put(i + 1, 2, share, RATIO);
  sheet.put(3, 2, { formula: '1/80', result: 0.0125 }, RATIO);
  fill(sheet);
  sheet.chart({
    title: 'Part du numérique',
    altText: 'La part monte de 1,1 % à 1,3 %.',
    kind: 'line',
    categories: cells(1, 1, 3),
    series: [{ name: 'Région', values: cells(2, 1, 3) }],
    anchor: { from: { column: 4, row: 1 }, to: { column: 9, row: 15 } },
    axisTitles: { categories: 'Campagne', values: 'Part' },
    numberFormat: '0.0%',
    ...changes,
  });
  return treeOf(await partsOf(await book.toBytes()), 'xl/charts/chart1.xml');
}

const pointsOf = (tree: XmlNode, local: string) =>
  within(within(tree, local)[0] ?? tree, 'pt').map(({ text }) => text);

describe('a chart', () => {
  it('keeps the values of its cells, those of formulas too, beside their references', async () => {
    const tree = await charted();
    expect(pointsOf(tree, 'cat')).toEqual(['2023', '2024', '2025']);
    expect(pointsOf(tree, 'val')).toEqual(['0.011', '0.012', '0.0125']);
    expect(within(tree, 'f').map(({ text }) => text)).toEqual([
      "'Tendance'!$A$1:$A$3",
      "'Tendance'!$B$1:$B$3",
    ]);
  });

  it('leaves a gap for a blank cell', async () => {
    const values = cells(2, 1, 4);
    const tree = await charted(
      { categories: cells(1, 1, 4), series: [{ name: 'Région', values }] },
      (sheet) => sheet.put(4, 1, 2026),
    );
    expect(within(within(tree, 'val')[0] ?? tree, 'pt').map(({ attributes }) => attributes['idx'])).toEqual([
      '0',
      '1',
      '2',
    ]);
    expect(within(tree, 'dispBlanksAs')[0]?.attributes['val']).toBe('gap');
  });

  it.each(['line', 'column', 'bar'] as const)(
    'starts from zero, unless a value is below: %s',
    async (kind) => {
      const least = (tree: XmlNode) => within(tree, 'min').map(({ attributes }) => attributes['val']);
      expect(least(await charted({ kind }))).toEqual(['0']);
      expect(least(await charted({ kind }, (sheet) => sheet.put(1, 2, -0.001, RATIO)))).toEqual([]);
    },
  );

  it('names texts as texts, numbers as numbers', async () => {
    const numbers = await charted();
    expect(within(numbers, 'strRef')).toHaveLength(0);
    const texts = await charted({}, (sheet) => sheet.put(2, 1, '2024 (provisoire)'));
    expect(pointsOf(texts, 'strCache')).toEqual(['2023', '2024 (provisoire)', '2025']);
  });

  it('writes figures beside the points as long as they can be read', async () => {
    const labels = async (count: number) => {
      const series = Array.from({ length: count }, (_, i) => ({ name: `S${i}`, values: cells(2, 1, 3) }));
      return within(await charted({ series }), 'dLblPos').map(({ attributes }) => attributes['val']);
    };
    expect(await labels(1)).toEqual(['t']);
    expect(await labels(2)).toEqual(['t', 'b']);
    expect(await labels(3)).toEqual([]);
    const many = (column: number) => cells(column, 1, 25);
    const series = [{ name: 'S', values: many(3) }];
    const crowded = await charted({ categories: many(1), series, kind: 'column' }, (sheet) => {
      for (let row = 4; row <= 25; row++) sheet.put(row, 1, 2020 + row);
    });
    expect(within(crowded, 'dLbls')).toHaveLength(0);
  });

  it('tells series apart by their pattern, and has a legend where there are several', async () => {
    const series = Array.from({ length: 4 }, (_, i) => ({ name: `S${i}`, values: cells(2, 1, 3) }));
    const columns = await charted({ series, kind: 'column' });
    const looks = within(columns, 'ser').map((one) => JSON.stringify(within(one, 'spPr')[0]));
    expect(new Set(looks).size).toBe(4);
    const lines = within(await charted({ series }), 'ser').map(
      (one) => within(one, 'prstDash')[0]?.attributes['val'],
    );
    expect(new Set(lines).size).toBe(4);
    expect(within(columns, 'legend')).toHaveLength(1);
    expect(within(await charted(), 'legend')).toHaveLength(0);
  });

  const values = cells(2, 1, 3);
  it.each<readonly [string, Partial<ChartSpec>, string]>([
    ['without a title', { title: ' ' }, 'words'],
    ['without an alternative text', { altText: '' }, 'words'],
    ['without the title of an axis', { axisTitles: { categories: '', values: 'Part' } }, 'words'],
    ['with a title of 256 characters', { title: 'x'.repeat(256) }, '256 characters'],
    ['without a series', { series: [] }, '0 series'],
    ['of five series', { series: Array(5).fill({ name: 'S', values }) }, '5 series'],
    [
      'with more values than categories',
      { series: [{ name: 'S', values: cells(2, 1, 4) }] },
      '4 values for 3',
    ],
    [
      'of a rectangle of cells',
      { categories: { from: { column: 1, row: 1 }, to: { column: 2, row: 3 } } },
      'one row',
    ],
    ['upside down', { anchor: { from: { column: 4, row: 9 }, to: { column: 9, row: 1 } } }, 'no range'],
    [
      'with a blank category',
      { categories: cells(1, 2, 4), series: [{ name: 'S', values }] },
      'a blank category',
    ],
    ['of a sheet that is not there', { categories: cells(1, 1, 3, 'Ailleurs') }, 'not there'],
  ])('is refused %s', async (_what, changes, said) => {
    await expect(charted(changes)).rejects.toThrow(said);
  });

  it('is refused over a text, which Excel would draw as a zero', async () => {
    const blank = { formula: 'IF(TRUE,"",1)', result: '' };
    await expect(charted({}, (sheet) => sheet.put(2, 2, blank))).rejects.toThrow('as a zero');
  });
});
