import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { readCsv } from '../../../shared/adapters/tables/read-csv.ts';
import { FileRefusal } from '../../../shared/domain/deposit/file-refusal.ts';

const isKnown = (heading: string) => ['finess', 'campagne', 'cloture'].includes(heading.trim().toLowerCase());
const read = (text: string) => readCsv(new TextEncoder().encode(text), isKnown).records;
const cells = (text: string) => read(text).map((record) => record.cells);

function refusal(text: string, mostCells?: number) {
  try {
    readCsv(new TextEncoder().encode(text), isKnown, mostCells === undefined ? {} : { mostCells });
  } catch (error) {
    if (error instanceof FileRefusal) return error.issue;
    throw error;
  }
  return null;
}

describe('the separator', () => {
  it('is the one that yields most known columns on the header line', () => {
    expect(cells('finess,campagne;x\n1,2;3')).toEqual([
      ['finess', 'campagne;x'],
      ['1', '2;3'],
    ]);
    expect(cells('finess\tcampagne\n1\t2;3;4')).toEqual([
      ['finess', 'campagne'],
      ['1', '2;3;4'],
    ]);
  });

  it('is the semicolon, then the comma, then the tab when they tie', () => {
    expect(cells('finess;a,campagne')).toEqual([['finess', 'a,campagne']]);
    expect(cells('finess,a\tcampagne')).toEqual([['finess', 'a\tcampagne']]);
    expect(cells('a;b,c\td')).toEqual([['a', 'b,c\td']]);
  });

  it('is judged on quoted headings too, where another separator would break the quotes', () => {
    expect(cells('"finess","campagne"\n"1","2"')).toEqual([
      ['finess', 'campagne'],
      ['1', '2'],
    ]);
  });
});

describe('lines left out', () => {
  it('leaves out a leading sep= line, which binds nothing', () => {
    expect(cells('sep=,\nfiness;campagne\n1;2')).toEqual([
      ['finess', 'campagne'],
      ['1', '2'],
    ]);
    expect(cells('sep=\t\r\nfiness\tcampagne')).toEqual([['finess', 'campagne']]);
    expect(cells('finess;campagne\nsep=;\n')).toEqual([
      ['finess', 'campagne'],
      ['sep=', ''],
    ]);
  });

  it('leaves out lines of nothing but separators and spaces, and numbers the others as an editor does', () => {
    expect(read('\n ; \u00a0;\nfiness;campagne\n\n;;;\n1;2\n"";" "\n3;\n')).toEqual([
      { line: 3, cells: ['finess', 'campagne'] },
      { line: 6, cells: ['1', '2'] },
      { line: 8, cells: ['3', ''] },
    ]);
  });
});

describe('lines counted', () => {
  it('counts the lines that a quoted cell spans', () => {
    expect(read('finess;campagne\n"a\n\nb";2\n3;4').map((record) => record.line)).toEqual([1, 2, 5]);
  });

  it.each([
    ['CRLF', '\r\n'],
    ['LF', '\n'],
    ['CR alone', '\r'],
  ])('counts and cuts lines ended by %s', (_, end) => {
    expect(read(['finess;campagne', '"a', 'b";2', '', '3;4'].join(end))).toEqual([
      { line: 1, cells: ['finess', 'campagne'] },
      { line: 2, cells: ['a\nb', '2'] },
      { line: 5, cells: ['3', '4'] },
    ]);
  });

  it('accepts several line endings in one file', () => {
    expect(read('finess;campagne\r1;2\r\n3;4\n5;6').map((record) => record.line)).toEqual([1, 2, 3, 4]);
  });
});

describe('quotes', () => {
  it('keeps separators, line ends and doubled quotes inside them, and quotes inside a bare cell', () => {
    expect(cells('finess;campagne\n"a;""b""\n";5" pipe')).toEqual([
      ['finess', 'campagne'],
      ['a;"b"\n', '5" pipe'],
    ]);
  });

  it('tolerates spaces between the closing quote and the separator', () => {
    expect(cells('finess;campagne\n"a"  ;2')).toEqual([
      ['finess', 'campagne'],
      ['a', '2'],
    ]);
  });

  it('refuses a quote that is never closed, with the line where it opens', () => {
    expect(refusal('finess;campagne\n1;2\n3;"abc\n\n')).toMatchObject({
      code: 'CSV_QUOTES',
      at: { line: 3 },
      seen: '"abc\n\n',
    });
  });

  it('refuses what follows a closing quote, with its line', () => {
    expect(refusal('finess;campagne\n"a\nb"c;2')).toMatchObject({ code: 'CSV_QUOTES', at: { line: 3 } });
  });
});

