import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readCsv } from '../../../shared/adapters/tables/read-csv.ts';
import { writeCsv } from '../../../shared/adapters/tables/write-csv.ts';

const written = (...given: Parameters<typeof writeCsv>) => new TextDecoder().decode(writeCsv(...given));

describe('writeCsv', () => {
  it('ends every line with LF, separates by semicolons and quotes what must be', () => {
    expect(
      written([
        ['a', 'b'],
        ['1;2', 'x "y"'],
        ['', 'é\nè'],
      ]),
    ).toBe('a;b\n"1;2";"x ""y"""\n;"é\nè"\n');
    expect(written([])).toBe('');
    expect(written([['a', '1;2']], { separator: ',' })).toBe('a,1;2\n');
  });

  it.each([
    '=1+1',
    '+5',
    '-',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '\nx',
    '＝1',
    '＋1',
    '－1',
    '＠a',
    '-5,2,1',
    '-5€',
    '-1-1',
  ])('puts an apostrophe before %j', (text) => {
    expect(written([[text]]).replace(/^"/, '')).toMatch(/^'/);
  });

  it.each(['-5,2', '-5.20', '-1e-7', '12', '', 'a=b', "'=x", ' =x'])('leaves %j as it is', (text) => {
    expect(written([['x', text]]).replaceAll('"', '')).toBe(`x;${text}\n`);
  });

  it('gives back any table by the reader, the apostrophes apart', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 })), (table) => {
        const records = [['finess', 'x'], ...table.map((record) => ['-', ...record])];
        const got = readCsv(writeCsv(records), (heading) => heading === 'finess');
        const bare = (text: string) => text.replace(/\r\n?/g, '\n').replace(/^'/, '').replace(/^'/, '');
        expect(got.records.map(({ cells }) => cells.map(bare))).toEqual(
          records.map((record) => record.map((text) => bare(text))),
        );
      }),
    );
  });

  const list = new URL('../../../../shared/data/hostile/text/csv-injection.txt', import.meta.url);
  (existsSync(list) ? it : it.skip)('lets no known injection begin a cell', () => {
    const payloads = readFileSync(list, 'utf8').split('\n');
    expect(payloads.length).toBeGreaterThan(3);
    const csv = writeCsv([['finess'], ...payloads.map((payload) => [payload])]);
    const { records } = readCsv(csv, (heading) => heading === 'finess');
    for (const { cells } of records.slice(1)) expect(cells[0]).not.toMatch(/^[=+\-@]/);
  });
});
