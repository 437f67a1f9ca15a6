import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { compareWorkbooks } from '../../../shared/adapters/verification/compare-workbooks.ts';
import { sha256 } from '../../../shared/application/digest.ts';

/** A workbook of two sheets: a text, a number and a formula on the second. */
async function workbook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('Synthèse').getCell('B2').value = 'Part du numérique';
  const sheet = book.addWorksheet('Données déclarées');
  sheet.getCell('A1').value = 'charges';
  sheet.getCell('C7').value = 1234.5;
  sheet.getCell('D7').value = { formula: 'C7*2', result: 2469 };
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The same package with a text of one of its parts replaced; taken out without one. */
async function withPart(bytes: Uint8Array, part: string, change?: readonly [string, string]) {
  const zip = await JSZip.loadAsync(bytes);
  if (change) {
    const xml = (await zip.file(part)?.async('string')) ?? '';
    expect(xml).toContain(change[0]);
    zip.file(part, xml.replace(...change));
  } else zip.remove(part);
  return zip.generateAsync({ type: 'uint8array' });
}

const SHEET = 'xl/worksheets/sheet2.xml';
const rebuilt = await workbook();
const differing = async (part: string, change?: readonly [string, string]) =>
  compareWorkbooks(await withPart(rebuilt, part, change), rebuilt);

describe('two workbooks', () => {
  it('that are the same bytes do not differ', async () => {
    expect(await compareWorkbooks(rebuilt, Uint8Array.from(rebuilt))).toBeNull();
  });

  it('differ by a number: its sheet, its address and both values', async () => {
    const difference = await differing(SHEET, ['<v>1234.5</v>', '<v>1234.6</v>']);
    expect(difference).toMatchObject({
      rebuilt: sha256(rebuilt),
      parts: [{ part: SHEET, change: 'content' }],
      cells: [{ sheet: 'Données déclarées', address: 'C7', published: '1234.6', rebuilt: '1234.5' }],
      totalCells: 1,
    });
  });

  it('differ by a formula, or by the value kept of it', async () => {
    const formula = await differing(SHEET, ['C7*2', 'C7*3']);
    expect(formula?.cells).toMatchObject([{ published: '=C7*3 → 2469', rebuilt: '=C7*2 → 2469' }]);
    const value = await differing(SHEET, ['<v>2469</v>', '<v>2468</v>']);
    expect(value?.cells).toMatchObject([{ address: 'D7', published: '=C7*2 → 2468' }]);
  });

  it('differ by a shared text, in each cell that shows it', async () => {
    const difference = await differing('xl/sharedStrings.xml', ['numérique', 'numerique']);
    expect(difference?.parts).toEqual([{ part: 'xl/sharedStrings.xml', change: 'content' }]);
    expect(difference?.cells).toEqual([
      {
        sheet: 'Synthèse',
        address: 'B2',
        published: 'Part du numerique',
        rebuilt: 'Part du numérique',
      },
    ]);
  });

  it('differ by a cell that is not there, on either side', async () => {
    const moved = await differing(SHEET, ['r="C7"', 'r="B7"']);
    expect(moved?.cells).toEqual([
      { sheet: 'Données déclarées', address: 'C7', published: null, rebuilt: '1234.5' },
      { sheet: 'Données déclarées', address: 'B7', published: '1234.5', rebuilt: null },
    ]);
  });

  it('differ by a part alone: styles, one that is missing, one that is no XML any more', async () => {
    expect((await differing('xl/styles.xml', ['<', ' <']))?.parts).toEqual([
      { part: 'xl/styles.xml', change: 'content' },
    ]);
    expect((await differing('docProps/app.xml'))?.parts).toEqual([
      { part: 'docProps/app.xml', change: 'missing' },
    ]);
    expect(await differing(SHEET, ['</worksheet>', '</workshee>'])).toMatchObject({
      parts: [{ part: SHEET, change: 'content' }],
      cells: [],
    });
  });

  it('name ten cells at most, and say how many there are', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Liste');
    for (let row = 1; row <= 12; row++) sheet.getCell(row, 1).value = row * 10;
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    for (let row = 1; row <= 12; row++) sheet.getCell(row, 1).value = row * 10 + 1;
    const other = new Uint8Array(await book.xlsx.writeBuffer());
    const difference = await compareWorkbooks(other, bytes);
    expect([difference?.cells.length, difference?.totalCells]).toEqual([10, 12]);
  });

  it('differ by a file that is no package any more', async () => {
    const difference = await compareWorkbooks(rebuilt.subarray(0, 100), rebuilt);
    expect(difference).toMatchObject({ parts: null, at: 100 });
  });
});
