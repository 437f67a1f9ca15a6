import JSZip from 'jszip';
import { parseOneCell } from '../../../shared/adapters/tables/xlsx/defined-names.ts';
import { resolveTarget } from '../../../shared/adapters/tables/xlsx/part-name.ts';
import { readXlsx } from '../../../shared/adapters/tables/xlsx/read-xlsx.ts';
import { refusalOf } from '../../builders/refusal.ts';
import { sheetXml, type WorkbookParts, workbookParts, xlsxPackage } from '../../builders/xlsx-package.ts';

const ONE = '<row r="1"><c r="A1"><v>1</v></c></row>';
const refused = async (workbook: WorkbookParts) => {
  const file = await xlsxPackage(workbook);
  return refusalOf(() => readXlsx(file));
};

describe('the tabs of a workbook', () => {
  it('come in their order, hidden ones flagged, charts and dialogs left out', async () => {
    const file = await xlsxPackage({
      sheets: [
        { name: 'Saisie', data: ONE },
        { name: 'Graphique', type: 'chartsheet', xml: '<chartsheet/>' },
        { name: 'Listes', state: 'hidden', data: ONE },
        { name: 'Technique', state: 'veryHidden' },
      ],
    });
    const { sheets } = await readXlsx(file);
    expect(sheets.map(({ name, hidden, cells }) => [name, hidden, cells.size])).toEqual([
      ['Saisie', false, 1],
      ['Listes', true, 1],
      ['Technique', true, 0],
    ]);
  });

  it('are refused when two share a name or a part', async () => {
    expect((await refused({ sheets: [{ name: 'A' }, { name: 'a' }] })).code).toBe('XML_DAMAGED');
    const rels = workbookParts().get('xl/_rels/workbook.xml.rels');
    const twice = String(rels).replace(
      '</Relationships>',
      `${/<Relationship .*?\/>/.exec(String(rels))?.[0]?.replace('rId1', 'rId2')}</Relationships>`,
    );
    const issue = await refused({
      sheets: [{ name: 'A' }, { name: 'B' }],
      parts: { 'xl/_rels/workbook.xml.rels': twice },
    });
    expect(issue).toMatchObject({ code: 'ZIP_ENTRY_TWICE', seen: 'xl/worksheets/sheet1.xml' });
  });

  it.each(['xl/workbook.xml', '_rels/.rels', 'xl/_rels/workbook.xml.rels', 'xl/worksheets/sheet1.xml'])(
    'are refused without %s',
    async (part) => {
      const issue = await refused({ parts: { [part]: null } });
      expect(issue).toMatchObject({ code: 'WORKBOOK_PART_MISSING', seen: part });
    },
  );

  it('are refused under a name of more than 255 characters, which every issue would repeat', async () => {
    const named = (length: number) => ({ sheets: [{ name: 'é'.repeat(length) }] });
    expect((await readXlsx(await xlsxPackage(named(255)))).sheets).toHaveLength(1);
    expect((await refused(named(256))).code).toBe('XML_DAMAGED');
  });

  it('are refused when there is none to read', async () => {
    expect((await refused({ sheets: [{ name: 'G', type: 'chartsheet' }] })).code).toBe(
      'WORKBOOK_PART_MISSING',
    );
  });
});

describe('the names of a workbook', () => {
  it('are those that point at one cell of one of its sheets, as they are written', async () => {
    const name = (key: string, formula: string, more = '') =>
      `<definedName name="${key}"${more}>${formula}</definedName>`;
    const file = await xlsxPackage({
      sheets: [{ name: 'Clôture et budget' }, { name: "L'annexe" }, { name: 'Saisie' }],
      names: [
        name('Charges_Titre1', "'Clôture et budget'!$B$4"),
        name('annexe', "'L''annexe'!$C$5"),
        name('total', 'SAISIE!$D$6:$D$6'),
        name('plage', 'Saisie!$A$1:$A$2'),
        name('colonne', 'Saisie!$A:$A'),
        name('perdu', 'Saisie!#REF!'),
        name('local', 'Saisie!$A$1', ' localSheetId="2"'),
        name('ailleurs', '[1]Saisie!$A$1'),
        name('inconnue', 'Autre!$A$1'),
        name('valeur', '12'),
        name('hors', 'Saisie!$XFE$1'),
      ].join(''),
    });
    expect(Object.fromEntries((await readXlsx(file)).names)).toEqual({
      Charges_Titre1: { sheet: 'Clôture et budget', cell: 'B4' },
      annexe: { sheet: "L'annexe", cell: 'C5' },
      total: { sheet: 'Saisie', cell: 'D6' },
    });
  });

  it('are refused when one points at two cells', async () => {
    const names =
      '<definedName name="a">Feuil1!$A$1</definedName><definedName name="a">Feuil1!$A$2</definedName>';
    expect(await refused({ names })).toMatchObject({ code: 'XML_DAMAGED', seen: 'a' });
  });

  it('do not point into another workbook', () => {
    expect(parseOneCell("'[Budget.xlsx]Feuil1'!$A$1")).toBeNull();
    expect(parseOneCell("'Feuil1'!$A$1")).toEqual({ sheet: 'Feuil1', cell: 'A1' });
  });
});

