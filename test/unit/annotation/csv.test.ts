import fc from 'fast-check';
import Papa from 'papaparse';
import { annotateFile } from '../../../shared/adapters/annotation/annotate-file.ts';
import { csvParts } from '../../../shared/adapters/annotation/csv/csv-parts.ts';
import { placeInSheet } from '../../../shared/adapters/annotation/csv/place-in-sheet.ts';
import { readCsv } from '../../../shared/adapters/tables/read-csv.ts';
import { readXlsx } from '../../../shared/adapters/tables/xlsx/read-xlsx.ts';
import { readDeposit } from '../../../shared/domain/deposit/read-deposit.ts';
import type { Reading } from '../../../shared/domain/deposit/reading.ts';
import type { DelimitedContent } from '../../../shared/domain/deposit/table.ts';
import { isKnownHeading } from '../../../shared/domain/deposit/table-kinds.ts';
import type { Place } from '../../../shared/domain/issues/issue.ts';
import { delimited, GOOD_ROW, readingContext } from '../../builders/declaration.ts';
import { LONER, MEMBER } from '../../builders/directory.ts';
import { packageFaults } from '../../builders/package-faults.ts';
import { deflated, rawZip } from '../../builders/raw-zip.ts';
import { marksOf } from '../../builders/sheet-marks.ts';
import { issueAt, verdictWith } from '../../builders/verdict.ts';
import { partsOf, textOf } from '../../builders/workbook-package.ts';

/** The workbook before it bears any mark. */
const csvWorkbook = (content: DelimitedContent) =>
  rawZip(Object.entries(csvParts(content)).map(([name, text]) => deflated(name, text)));

const bytesOf = (text: string) => new TextEncoder().encode(text);

const odd = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\u00a0',
    '-',
    '12,5',
    '1 234,56 €',
    'douze',
    '=1+1',
    '@A1',
    "'0",
    '46000',
    '31/12/2025',
    '2026-06-30',
    'définitive',
    'provisoire',
    'a\nb',
    'a;b"c',
    '_x0041_',
    '\u0001',
    '\uffff',
    '<&>',
    '😀',
  ),
  fc.string({ unit: 'binary', maxLength: 5 }).map((text) => text.toWellFormed().replaceAll('\0', '')),
);
const HEADINGS = [...Object.keys(GOOD_ROW).slice(2), 'inconnue', 'Quote-part versée', 'date clôture', ''];
const file = fc
  .record({
    more: fc.uniqueArray(fc.constantFrom(...HEADINGS), { maxLength: 8 }),
    rows: fc.array(fc.array(odd, { maxLength: 12 }), { minLength: 1, maxLength: 6 }),
    who: fc.array(fc.constantFrom<string>(LONER, MEMBER, '123', ''), { minLength: 6, maxLength: 6 }),
    blanks: fc.array(fc.nat({ max: 3 }), { minLength: 6, maxLength: 6 }),
    separator: fc.constantFrom(';', ',', '\t'),
  })
  .map(({ more, rows, who, blanks, separator }) => {
    const headings = ['finess', 'campagne', ...more];
    const write = (cells: readonly string[]) =>
      Papa.unparse([[...cells]], { delimiter: separator, newline: '\r\n' });
    const lines = rows.map(
      (cells, n) => '\r\n'.repeat(blanks[n] ?? 0) + write([who[n] ?? '', '2026', ...cells]),
    );
    return [write(headings), ...lines].join('\r\n');
  });

/** Places as the workbook has them, and without the headings, which a CSV names by a letter where they are blank. */
function placed(reading: Reading, place: (at: Place) => Place): unknown {
  return JSON.parse(
    JSON.stringify(reading, (key, value) => {
      if (typeof value === 'bigint') return `${value}n`;
      if (key !== 'at' && key !== 'places') return value;
      const bare = ({ sheet, cell }: Place) => ({ sheet, cell });
      if (key === 'at') return bare(place(value));
      return Object.fromEntries(
        Object.entries<Place>(value).map(([column, at]) => [column, bare(place(at))]),
      );
    }),
  );
}

