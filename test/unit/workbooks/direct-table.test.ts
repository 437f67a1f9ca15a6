import type ExcelJS from 'exceljs';
import { createBook } from '../../../shared/adapters/workbooks/package/book.ts';
import type { Content } from '../../../shared/adapters/workbooks/package/content.ts';
import {
  AMOUNT,
  BODY_LINK,
  DATE,
  SENTENCE,
  TEXT,
} from '../../../shared/adapters/workbooks/package/styles.ts';
import { openWorkbook } from '../../builders/open-workbook.ts';
import { workbookFaults } from '../../builders/workbook-faults/workbook-faults.ts';
import { partsOf } from '../../builders/workbook-package.ts';

const COLUMNS = [
  { name: 'Texte', style: TEXT, numberLike: true },
  { name: 'Phrase', style: SENTENCE },
  { name: 'Montant', style: AMOUNT },
  { name: 'Jour', style: DATE },
  { name: 'Lien', style: BODY_LINK },
] as const;

const ROWS: readonly (readonly Content[])[] = [
  ['0012', 'a & b < c > "d" _x0041_', 12.34, new Date(Date.UTC(2026, 5, 1)), null],
  [' espaces ', `${'mot '.repeat(60)}fin`, 0, null, { formula: 'HYPERLINK("#A1","V & r")', result: 'V & r' }],
  ['é\u2013\u{1f600}', null, { formula: 'SUM(C3:C3)', result: 0 }, null, { formula: '""', result: '' }],
];

async function written(
  direct: boolean,
  rows = ROWS,
): Promise<{ bytes: Uint8Array; sheet: ExcelJS.Worksheet }> {
  const book = createBook({ title: 't', subject: 's', creator: 'c', asOf: new Date(0) });
  const sheet = book.sheet({
    name: 'S',
    frozen: { rows: 1, columns: 0 },
    pagesWide: 1,
    header: { left: '', right: '' },
    footer: { left: '', center: '' },
    gridLines: true,
  });
  sheet.widths([10, 30, 12, 12, 12]);
  const spec = { row: 2, columns: COLUMNS, rows };
  const next = sheet.table({ ...spec, name: 'Premier', ...(direct ? { direct } : {}) });
  sheet.put(next, 7, 'sous le premier');
  const last = sheet.table({ ...spec, name: 'Second', row: next + 1, ...(direct ? { direct } : {}) });
  sheet.put(last, 1, 'sous le second');
  const bytes = await book.toBytes();
  const read = (await openWorkbook(bytes)).getWorksheet('S');
  if (!read) throw new Error('no sheet');
  return { bytes, sheet: read };
}

function contents(sheet: ExcelJS.Worksheet): unknown {
  const rows: unknown[] = [];
  for (let r = 1; r <= sheet.rowCount; r++) {
    const row = sheet.getRow(r);
    const cells = Array.from({ length: 7 }, (_, i) => row.getCell(i + 1));
    rows.push([row.height, cells.map(({ value, style, text }) => [value, text, style])]);
  }
  return rows;
}

describe('a table written straight into its sheet', () => {
  it('reads as one that exceljs wrote: values, formulas, styles and heights', async () => {
    const [direct, held] = [await written(true), await written(false)];
    expect(contents(direct.sheet)).toEqual(contents(held.sheet));
    expect(direct.sheet.rowCount).toBe(11);
  });

  it('makes a package without fault, whose used range holds its last row and column', async () => {
    const { bytes } = await written(true);
    expect(await workbookFaults(bytes)).toEqual([]);
    expect((await partsOf(bytes)).get('xl/worksheets/sheet1.xml')?.toString()).toContain(
      '<dimension ref="A1:G11"/>',
    );
  });

  it('checks its cells as any other: nothing goes in that a spreadsheet would repair', async () => {
    await expect(written(true, [['a\u0001b', null, null, null, null]])).rejects.toThrow(RangeError);
    await expect(written(true, [['a', null]])).rejects.toThrow('2 cells for 5 columns');
  });

  it('refuses what was put on its rows, and would be there twice', async () => {
    const book = createBook({ title: 't', subject: 's', creator: 'c', asOf: new Date(0) });
    const sheet = book.sheet({
      name: 'S',
      frozen: { rows: 1, columns: 0 },
      pagesWide: 1,
      header: { left: '', right: '' },
      footer: { left: '', center: '' },
      gridLines: true,
    });
    sheet.table({ name: 'Liste', row: 2, columns: COLUMNS, rows: ROWS, direct: true });
    sheet.put(5, 9, 'à côté');
    await expect(book.toBytes()).rejects.toThrow('row 5 stands in the table under row 2');
  });
});
