import { constants, crc32, deflateRawSync } from 'node:zlib';
import { LIMITS, type Limits } from '../../../shared/adapters/tables/limits.ts';
import { readXlsx } from '../../../shared/adapters/tables/xlsx/read-xlsx.ts';
import { deflated, type RawEntry, rawZip } from '../../builders/raw-zip.ts';
import { refusalOf } from '../../builders/refusal.ts';
import { sheetOf, sheetXml, workbookParts, xlsxPackage } from '../../builders/xlsx-package.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const rows = (count: number, row = '<row><c><v>1</v></c></row>') => row.repeat(count);

/** A workbook written entry by entry, its sheet changed on the way. */
function zipWith(
  change: (sheet: RawEntry) => RawEntry,
  data = rows(3),
  more: readonly RawEntry[] = [],
): Uint8Array {
  const parts = workbookParts({ sheets: [{ name: 'Feuil1', data }] });
  const entries = [...parts].map(([name, content]) => deflated(name, content));
  return rawZip([...entries.map((entry) => (entry.name === SHEET ? change(entry) : entry)), ...more]);
}

const LONG = 'a'.repeat(5_000);

const refusedWith = (file: Uint8Array, limits: Partial<Limits> = {}) =>
  refusalOf(() => readXlsx(file, { ...LIMITS, ...limits }));

describe('the zip of a workbook', () => {
  it('is read when the directory tells the truth', async () => {
    expect((await readXlsx(zipWith((sheet) => sheet))).sheets[0]?.cells.size).toBe(3);
    const content = Buffer.from(sheetXml(rows(2)));
    const stored = zipWith((sheet) => ({
      ...sheet,
      method: 0,
      data: content,
      size: content.length,
      crc: crc32(content),
    }));
    expect((await readXlsx(stored)).sheets[0]?.cells.size).toBe(2);
  });

  it.each([
    ['small', 3],
    ['large enough to be streamed', 20_000],
  ])('is refused when a part is longer or shorter than declared (%s)', async (_, count) => {
    for (const by of [-1, 1]) {
      const file = zipWith((sheet) => ({ ...sheet, size: sheet.size + by }), rows(count));
      expect(await refusedWith(file)).toMatchObject({ code: 'ZIP_SIZE_LIES', facts: { part: SHEET } });
    }
  });

  it.each([
    ['small', 3],
    ['large enough to be streamed', 20_000],
  ])('is refused when a checksum does not match (%s)', async (_, count) => {
    const file = zipWith((sheet) => ({ ...sheet, crc: (sheet.crc ^ 1) >>> 0 }), rows(count));
    expect(await refusedWith(file)).toMatchObject({ code: 'ZIP_DAMAGED', facts: { what: 'checksum' } });
  });

  it('is refused when a stored part declares two sizes', async () => {
    const file = zipWith((sheet) => ({ ...sheet, method: 0 }));
    expect((await refusedWith(file)).code).toBe('ZIP_SIZE_LIES');
  });

  it('is refused when a part is cut, encrypted, or deflated in another way', async () => {
    const cut = zipWith((sheet) => ({ ...sheet, data: sheet.data.subarray(0, -4) }));
    expect((await refusedWith(cut)).code).toBe('ZIP_DAMAGED');
    const streamed = zipWith((sheet) => ({ ...sheet, data: sheet.data.subarray(0, -4) }), rows(20_000));
    expect((await refusedWith(streamed)).code).toBe('ZIP_DAMAGED');
    expect((await refusedWith(zipWith((sheet) => ({ ...sheet, flags: 1 })))).code).toBe('FILE_IS_ENCRYPTED');
    expect(await refusedWith(zipWith((sheet) => ({ ...sheet, method: 12 })))).toMatchObject({
      code: 'ZIP_DAMAGED',
      facts: { what: 'method', method: '12' },
    });
  });

  it('is refused when it is cut, empty or no zip at all', async () => {
    const file = await sheetOf(rows(3));
    for (const length of [0, 1, 21, 100, file.length - 1]) {
      expect((await refusedWith(file.subarray(0, length))).code).toBe('ZIP_DAMAGED');
    }
  });

  it('is refused when two entries have one name, in any case and with any slashes', async () => {
    const file = zipWith((sheet) => sheet, '', [deflated('XL\\WORKSHEETS\\SHEET1.XML', 'x')]);
    expect(await refusedWith(file)).toMatchObject({ code: 'ZIP_ENTRY_TWICE', seen: SHEET });
  });

  it('is refused when two entries lie on the same bytes', async () => {
    const file = zipWith((sheet) => sheet, '', [{ ...deflated('xl/other.xml', 'x'), at: 0 }]);
    expect((await refusedWith(file)).code).toBe('ZIP_ENTRY_TWICE');
  });

  it('is refused over the number of entries, and read on it', async () => {
    const file = zipWith((sheet) => sheet);
    expect((await readXlsx(file, { ...LIMITS, zipEntries: 5 })).sheets).toHaveLength(1);
    expect((await refusedWith(file, { zipEntries: 4 })).code).toBe('ZIP_TOO_MANY_ENTRIES');
  });

  it('is refused over the sum of declared sizes, parts that are never read included', async () => {
    const total = [...workbookParts({ sheets: [{ name: 'Feuil1', data: rows(3) }] }).values()]
      .map((content) => content.length)
      .reduce((sum, size) => sum + size, 1000);
    const media = deflated('xl/media/image1.png', new Uint8Array(1000));
    const file = zipWith((sheet) => sheet, rows(3), [media]);
    expect((await readXlsx(file, { ...LIMITS, inflatedBytes: total })).sheets).toHaveLength(1);
    expect(await refusedWith(file, { inflatedBytes: total - 1 })).toMatchObject({
      code: 'ZIP_TOO_LARGE',
      seen: String(total),
    });
  });

  it('is refused over the ratio, but only above the floor', async () => {
    const file = zipWith((sheet) => sheet, rows(5_000));
    expect((await readXlsx(file, { ...LIMITS, ratio: 10 })).sheets).toHaveLength(1);
    expect((await refusedWith(file, { ratio: 10, ratioFloorBytes: 100_000 })).code).toBe('ZIP_RATIO');
  });

  it('is refused when the file is over its limit', async () => {
    expect((await refusedWith(await sheetOf(''), { fileBytes: 100 })).code).toBe('FILE_TOO_LARGE');
  });
});