describe('a CSV handed back as a workbook', () => {
  it('says what the CSV says, each issue at the cell that shows what was read', async () => {
    let issues = 0;
    await fc.assert(
      fc.asyncProperty(file, async (text) => {
        const content = readCsv(bytesOf(text), isKnownHeading);
        const context = readingContext();
        const before = readDeposit({ kind: 'delimited', content }, context);
        const workbook = await readXlsx(csvWorkbook(content));
        const after = readDeposit({ kind: 'workbook', content: workbook }, context);
        issues += before.entries.flatMap((entry) => entry.issues).length + before.orphans.length;
        expect(placed(after, (at) => at)).toEqual(placed(before, placeInSheet(content)));
      }),
      { numRuns: 100 },
    );
    expect(issues).toBeGreaterThan(50);
  });

  it('has its lines on the rows of their numbers, a record of several lines on the first', async () => {
    const content = readCsv(bytesOf('sep=;\nfiness;campagne\n\n1;"2\n3"\n4;5'), isKnownHeading);
    const { sheets } = await readXlsx(csvWorkbook(content));
    expect(sheets.map(({ name }) => name)).toEqual(['Dépôt']);
    expect([...(sheets[0]?.cells ?? [])].map(([cell, { kind, text }]) => [cell, kind, text])).toEqual([
      ['A2', 'text', 'finess'],
      ['B2', 'text', 'campagne'],
      ['A4', 'text', '1'],
      ['B4', 'text', '2\n3'],
      ['A6', 'text', '4'],
      ['B6', 'text', '5'],
    ]);
  });

  it('keeps its headings in sight and flags no number kept as text', async () => {
    const parts = await partsOf(csvWorkbook(delimited(['finess', 'campagne'], ['010008407', '2026'])));
    const sheet = textOf(parts, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(sheet).toContain('<ignoredError sqref="A1:B2" numberStoredAsText="1"/>');
    expect(packageFaults(parts)).toEqual([]);
  });

  it('bears its marks, and its sentences no longer say where', async () => {
    const text = 'finess;campagne;montant;\n1;2026;douze;x\n2;2026;treize;\n';
    const verdict = verdictWith([
      issueAt(
        { line: 2, lastLine: 3, column: 'montant' },
        { message: 'Lignes 2 à 3, colonne « montant » : à revoir.' },
      ),
      issueAt({ line: 2, column: 'D' }),
      issueAt({ line: 3 }),
      issueAt({ line: 1, column: 'inconnue' }),
      issueAt({}),
    ]);
    const annotated = await annotateFile(bytesOf(text), verdict);
    const parts = await partsOf(annotated);
    expect(packageFaults(parts)).toEqual([]);
    const marks = marksOf(parts, 'Dépôt');
    expect(marks.coloured.flatMap(({ ranges }) => ranges)).toEqual(['C2:C3', 'D2', 'A3', 'A1']);
    expect(marks.comments['C2']).toContain('à corriger\nÀ revoir.');
    expect(Object.keys(marks.links)).toEqual(['C2', 'D2', 'A3', 'A1']);
    const again = await readXlsx(annotated);
    expect(again.sheets[0]?.cells).toEqual(
      (await readXlsx(csvWorkbook(readCsv(bytesOf(text), isKnownHeading)))).sheets[0]?.cells,
    );
  });

  it('marks the second of two columns alike, the one too many', () => {
    const place = placeInSheet(delimited(['finess', 'montant', 'montant']));
    expect(place({ line: 1, column: 'montant' }).cell).toBe('C1');
  });

  it('finds a column by its heading as a place repeats it, cut or trimmed', () => {
    const long = 'x'.repeat(500);
    const place = placeInSheet(delimited(['finess', ` ${long} `, 'B']));
    expect(place({ line: 3, column: `${'x'.repeat(120)}…` }).cell).toBe('B3');
    // A heading that looks like a letter is a heading first.
    expect(place({ line: 3, column: 'B' }).cell).toBe('C3');
  });

  it('leaves out what lies beyond the grid of Excel', async () => {
    const content = {
      records: [
        ...delimited(Array.from({ length: 16_385 }, () => 'x')).records,
        { line: 1_048_577, cells: ['y'] },
      ],
    };
    const { sheets } = await readXlsx(csvWorkbook(content));
    expect(sheets[0]?.cells.size).toBe(16_384);
    const place = placeInSheet(content);
    expect(place({ line: 1_048_577, column: 'x' }).cell).toBe('XFE1048577');
  });

  it('with one record as wide as the grid takes no longer for the others', () => {
    const wide = { line: 1, cells: Array.from({ length: 16_384 }, () => 'x') };
    const others = Array.from({ length: 50_000 }, (_, at) => ({ line: at + 2, cells: ['y'] }));
    const start = performance.now();
    csvParts({ records: [wide, ...others] });
    // Cell by cell of the widest, it would take a minute.
    expect(performance.now() - start).toBeLessThan(8_000);
  });

  it('says so when it holds more cells than a deposited workbook may', async () => {
    const records = (cells: number) => `finess;campagne;a\n${'1;2026;x\n'.repeat(cells / 3)}`;
    const told = async (cells: number) =>
      textOf(
        await partsOf(await annotateFile(bytesOf(records(cells)), verdictWith([]))),
        'xl/worksheets/sheet2.xml',
      ).includes('300&#8239;000 cellules');
    expect(await told(3_000)).toBe(false);
    expect(await told(300_000)).toBe(true);
  });
});
