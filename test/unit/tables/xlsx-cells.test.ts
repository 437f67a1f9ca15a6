import { readXlsx } from '../../../shared/adapters/tables/xlsx/read-xlsx.ts';
import { refusalOf } from '../../builders/refusal.ts';
import { sheetOf, type WorkbookParts, xlsxPackage } from '../../builders/xlsx-package.ts';

type Book = Omit<WorkbookParts, 'sheets'>;

async function cellsOf(data: string, book: Book = {}): Promise<Record<string, readonly [string, string]>> {
  const { sheets } = await readXlsx(await sheetOf(data, book));
  return Object.fromEntries([...(sheets[0]?.cells ?? [])].map(([at, { kind, text }]) => [at, [kind, text]]));
}

const codeOf = async (data: string, book: Book = {}) => {
  const file = await sheetOf(data, book);
  return (await refusalOf(() => readXlsx(file))).code;
};

describe('the cells of a workbook', () => {
  it('keeps the text of a number exactly as the file has it', async () => {
    const data =
      '<row r="1"><c r="A1"><v>0.10000000000000001</v></c><c r="B1"><v> 12345678901234567890 </v></c><c r="C1"><v>1.5E-3</v></c></row>';
    expect(await cellsOf(data)).toEqual({
      A1: ['number', '0.10000000000000001'],
      B1: ['number', '12345678901234567890'],
      C1: ['number', '1.5E-3'],
    });
  });

  it('gives as text what stands in a number cell and is no number', async () => {
    expect(await cellsOf('<row r="1"><c r="A1"><v>12,5</v></c></row>')).toEqual({ A1: ['text', '12,5'] });
  });

  it('reads shared strings: plain, rich, and without their phonetic guides', async () => {
    const sharedStrings =
      '<si><t xml:space="preserve"> charges </t></si><si><r><rPr><b/></rPr><t>Titre</t></r><r><t> 1</t></r></si>' +
      '<si><t>課</t><rPh sb="0" eb="1"><t>カ</t></rPh></si><si><t/></si>';
    const cell = (at: string, index: number) => `<c r="${at}" t="s"><v>${index}</v></c>`;
    const data = `<row r="1">${cell('A1', 0)}${cell('B1', 1)}${cell('C1', 2)}${cell('D1', 3)}</row>`;
    expect(await cellsOf(data, { sharedStrings })).toEqual({
      A1: ['text', ' charges '],
      B1: ['text', 'Titre 1'],
      C1: ['text', '課'],
    });
  });

  it('refuses a cell that points at no shared string', async () => {
    const file = await sheetOf('<row r="1"><c r="A1" t="s"><v>1</v></c></row>', {
      sharedStrings: '<si><t>a</t></si>',
    });
    const issue = await refusalOf(() => readXlsx(file));
    expect(issue).toMatchObject({ code: 'XML_DAMAGED', at: { sheet: 'Feuil1', cell: 'A1' }, seen: '1' });
  });

  it('reads inline strings, formula texts, booleans, errors and ISO dates', async () => {
    const data =
      '<row r="1"><c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>' +
      '<c r="B1" t="str"><f>A1</f><v>ab</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="b"><v>0</v></c>' +
      '<c r="E1" t="e"><v>#REF!</v></c><c r="F1" t="d"><v>2025-12-31</v></c><c r="G1" t="d"><v>2025-12-31T08:30:00.7Z</v></c>' +
      '<c r="H1" t="d"><v>2025-02-30</v></c></row>';
    expect(await cellsOf(data)).toEqual({
      A1: ['text', 'ab'],
      B1: ['text', 'ab'],
      C1: ['boolean', 'VRAI'],
      D1: ['boolean', 'FAUX'],
      E1: ['error', '#REF!'],
      F1: ['date', '2025-12-31'],
      G1: ['date', '2025-12-31 08:30:01'],
      H1: ['text', '2025-02-30'],
    });
  });

  it('gives back the characters that Excel escapes, and an escaped escape as written', async () => {
    const data =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>a_x000D_b</t></is></c>' +
      '<c r="B1" t="str"><v>_x005F_x000D_</v></c><c r="C1" t="inlineStr"><is><t>_xD800_</t></is></c></row>';
    expect(await cellsOf(data)).toEqual({
      A1: ['text', 'a\rb'],
      B1: ['text', '_x000D_'],
      C1: ['text', '\ufffd'],
    });
  });

  it('uses the cached value of a formula, and says so when there is none', async () => {
    const data =
      '<row r="1"><c r="A1"><f>SUM(B1:C1)</f><v>3</v></c><c r="B1"><f>SUM(C1:D1)</f></c><c r="C1"><f>1+1</f><v></v></c>' +
      '<c r="D1"><f t="shared" si="0"/><v>4</v></c><c r="E1" t="str"><f>""</f><v></v></c></row>';
    expect(await cellsOf(data)).toEqual({
      A1: ['number', '3'],
      B1: ['formula-without-value', '=SUM(C1:D1)'],
      C1: ['formula-without-value', '=1+1'],
      D1: ['number', '4'],
    });
  });

  it('leaves blank cells out, and keeps spaces', async () => {
    const data =
      '<row r="1"><c r="A1" s="3"/><c r="B1" t="s"><v/></c><c r="C1" t="inlineStr"><is><t> </t></is></c></row>';
    expect(await cellsOf(data)).toEqual({ C1: ['text', ' '] });
  });

  it('places rows and cells without reference one after the other', async () => {
    const data =
      '<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="AA5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>';
    expect(Object.keys(await cellsOf(data))).toEqual(['A1', 'B1', 'AA5', 'AB5', 'A6']);
  });

  it('reads texts in CDATA and character references', async () => {
    const data = '<row r="1"><c r="A1" t="inlineStr"><is><t>a&amp;b&#233;<![CDATA[<c>]]></t></is></c></row>';
    expect(await cellsOf(data)).toEqual({ A1: ['text', 'a&bé<c>'] });
  });

  it.each([
    ['a row of 2,000,000,000', '<row r="2000000000"/>'],
    ['row 1,048,577', '<row r="1048577"/>'],
    ['row 0', '<row r="0"/>'],
    ['column XFE', '<row r="1"><c r="XFE1"><v>1</v></c></row>'],
    ['a cell of another row', '<row r="1"><c r="A2"><v>1</v></c></row>'],
    ['a cell given twice', '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'],
    ['a reference in small letters', '<row r="1"><c r="a1"><v>1</v></c></row>'],
    ['a cell without reference after the last column', '<row r="1"><c r="XFD1"/><c><v>1</v></c></row>'],
    ['a row without reference after the last one', '<row r="1048576"/><row/>'],
  ])('refuses %s', async (_, data) => {
    expect(await codeOf(data)).toBe('SHEET_BAD_REFERENCE');
  });

  it('takes the last cell of the grid', async () => {
    expect(await cellsOf('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')).toEqual({
      XFD1048576: ['number', '1'],
    });
  });

  it.each([
    ['an unknown type', '<row r="1"><c r="A1" t="zz"><v>1</v></c></row>'],
    ['a boolean that is none', '<row r="1"><c r="A1" t="b"><v>2</v></c></row>'],
  ])('refuses %s as damaged', async (_, data) => {
    expect(await codeOf(data)).toBe('XML_DAMAGED');
  });

  it('never walks a range: merges, validations and names over whole columns cost nothing', async () => {
    const file = await xlsxPackage({
      sheets: [
        {
          name: 'Feuil1',
          data: '<row r="1"><c r="A1"><v>1</v></c></row>',
          after:
            '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>' +
            '<dataValidations count="1"><dataValidation sqref="A1:XFD1048576"><formula1>1</formula1></dataValidation></dataValidations>',
        },
      ],
      names: '<definedName name="tout">Feuil1!$A:$XFD</definedName>',
    });
    const { sheets, names } = await readXlsx(file);
    expect([sheets[0]?.cells.size, names.size]).toEqual([1, 0]);
  });
});
