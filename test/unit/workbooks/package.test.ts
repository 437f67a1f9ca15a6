import { createBook } from '../../../shared/adapters/workbooks/package/book.ts';
import { checked } from '../../../shared/adapters/workbooks/package/content.ts';
import { plainText } from '../../../shared/adapters/workbooks/package/plain-text.ts';
import { heightOf } from '../../../shared/adapters/workbooks/package/row-height.ts';
import { column, quoted, thisRow } from '../../../shared/adapters/workbooks/package/structured.ts';
import { COUNT, SENTENCE, TEXT } from '../../../shared/adapters/workbooks/package/styles.ts';
import { openWorkbook } from '../../builders/open-workbook.ts';

const newBook = () => createBook({ title: 't', subject: 's', creator: 'c', asOf: new Date(0) });
const layout = (name: string) => ({
  name,
  frozen: { rows: 1, columns: 0 },
  pagesWide: 1,
  header: { left: '', right: '' },
  footer: { left: '', center: '' },
  gridLines: true,
});
const table = (name: string, headings: readonly string[] = ['A', 'B']) => ({
  name,
  row: 1,
  columns: headings.map((heading) => ({ name: heading, style: TEXT })),
  rows: [headings.map(() => 'x')],
});

describe('what a cell may hold', () => {
  it.each([
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['nothing', undefined],
    ['a boolean', true],
    ['a bigint', 1n],
    ['an impossible date', new Date(Number.NaN)],
    ['a text of 32,768 characters', 'x'.repeat(32_768)],
    ['a control character', 'a\u0001b'],
    ['half of a surrogate pair', 'a\ud800'],
    ['a formula with its =', { formula: '=1+1', result: 2 }],
    ['a blank formula', { formula: '', result: 2 }],
    ['a formula without its value', { formula: '1+1' }],
    ['a formula whose value is NaN', { formula: '0/0', result: Number.NaN }],
    ['a formula of 8,193 characters', { formula: '1'.repeat(8_193), result: 1 }],
  ])('refuses %s', (_, content) => {
    expect(() => checked(content as never)).toThrow(RangeError);
  });

  it('takes the longest text, a lone zero and a formula that gives a blank', () => {
    expect(checked('x'.repeat(32_767))).toHaveLength(32_767);
    expect(checked(0)).toBe(0);
    expect(checked({ formula: '""', result: '' })).toEqual({ formula: '""', result: '' });
  });

  it('writes a text that looks like an escaped character so that Excel shows it as it is', () => {
    expect(checked('_x0041_')).toBe('_x005F_x0041_');
    expect(checked('_x004')).toBe('_x004');
  });

  it('ends a line as a reader of XML will see it', () => {
    expect(checked('a\r\nb\rc')).toBe('a\nb\nc');
  });

  it('keeps a text that starts with = or + a text', async () => {
    const book = newBook();
    const sheet = book.sheet(layout('S'));
    sheet.put(1, 1, '=1+1');
    sheet.put(2, 1, '+33 1 00 00 00 00', TEXT);
    const read = (await openWorkbook(await book.toBytes())).getWorksheet('S');
    expect([read?.getCell('A1').value, read?.getCell('A2').value]).toEqual(['=1+1', '+33 1 00 00 00 00']);
    expect(read?.getCell('A1').formula).toBeUndefined();
  });
});

describe('characters beyond the basic plane', () => {
  it('stay whole wherever they lie in a part', async () => {
    const book = newBook();
    const sheet = book.sheet(layout('S'));
    // One of the two starts on an odd place: its characters lie across the pieces in which a zip is written.
    const texts = ['😀'.repeat(16_000), `a${'😀'.repeat(16_000)}`];
    for (const [i, text] of texts.entries()) sheet.put(i + 1, 1, text);
    const read = (await openWorkbook(await book.toBytes())).getWorksheet('S');
    expect([1, 2].map((row) => read?.getCell(row, 1).value === texts[row - 1])).toEqual([true, true]);
  });
});