describe('the XML of a workbook', () => {
  it('is refused over the number of cells that hold something, and read on it', async () => {
    const file = await sheetOf(rows(4) + rows(10, '<row><c/></row>'));
    expect((await readXlsx(file, { ...LIMITS, cells: 4 })).sheets[0]?.cells.size).toBe(4);
    expect(await refusedWith(file, { cells: 3 })).toMatchObject({
      code: 'SHEET_TOO_MANY_CELLS',
      at: { sheet: 'Feuil1' },
    });
  });

  it('counts cells over all sheets', async () => {
    const file = await xlsxPackage({ sheets: ['A', 'B'].map((name) => ({ name, data: rows(3) })) });
    expect((await refusedWith(file, { cells: 5 })).code).toBe('SHEET_TOO_MANY_CELLS');
  });

  it('is refused over the number of elements, blank ones included', async () => {
    const file = await sheetOf(rows(100, '<row/>'));
    expect(await refusedWith(file, { elements: 100 })).toMatchObject({
      code: 'SHEET_TOO_MANY_CELLS',
      facts: { what: 'elements' },
    });
  });

  it('is refused over the number of shared strings', async () => {
    const file = await sheetOf('', { sharedStrings: '<si><t>a</t></si>'.repeat(5) });
    expect((await readXlsx(file, { ...LIMITS, cells: 5 })).sheets).toHaveLength(1);
    expect((await refusedWith(file, { cells: 4 })).code).toBe('SHEET_TOO_MANY_CELLS');
  });

  it.each([
    ['shared strings', { sharedStrings: `<si><t>${LONG}</t></si>` }, ''],
    ['inline strings', {}, `<row><c t="inlineStr"><is><t>${LONG}</t></is></c></row>`],
    ['values', {}, `<row><c t="str"><v>${LONG}</v></c></row>`],
    ['formulas', {}, `<row><c><f>${LONG}</f></c></row>`],
    ['names', { names: `<definedName name="a">${LONG}</definedName>` }, ''],
  ])('is refused over the characters of its %s', async (_, book, data) => {
    const file = await sheetOf(data, book);
    // What the workbook keeps beside this text, names of parts and tabs, has fewer than 1,000 characters.
    expect((await readXlsx(file, { ...LIMITS, characters: 6_000 })).sheets).toHaveLength(1);
    const issue = await refusedWith(file, { characters: 4_999 });
    expect(issue).toMatchObject({ code: 'ZIP_TOO_LARGE', facts: { what: 'characters' } });
  });

  it.each([
    ['names', { names: '<definedName name="a">Feuil1!$A$1</definedName>'.repeat(9) }],
    ['formats', { styles: `<cellXfs>${'<xf numFmtId="14"/>'.repeat(9)}</cellXfs>` }],
    [
      'custom formats',
      { styles: `<numFmts>${'<numFmt numFmtId="170" formatCode="0"/>'.repeat(9)}</numFmts>` },
    ],
  ])('is refused over the number of its %s', async (_, book) => {
    const file = await sheetOf('', book);
    expect((await readXlsx(file)).sheets).toHaveLength(1);
    const issue = await refusedWith(file, { records: 10 });
    expect(issue).toMatchObject({ code: 'ZIP_TOO_LARGE', facts: { what: 'records' } });
  });

  it('is refused at depth 65, and read at depth 64', async () => {
    const nested = (depth: number) => '<x>'.repeat(depth) + '</x>'.repeat(depth);
    const at = (depth: number) => xlsxPackage({ sheets: [{ name: 'A', after: nested(depth - 1) }] });
    expect((await readXlsx(await at(64))).sheets).toHaveLength(1);
    expect((await refusedWith(await at(65))).code).toBe('XML_TOO_DEEP');
  });

  it('is refused with a document type, used or not', async () => {
    const xml = `<!DOCTYPE worksheet [<!ENTITY a "b">]>${sheetXml()}`;
    expect(await refusedWith(await xlsxPackage({ sheets: [{ name: 'A', xml }] }))).toMatchObject({
      code: 'XML_DOCTYPE',
      facts: { part: SHEET },
    });
  });

  it.each([
    ['cut', '<row r="1"><c r="A1"></row>'],
    ['with an entity', '<row r="1">&nbsp;</row>'],
    ['with a character XML does not have', '<row r="1">\u0001</row>'],
    ['with an attribute twice', '<row r="1" r="2"/>'],
  ])('is refused when it is damaged: %s', async (_, data) => {
    expect(await refusedWith(await sheetOf(data))).toMatchObject({
      code: 'XML_DAMAGED',
      facts: { part: SHEET },
    });
  });

  it.each([
    ['an attribute', (long: string) => sheetXml(`<row a="${long}"/>`)],
    ['a text', (long: string) => sheetXml(long)],
    ['a comment', (long: string) => sheetXml(`<!--${long}-->`)],
    ['a name', (long: string) => sheetXml(`<${long}/>`)],
  ])('is refused when %s never ends', async (_, xml) => {
    const file = await xlsxPackage({ sheets: [{ name: 'A', xml: xml('a'.repeat(600_000)) }] });
    expect((await readXlsx(file)).sheets).toHaveLength(1);
    expect(await refusedWith(file, { tokenCharacters: 300_000 })).toMatchObject({
      code: 'XML_DAMAGED',
      facts: { what: 'token' },
    });
  });

  it('is read the same when a chunk ends in the middle of a character', async () => {
    const text = 'é€𝄞'.repeat(40_000);
    const file = await sheetOf(`<row r="1"><c r="A1" t="str"><v>a${text}</v></c></row>`);
    const read = (await readXlsx(file)).sheets[0]?.cells.get('A1')?.text;
    expect(read === `a${text}`).toBe(true);
  });

  it('keeps nothing of a deflate stream after its end', async () => {
    const content = Buffer.from(sheetXml(rows(1)));
    const data = Buffer.concat([
      deflateRawSync(content, { finishFlush: constants.Z_FINISH }),
      Buffer.alloc(50, 1),
    ]);
    const file = zipWith((sheet) => ({ ...sheet, data, size: content.length, crc: crc32(content) }));
    expect((await readXlsx(file)).sheets[0]?.cells.size).toBe(1);
  });
});

it('pins the bounds that users are told', () => {
  expect(LIMITS).toMatchObject({
    zipEntries: 2_000,
    inflatedBytes: 209_715_200,
    ratio: 200,
    cells: 300_000,
    depth: 64,
  });
});
