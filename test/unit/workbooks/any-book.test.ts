import fc from 'fast-check';
import { createBook } from '../../../shared/adapters/workbooks/package/book.ts';
import type { Bars, Icons } from '../../../shared/adapters/workbooks/package/in-cell-visual.ts';
import { plainText } from '../../../shared/adapters/workbooks/package/plain-text.ts';
import { column } from '../../../shared/adapters/workbooks/package/structured.ts';
import { AMOUNT, SENTENCE, TEXT } from '../../../shared/adapters/workbooks/package/styles.ts';
import { layoutOf } from '../../builders/illustrated-book.ts';
import { openWorkbook } from '../../builders/open-workbook.ts';
import { workbookFaults } from '../../builders/workbook-faults/workbook-faults.ts';

/** Texts from outside: any characters, made such that a cell takes them. */
const text = fc.string({ unit: 'binary', maxLength: 40 }).map(plainText);
const words = text.map((found) => found.replace(/\s+/g, ' ').trim()).filter((found) => found !== '');
const amount = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) => cents / 100);
const bars = fc.constantFrom<Bars | undefined>(undefined, true, 'signed', { to: 0.5 });
const icons = fc.constantFrom<Icons | undefined>(
  undefined,
  { set: '3Signs', thresholds: [0, 1] },
  { set: '4Rating', thresholds: [-1, 0, 1e-7], reversed: true },
);

const list = fc.record({
  headings: fc.uniqueArray(words, {
    minLength: 2,
    maxLength: 2,
    selector: (heading) => heading.toLowerCase(),
  }),
  rows: fc.array(fc.tuple(text, amount), { minLength: 1, maxLength: 6 }),
  bars,
  icons,
  direct: fc.boolean(),
  title: words,
  kind: fc.constantFrom('column' as const, 'bar' as const, 'line' as const),
});

type List = typeof list extends fc.Arbitrary<infer T> ? T : never;

/** A sheet for each list, with its sum, and a chart of it where its cells can be named. */
function bookOf(lists: readonly List[]) {
  const book = createBook({ title: 't', subject: 's', creator: 'c', asOf: new Date(0) });
  for (const [i, { headings, rows, direct, title, kind, ...visuals }] of lists.entries()) {
    const [label = '', number = ''] = headings;
    const sheet = book.sheet(layoutOf(`Feuille ${i + 1}`));
    sheet.put(1, 1, title, SENTENCE);
    const last = sheet.table({
      name: `Liste${i + 1}`,
      row: 2,
      columns: [
        { name: label, style: TEXT, numberLike: true },
        {
          name: number,
          style: AMOUNT,
          ...(visuals.bars === undefined ? {} : { bars: visuals.bars }),
          ...(visuals.icons === undefined ? {} : { icons: visuals.icons }),
        },
      ],
      rows,
      ...(direct ? { direct } : {}),
    });
    const sum = rows.reduce((total, [, value]) => total + value, 0);
    sheet.put(last + 1, 2, { formula: `SUM(${column(`Liste${i + 1}`, number)})`, result: sum }, AMOUNT);
    if (direct || rows.some(([first]) => first === '')) continue;
    const cells = (at: number) => ({ from: { column: at, row: 3 }, to: { column: at, row: last - 1 } });
    sheet.chart({
      title,
      altText: title,
      kind,
      categories: cells(1),
      series: [{ name: number, values: cells(2) }],
      anchor: { from: { column: 4, row: 1 }, to: { column: 9, row: 12 } },
      axisTitles: { categories: label, values: number },
      numberFormat: '#,##0.00 "€"',
    });
  }
  return book;
}

describe('any lists', () => {
  it('give a package without a fault, which reads back as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(list, { minLength: 1, maxLength: 3 }), async (lists) => {
        const bytes = await bookOf(lists).toBytes();
        expect(await workbookFaults(bytes)).toEqual([]);
        const read = await openWorkbook(bytes);
        for (const [i, { headings, rows }] of lists.entries()) {
          const sheet = read.getWorksheet(`Feuille ${i + 1}`);
          const cells = (row: number) => [1, 2].map((at) => sheet?.getCell(row, at).value ?? '');
          expect([headings, ...rows].map((_, row) => cells(row + 2))).toEqual([headings, ...rows]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('give the same bytes each time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(list, { minLength: 1, maxLength: 3 }), async (lists) => {
        const [first, again] = await Promise.all([bookOf(lists).toBytes(), bookOf(lists).toBytes()]);
        expect(Buffer.from(first).equals(Buffer.from(again))).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});
