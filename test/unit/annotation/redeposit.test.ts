import fc from 'fast-check';
import { annotateFile } from '../../../shared/adapters/annotation/annotate-file.ts';
import { readXlsx } from '../../../shared/adapters/tables/xlsx/read-xlsx.ts';
import { writeReference } from '../../../shared/domain/deposit/cell-reference.ts';
import { readDeposit } from '../../../shared/domain/deposit/read-deposit.ts';
import { foldEntries } from '../../../shared/domain/return/fold.ts';
import { RULES_2026_1 as RULES } from '../../../shared/domain/rules/2026-1.ts';
import { giveVerdict } from '../../../shared/domain/verdict/give-verdict.ts';
import type { Verdict } from '../../../shared/domain/verdict/verdict.ts';
import { frenchWording } from '../../../shared/messages/fr.ts';
import { GOOD_ROW, readingContext } from '../../builders/declaration.ts';
import { LONER, MEMBER } from '../../builders/directory.ts';
import { marksOf } from '../../builders/sheet-marks.ts';
import { issueAt, verdictWith } from '../../builders/verdict.ts';
import { partsOf } from '../../builders/workbook-package.ts';
import { sheetOf } from '../../builders/xlsx-package.ts';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const workbook = (rows: readonly (readonly string[])[]) =>
  sheetOf(
    rows
      .map((cells, at) => {
        const row = cells.map((text, column) => {
          const place = writeReference({ column, row: at + 3 });
          return text === ''
            ? ''
            : `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
        });
        return `<row r="${at + 3}">${row.join('')}</row>`;
      })
      .join(''),
  );

const context = readingContext();
async function reading(bytes: Uint8Array) {
  return readDeposit({ kind: 'workbook', content: await readXlsx(bytes) }, context);
}

async function judged(bytes: Uint8Array): Promise<Verdict> {
  const read = await reading(bytes);
  const bodies = Map.groupBy(read.entries, ({ finess }) => finess);
  const judgements = [...bodies.values()].flatMap((entries) => foldEntries(entries, RULES).judgements);
  return giveVerdict(context.source, read, judgements, RULES, frenchWording);
}

const value = fc.constantFrom(
  '',
  '12',
  '12,5',
  '-3',
  'douze',
  '2026-05-20',
  '31/12/2025',
  '46000',
  'definitive',
  '#REF!',
);
const rows = fc.array(
  fc.record({
    finess: fc.constantFrom<string>(LONER, MEMBER, LONER.slice(1), '123'),
    values: fc.array(value, { minLength: 16, maxLength: 16 }),
    campagne: fc.constantFrom('2026', '2025'),
  }),
  { minLength: 1, maxLength: 5 },
);

describe('a file handed back and deposited again as it is', () => {
  it('says what it said, with the same issues at the same cells', async () => {
    let marked = 0;
    await fc.assert(
      fc.asyncProperty(rows, async (lines) => {
        const headings = Object.keys(GOOD_ROW);
        const bytes = await workbook([
          headings,
          ...lines.map(({ finess, campagne, values }) => [finess, campagne, ...values]),
        ]);
        const verdict = await judged(bytes);
        const annotated = await annotateFile(bytes, verdict);
        expect(await reading(annotated)).toEqual(await reading(bytes));
        expect(await judged(annotated)).toEqual(verdict);
        const { coloured } = marksOf(await partsOf(annotated), 'Feuil1');
        const cells = new Set(verdict.issues.flatMap(({ at }) => at.cell ?? []));
        expect(new Set(coloured.flatMap(({ ranges }) => ranges))).toEqual(cells);
        marked += cells.size;
      }),
      { numRuns: 50 },
    );
    expect(marked).toBeGreaterThan(100);
  });

  it('holds one table, whatever headings the sheet of anomalies repeats', async () => {
    const bytes = await workbook([Object.keys(GOOD_ROW), Object.values(GOOD_ROW)]);
    const at = { sheet: 'Feuil1', cell: 'A3', column: 'finess' };
    const annotated = await annotateFile(bytes, verdictWith([issueAt(at, { seen: 'campagne' })]));
    const { issues, entries } = await reading(annotated);
    expect(issues).toEqual([]);
    expect(entries).toHaveLength(1);
  });
});
