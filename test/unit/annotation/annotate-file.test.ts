import { createHash } from 'node:crypto';
import fc from 'fast-check';
import JSZip from 'jszip';
import { annotateFile } from '../../../shared/adapters/annotation/annotate-file.ts';
import { readXlsx } from '../../../shared/adapters/tables/xlsx/read-xlsx.ts';
import { writeReference } from '../../../shared/domain/deposit/cell-reference.ts';
import type { VerdictIssue } from '../../../shared/domain/verdict/verdict.ts';
import { packageFaults } from '../../builders/package-faults.ts';
import { deflated, rawZip } from '../../builders/raw-zip.ts';
import { refusalOf } from '../../builders/refusal.ts';
import { marksOf } from '../../builders/sheet-marks.ts';
import { issueAt, verdictWith } from '../../builders/verdict.ts';
import { partsOf, textOf } from '../../builders/workbook-package.ts';
import { sheetXml, workbookParts, xlsxPackage } from '../../builders/xlsx-package.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const SHEETS = ['Feuil1', 'Été 2025', "L'autre"] as const;
const sound = (faults: readonly string[]) => faults.filter((fault) => !fault.startsWith('no type'));

const reference = fc
  .tuple(fc.nat({ max: 16_383 }), fc.integer({ min: 1, max: 1_048_576 }))
  .map(([column, row]) => writeReference({ column, row }));
const near = fc
  .tuple(fc.nat({ max: 4 }), fc.integer({ min: 1, max: 8 }))
  .map(([column, row]) => writeReference({ column, row }));
const text = fc.string({ unit: 'binary', maxLength: 30 });
const issue: fc.Arbitrary<VerdictIssue> = fc
  .record({
    sheet: fc.constantFrom(...SHEETS),
    from: fc.oneof({ weight: 3, arbitrary: near }, reference),
    to: fc.option(near, { nil: undefined }),
    severity: fc.constantFrom('error' as const, 'warning' as const),
    todo: fc.constantFrom('completer' as const, 'verifier' as const, 'identifier' as const),
    words: fc.record({ seen: text, expected: text, example: text, message: text }),
  })
  .map(({ sheet, from, to, severity, todo, words }) =>
    issueAt({ sheet, cell: to === undefined ? from : `${from}:${to}` }, { severity, todo, ...words }),
  );

const DATA = '<row r="2"><c r="B2" t="inlineStr"><is><t>été</t></is></c><c r="C2"><v>1.50</v></c></row>';
const BOOK = { sheets: SHEETS.map((name) => ({ name: name.replace("'", '&apos;'), data: DATA })) };