describe('names', () => {
  it.each(['', 'x'.repeat(32), 'a/b', 'a[b', "'a", "l'a", 'a:b', 'a?'])(
    'refuses the sheet name %j',
    (name) => {
      expect(() => newBook().sheet(layout(name))).toThrow(RangeError);
    },
  );

  it('refuses a sheet name taken, whatever its case', () => {
    const book = newBook();
    book.sheet(layout('Synthèse'));
    expect(() => book.sheet(layout('SYNTHÈSE'))).toThrow('taken');
  });

  it.each(['', 'Été', 'A 1', 'A1', 'R1C1', '1A', 'R', 'c'])('refuses the table name %j', (name) => {
    expect(() => newBook().sheet(layout('S')).table(table(name))).toThrow(RangeError);
  });

  it('refuses a table name taken on another sheet', () => {
    const book = newBook();
    book.sheet(layout('S')).table(table('Liste'));
    expect(() => book.sheet(layout('T')).table(table('liste'))).toThrow('taken');
  });

  it.each([[['A', 'a']], [['A', ' ']], [['A', 'b\nc']], [['A', 'x'.repeat(256)]]])(
    'refuses the headings %j',
    (headings) => {
      expect(() => newBook().sheet(layout('S')).table(table('Liste', headings))).toThrow(RangeError);
    },
  );

  it('refuses a table without a row, a row of another width, an absent value', () => {
    const sheet = newBook().sheet(layout('S'));
    expect(() => sheet.table({ ...table('Un'), rows: [] })).toThrow('no row');
    expect(() => sheet.table({ ...table('Deux'), rows: [['x']] })).toThrow('cells for');
    expect(() => sheet.table({ ...table('Trois'), rows: [['x', undefined as never]] })).toThrow('absent');
  });
});

describe('structured references', () => {
  it('escapes the characters that have a meaning there', () => {
    expect(column('T', "Charges d'exploitation")).toBe("T[Charges d''exploitation]");
    expect(thisRow('T', 'n° [#]')).toBe("T[[#This Row],[n° '['#']]]");
    expect(quoted('dit « "oui" »')).toBe('"dit « ""oui"" »"');
  });
});

describe('texts from outside', () => {
  it('become texts that a cell takes', () => {
    expect(plainText('a\u0000b\r\nc\rd\ud800')).toBe('a\ufffdb\nc\nd\ufffd');
    const cut = plainText('é'.repeat(5_000));
    expect(cut).toHaveLength(2_000);
    expect(cut.endsWith('…')).toBe(true);
  });
});

describe('rows', () => {
  it('are as high as their longest wrapped text', () => {
    expect(heightOf('court', 40, SENTENCE)).toBe(15);
    expect(heightOf('un\ndeux\ntrois', 40, SENTENCE)).toBe(45);
    expect(heightOf('mot '.repeat(200), 40, SENTENCE)).toBeGreaterThan(200);
    expect(heightOf('x'.repeat(9_999), 10, SENTENCE)).toBe(409);
  });
});

describe('number-like texts', () => {
  it('are not flagged by Excel', async () => {
    const book = newBook();
    const sheet = book.sheet(layout('S'));
    sheet.table({
      name: 'Liste',
      row: 1,
      columns: [
        { name: 'FINESS', style: TEXT, numberLike: true },
        { name: 'n', style: COUNT },
      ],
      rows: [
        ['010000001', 1],
        ['010000002', 2],
      ],
    });
    const { default: JSZip } = await import('jszip');
    const zip = await JSZip.loadAsync(await book.toBytes());
    const xml = await zip.file('xl/worksheets/sheet1.xml')?.async('string');
    expect(xml).toContain('<ignoredError sqref="A2:A3" numberStoredAsText="1"/></ignoredErrors><tableParts');
  });
});