describe('bounds', () => {
  it('refuses more cells than the limit, and takes the limit itself; blank lines do not count', () => {
    const text = 'finess;campagne\n;;;;;;;\n1;2\n;;;\n';
    expect(refusal(text, 4)).toBeNull();
    expect(refusal(text, 3)).toMatchObject({ code: 'CSV_TOO_MANY_CELLS', at: { line: 3 } });
  });

  it('takes a million cells and refuses one more by default', () => {
    const record = `${'1;'.repeat(9)}1\n`;
    expect(refusal(`finess${';a'.repeat(9)}\n${record.repeat(99_999)}`)).toBeNull();
    expect(refusal(`finess${';a'.repeat(9)}\n${record.repeat(99_999)}x`)).toMatchObject({
      code: 'CSV_TOO_MANY_CELLS',
    });
  });

  const size = 25_000_000;
  it.each([
    ['a single line', 'x'.repeat(size)],
    ['a quote never closed', `finess;campagne\n"${'x\n'.repeat(size / 2)}`],
    ['quotes in the wrong place before spaces', `"${'"x'.repeat(size / 4)}${' '.repeat(size / 2)};`],
    ['doubled quotes', `"${'""'.repeat(size / 2 - 2)}";a`],
    ['quoted cells without another separator', `finess;a\n${'"a"\n'.repeat(280_000)}${'x'.repeat(size)}`],
    ['separators', `x${';'.repeat(size)}`],
    ['line ends', '\r'.repeat(size)],
    ['quoted line ends', `"${'\r'.repeat(size)}"`],
  ])('does not hang on 25 MB of %s', (_, text) => {
    const bytes = new TextEncoder().encode(text);
    const start = process.cpuUsage();
    try {
      readCsv(bytes, isKnown);
    } catch (error) {
      expect(error).toBeInstanceOf(FileRefusal);
    }
    // Of processor time, since others may be using the machine.
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(20_000);
  });
});

const spectrum = new URL('../../../../shared/data/hostile/csv/csv-spectrum/', import.meta.url);
// The JSON of location_coordinates gives another telephone number than its CSV.
const samples = existsSync(spectrum)
  ? readdirSync(new URL('csvs/', spectrum)).filter((sample) => sample !== 'location_coordinates.csv')
  : [];

(samples.length > 0 ? describe : describe.skip)('csv-spectrum', () => {
  it.each(samples.length > 0 ? samples : [''])('reads %s as its author means it', (sample) => {
    const bytes = readFileSync(new URL(`csvs/${sample}`, spectrum));
    const [header, ...records] = readCsv(bytes, () => true).records;
    const read = records.map(({ cells }) =>
      Object.fromEntries((header?.cells ?? []).map((name, column) => [name, cells[column]])),
    );
    const json = readFileSync(new URL(`json/${sample.replace('.csv', '.json')}`, spectrum), 'utf8');
    // Line ends inside a cell become LF: the only liberty taken.
    expect(read).toEqual(JSON.parse(json.replaceAll('\\r\\n', '\\n')));
  });
});

const CP1252 = [...Array(256).keys()]
  .filter((byte) => byte >= 32 && byte !== 127)
  .map((byte) => [new TextDecoder('windows-1252').decode(Uint8Array.of(byte)), byte] as const)
  .filter(([char]) => char.charCodeAt(0) < 0x80 || char.charCodeAt(0) >= 0xa0);
const BYTE_OF = new Map(CP1252);

const encoders: Record<string, (text: string) => Uint8Array> = {
  'UTF-8': (text) => new TextEncoder().encode(text),
  'UTF-8 with its mark': (text) => new TextEncoder().encode(`\ufeff${text}`),
  'Windows-1252': (text) => Uint8Array.from([...text].map((char) => BYTE_OF.get(char) ?? char.charCodeAt(0))),
};

describe('round trip', () => {
  const cell = fc.string({
    unit: fc.constantFrom(...CP1252.map(([char]) => char), '\n', '"', ';', ',', '\t', 'é', '€'),
    maxLength: 6,
  });
  for (const [encoding, encode] of Object.entries(encoders)) {
    for (const separator of [';', ',', '\t']) {
      for (const end of ['\n', '\r\n', '\r']) {
        it(`gives back tables in ${encoding}, by ${JSON.stringify(separator)}, ended by ${JSON.stringify(end)}`, () => {
          fc.assert(
            fc.property(
              fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }),
              (table) => {
                // The é of the header makes sure that Windows-1252 is not also UTF-8.
                const header = ['finess', 'campagne', 'é'];
                const kept = table.filter((record) => record.some((text) => /[^\s"]/.test(text)));
                const csv = Papa.unparse([header, ...kept], { delimiter: separator, newline: '\n' });
                const got = readCsv(encode(csv.replaceAll('\n', end)), isKnown).records;
                expect(got.map((record) => record.cells)).toEqual([header, ...kept]);
              },
            ),
            { numRuns: 60 },
          );
        });
      }
    }
  }
});

describe('a record', () => {
  it('has the cells that papaparse gives it alone, or is refused', () => {
    const unit = fc.constantFrom('"', '""', ';', ' ', 'a', 'é', '\ufeff', '\u00a0');
    let compared = 0;
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
        if (refusal(`finess\n${text}`) !== null) return;
        const [, record] = cells(`finess\n${text}`);
        if (record === undefined) return;
        const { data, errors } = Papa.parse<string[]>(text, { delimiter: ';', newline: '\n' });
        expect({ data, errors }).toEqual({ data: [record], errors: [] });
        compared += 1;
      }),
      { numRuns: 2_000 },
    );
    expect(compared).toBeGreaterThan(500);
  });
});

describe('whatever the bytes', () => {
  const hostile = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc
      .string({ unit: fc.constantFrom('"', ';', ',', '\t', '\n', '\r', ' ', 'a', 'é', '\ufeff', '\0') })
      .map((text) => new TextEncoder().encode(text)),
  );

  it('throws nothing but a refusal', () => {
    fc.assert(
      fc.property(hostile, (bytes) => {
        try {
          readCsv(bytes, isKnown);
        } catch (error) {
          expect(error).toBeInstanceOf(FileRefusal);
        }
      }),
      { numRuns: 3_000 },
    );
  });
});