describe('the file handed back', () => {
  it('bears any issues on any cells, opens, reads as before, and is the same each time', async () => {
    const original = await xlsxPackage(BOOK);
    const before = await readXlsx(original);
    await fc.assert(
      fc.asyncProperty(fc.array(issue, { maxLength: 12 }), async (issues) => {
        const verdict = verdictWith(issues);
        const annotated = await annotateFile(original, verdict);
        const parts = await partsOf(annotated);
        expect(sound(packageFaults(parts))).toEqual([]);
        const after = await readXlsx(annotated);
        expect(after.sheets.slice(0, SHEETS.length)).toEqual(before.sheets);
        expect(after.sheets.slice(SHEETS.length).map(({ name }) => name)).toEqual(['Anomalies']);
        for (const sheet of SHEETS) {
          const marks = marksOf(parts, sheet);
          const cells = issues
            .filter(({ at }) => at.sheet === sheet)
            .map(({ at }) => at.cell?.split(':') ?? []);
          const corners = marks.coloured.flatMap(({ ranges }) => ranges.flatMap((range) => range.split(':')));
          for (const [from, to = from] of cells) if (from === to) expect(corners).toContain(from);
          expect(new Set(Object.keys(marks.comments))).toEqual(new Set(marks.boxes));
          expect(Object.keys(marks.links)).toEqual(Object.keys(marks.comments));
        }
        expect(Buffer.from(await annotateFile(annotated, verdict))).toEqual(Buffer.from(annotated));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the compressed bytes of every part that need not change, in their order, under their names', async () => {
    const parts = [
      ...workbookParts(BOOK),
      ['xl\\media\\image1.png', Buffer.from('not deflated as others')] as const,
    ];
    const entries = parts.map(([name, content]) => deflated(name, content));
    const stored = { name: 'docs/', data: Buffer.alloc(0), method: 0 as const, crc: 0, size: 0 };
    const original = rawZip([...entries, stored]);
    const annotated = Buffer.from(
      await annotateFile(original, verdictWith([issueAt({ sheet: 'Feuil1', cell: 'B2' })])),
    );
    for (const { name, data } of entries) {
      const changes = /Content_Types|workbook|sheet1\.xml/.test(name);
      expect({ name, kept: annotated.includes(Buffer.concat([Buffer.from(name), data])) }).toEqual({
        name,
        kept: !changes,
      });
    }
    const order = Object.keys(Object.fromEntries(await partsOf(annotated)));
    expect(order.slice(0, entries.length)).toEqual(Object.keys(Object.fromEntries(await partsOf(original))));
  });

  it('says of each entry what stood of it: its date, and its sizes even where they came after the data', async () => {
    const [first, ...others] = [...workbookParts(BOOK)].map(([name, content]) => deflated(name, content));
    if (!first) throw new Error('no part');
    const kept = { ...deflated('docs/note.xml', '<note/>'), flags: 0x08 };
    const original = Buffer.from(rawZip([kept, first, ...others]));
    // 24 November 2026, 10:00, in both of the entry's headers.
    const [date, time] = [((2026 - 1980) << 9) | (11 << 5) | 24, 10 << 11];
    for (const header of [6, original.indexOf('PK\x01\x02') + 8]) {
      original.writeUInt16LE(time, header + 4);
      original.writeUInt16LE(date, header + 6);
    }
    const annotated = Buffer.from(await annotateFile(original, verdictWith([])));
    const local = annotated.subarray(0, 30);
    expect([local.readUInt16LE(6), local.readUInt16LE(10), local.readUInt16LE(12)]).toEqual([0, time, date]);
    expect([local.readUInt32LE(18), local.readUInt32LE(22)]).toEqual([kept.data.length, kept.size]);
    const zip = await JSZip.loadAsync(annotated, { checkCRC32: true });
    expect(await zip.file('docs/note.xml')?.async('string')).toBe('<note/>');
    // What is written anew bears no moment of its writing.
    expect(zip.file('xl/workbook.xml')?.date).toEqual(new Date(Date.UTC(1980, 0, 1)));
  });

  it('is refused where the reader of deposits refuses the file, with its reason', async () => {
    const doctype = `<!DOCTYPE worksheet>${sheetXml()}`;
    const file = await xlsxPackage({ sheets: [{ name: 'Feuil1', xml: doctype }] });
    const verdict = verdictWith([]);
    expect((await refusalOf(() => annotateFile(file, verdict))).code).toBe('XML_DOCTYPE');
    expect((await refusalOf(() => annotateFile(Buffer.from('%PDF-1.7'), verdict))).code).toBe(
      'FILE_KIND_UNKNOWN',
    );
    expect((await refusalOf(() => annotateFile(Buffer.from('finess;campagne\n"1;2'), verdict))).code).toBe(
      'CSV_QUOTES',
    );
    expect((await refusalOf(() => annotateFile(new Uint8Array(), verdict))).code).toBe('FILE_EMPTY');
  });

  it('is refused all the same under a verdict of these very bytes that says that they could not be read', async () => {
    const file = await xlsxPackage({
      sheets: [{ name: 'Feuil1', xml: `<!DOCTYPE worksheet>${sheetXml()}` }],
    });
    const verdict = verdictWith([], { kind: 'unknown', sha256: sha256(file) });
    expect((await refusalOf(() => annotateFile(file, verdict))).code).toBe('XML_DOCTYPE');
  });

  it('is the same whether or not the verdict is known to be of these bytes', async () => {
    const file = await xlsxPackage(BOOK);
    const issues = [issueAt({ sheet: 'Feuil1', cell: 'B2' })];
    const known = await annotateFile(file, verdictWith(issues, { sha256: sha256(file) }));
    expect(Buffer.from(known)).toEqual(Buffer.from(await annotateFile(file, verdictWith(issues))));
  });

  it('holds nothing of the text of an issue but as text', async () => {
    const file = await xlsxPackage(BOOK);
    const words = '</t></is></c><c r="Z9"><f>1+1</f></c>"/><x ';
    const over = { seen: words, expected: words, example: words, message: words };
    const parts = await partsOf(
      await annotateFile(file, verdictWith([issueAt({ sheet: 'Feuil1', cell: 'B2', column: words }, over)])),
    );
    expect(sound(packageFaults(parts))).toEqual([]);
    for (const name of parts.keys()) expect(textOf(parts, name)).not.toContain('<f>');
  });
});