describe('the parts of a workbook', () => {
  it('are found under backslashes, another case, and absolute or winding targets', async () => {
    const zip = new JSZip();
    for (const [name, content] of workbookParts({ sheets: [{ name: 'A', data: ONE }] })) {
      const text = String(content).replace('Target="worksheets/', 'Target="/XL/worksheets/../worksheets/');
      zip.file(name.toUpperCase().replaceAll('/', '\\'), text, { createFolders: false });
    }
    const file = await zip.generateAsync({ type: 'uint8array' });
    expect((await readXlsx(file)).sheets[0]?.cells.size).toBe(1);
  });

  it('never reach above the package', () => {
    expect(resolveTarget('xl/workbook.xml', '../../../etc/passwd')).toBe('etc/passwd');
  });

  it('are read under any prefix, in transitional or strict vocabulary', async () => {
    const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
    const xml =
      `<x:worksheet xmlns:x="${strict}" xmlns="urn:other"><row r="9"/><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c>` +
      `<c r="B1"/><c xmlns="${strict}" r="C1"><v>2</v></c><y:c xmlns:y="${strict}" r="D1"><y:v>3</y:v></y:c><c r="E1"><v>4</v></c></x:row></x:sheetData></x:worksheet>`;
    const { sheets } = await readXlsx(await xlsxPackage({ sheets: [{ name: 'A', xml }] }));
    expect([...(sheets[0]?.cells.keys() ?? [])]).toEqual(['A1', 'C1', 'D1']);
  });

  it('are refused when they begin with another element, or with the right one of another vocabulary', async () => {
    const roots = ['<html/>', '<worksheet/>', '<worksheet xmlns="urn:other"/>'];
    for (const xml of roots) {
      const issue = await refused({ sheets: [{ name: 'A', xml }] });
      expect(issue).toMatchObject({
        code: 'XML_DAMAGED',
        facts: { what: 'root', part: 'xl/worksheets/sheet1.xml' },
      });
    }
  });

  it('are read in UTF-16 with its mark, and refused in what is neither UTF-8 nor UTF-16', async () => {
    const xml = sheetXml('<row r="1"><c r="A1" t="str"><v>é</v></c></row>');
    const part = 'xl/worksheets/sheet1.xml';
    const utf16 = Buffer.from(`\ufeff${xml}`, 'utf16le');
    for (const content of [utf16, Buffer.from(utf16).swap16()]) {
      const { sheets } = await readXlsx(await xlsxPackage({ parts: { [part]: content } }));
      expect(sheets[0]?.cells.get('A1')?.text).toBe('é');
    }
    const issue = await refused({ parts: { [part]: Buffer.from(xml, 'latin1') } });
    expect(issue).toMatchObject({ code: 'XML_DAMAGED', facts: { what: 'encoding', part } });
  });
});

describe('a zip that is no plain workbook', () => {
  it.each([
    ['FILE_HAS_MACROS', { contentType: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' }],
    ['FILE_HAS_MACROS', { parts: { 'xl/vbaProject.bin': 'x' } }],
    ['FILE_IS_BINARY_XLSB', { parts: { 'xl/workbook.bin': 'x' } }],
    ['FILE_IS_BINARY_XLSB', { contentType: 'application/vnd.ms-excel.sheet.binary.macroEnabled.main' }],
    [
      'FILE_IS_OPENDOCUMENT',
      { parts: { '[Content_Types].xml': null, 'content.xml': '', 'META-INF/manifest.xml': '' } },
    ],
    ['FILE_KIND_UNKNOWN', { parts: { '[Content_Types].xml': null } }],
    [
      'FILE_KIND_UNKNOWN',
      { contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml' },
    ],
  ] as const)('is refused: %s %j', async (code, workbook) => {
    expect((await refused(workbook)).code).toBe(code);
  });

  it('is a workbook though files of other kinds are embedded in it', async () => {
    const embedded = [
      ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
      ['xlsm', 'application/vnd.ms-excel.sheet.macroEnabled.12'],
      ['xlsb', 'application/vnd.ms-excel.sheet.binary.macroEnabled.12'],
    ].map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`);
    const types = String(workbookParts().get('[Content_Types].xml')).replace(
      '</Types>',
      `${embedded.join('')}</Types>`,
    );
    const file = await xlsxPackage({ parts: { '[Content_Types].xml': types, 'xl/embeddings/a.xlsm': 'x' } });
    expect((await readXlsx(file)).sheets).toHaveLength(1);
  });

  it('is refused when a macro hides under another name', async () => {
    const rels = String(workbookParts().get('xl/_rels/workbook.xml.rels')).replace(
      '</Relationships>',
      '<Relationship Id="m" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="x.bin"/></Relationships>',
    );
    expect((await refused({ parts: { 'xl/_rels/workbook.xml.rels': rels } })).code).toBe('FILE_HAS_MACROS');
  });
});
