import { annotateFile } from '../../../shared/adapters/annotation/annotate-file.ts';
import { readXlsx } from '../../../shared/adapters/tables/xlsx/read-xlsx.ts';
import type { Verdict } from '../../../shared/domain/verdict/verdict.ts';
import { isLibreOfficeHere } from '../../acceptance/libreoffice.ts';
import { issuesOn, subjects } from '../../builders/annotation-subjects.ts';
import { packageFaults } from '../../builders/package-faults.ts';
import { marksOf } from '../../builders/sheet-marks.ts';
import { issueAt, verdictWith } from '../../builders/verdict.ts';
import { partsOf } from '../../builders/workbook-package.ts';
import { type Files, isOpenpyxlHere, savedByLibreOffice, seenByOpenpyxl } from './other-programs.ts';

const CSV = 'finess;campagne;charges_titre1\n010008407;2026;douze\n010008408;2026;=1+1\n';
const CSV_VERDICT = verdictWith([
  issueAt({ line: 2, column: 'charges_titre1' }),
  issueAt({ line: 2, lastLine: 3, column: 'finess' }, { severity: 'warning' }),
]);

const all = await subjects();
const verdicts = new Map<string, Verdict>([
  ...all.map((subject) => [subject.name, verdictWith(issuesOn(subject))] as const),
  [
    'depot.xlsx',
    verdictWith(
      CSV_VERDICT.issues.map((issue, at) => ({
        ...issue,
        at: { sheet: 'Dépôt', cell: at === 0 ? 'C2' : 'A2:A3' },
      })),
    ),
  ],
]);
const originals: Files = new Map(all.map(({ name, bytes }) => [name, bytes]));
const annotated = new Map([
  ...(await Promise.all(
    all.map(
      async ({ name, bytes, content }) =>
        [name, await annotateFile(bytes, verdictWith(issuesOn({ content })))] as const,
    ),
  )),
  ['depot.xlsx', await annotateFile(new TextEncoder().encode(CSV), CSV_VERDICT)] as const,
]);

/** Cells of the issues of a sheet, ranges in full. */
function cellsOf(name: string, sheet: string): ReadonlySet<string> {
  const issues = verdicts.get(name)?.issues ?? [];
  return new Set(issues.flatMap(({ at }) => (at.sheet === sheet ? (at.cell ?? '') : [])));
}

const sheetsMarked = (name: string) =>
  new Set((verdicts.get(name)?.issues ?? []).flatMap(({ at }) => at.sheet ?? []));

(isLibreOfficeHere() ? describe : describe.skip)('saved by LibreOffice, a file handed back', () => {
  let saved: Files = new Map();
  beforeAll(async () => {
    saved = await savedByLibreOffice(annotated);
  }, 300_000);

  it('was opened, all but one whose parts have backslashes in their names', () => {
    const missing = [...annotated.keys()].filter((name) => !saved.has(name));
    expect(missing).toEqual(annotated.has('49609.xlsx') ? ['49609.xlsx'] : []);
  });

  it('has kept its colours', async () => {
    for (const [name, bytes] of saved) {
      const parts = await partsOf(bytes);
      for (const sheet of sheetsMarked(name)) {
        const ranges = marksOf(parts, sheet).coloured.flatMap((one) => one.ranges);
        expect({ name, sheet, ranges: new Set(ranges) }).toEqual({
          name,
          sheet,
          ranges: cellsOf(name, sheet),
        });
      }
    }
  });

  it('and marked again has each of its marks once', async () => {
    for (const [name, bytes] of saved) {
      const verdict = verdicts.get(name) ?? verdictWith([]);
      const again = await annotateFile(bytes, verdict);
      const parts = await partsOf(again);
      const faults = packageFaults(await partsOf(bytes));
      expect({ name, faults: packageFaults(parts).filter((fault) => !faults.includes(fault)) }).toEqual({
        name,
        faults: [],
      });
      for (const sheet of sheetsMarked(name)) {
        const { coloured, comments, boxes } = marksOf(parts, sheet);
        const cells = cellsOf(name, sheet);
        const firsts = new Set([...cells].map((cell) => cell.split(':')[0]));
        expect(coloured.flatMap(({ ranges }) => ranges).toSorted()).toEqual([...cells].toSorted());
        const ours = Object.entries(comments).filter(([, text]) => text.includes('Contrôle de la collecte'));
        expect(new Set(ours.map(([cell]) => cell))).toEqual(firsts);
        for (const [, text] of ours) expect(text.split('Contrôle de la collecte')).toHaveLength(2);
        expect(boxes.toSorted()).toEqual(Object.keys(comments).toSorted());
      }
      const { sheets } = await readXlsx(again);
      expect(sheets.filter(({ name: tab }) => tab.startsWith('Anomalies'))).toHaveLength(1);
    }
  });

  it('reads as the file that was deposited, cell by cell, where it is one of ours', async () => {
    for (const { name, content } of all.filter(({ name: one }) => /^modele/.test(one))) {
      const read = await readXlsx(saved.get(name) ?? new Uint8Array());
      for (const [input, { sheet, cell }] of content.names) {
        const value = ({ sheets }: typeof content) =>
          sheets.find((one) => one.name === sheet)?.cells.get(cell)?.text;
        expect({ name, input, value: value(read) }).toEqual({ name, input, value: value(content) });
      }
    }
  });
});

(isOpenpyxlHere ? describe : describe.skip)('opened by openpyxl, a file handed back', () => {
  it('shows its marks, on the cells of its issues', async () => {
    const before = await seenByOpenpyxl(originals);
    const after = await seenByOpenpyxl(annotated);
    // Of a strict workbook it sees no sheet, and it knows no part whose name has backslashes.
    const opened = [...annotated.keys()].filter((name) => {
      const seen = before.get(name);
      return seen === undefined || (seen !== null && Object.keys(seen).length > 0);
    });
    expect(opened.length).toBeGreaterThanOrEqual(6);
    for (const name of opened) {
      const sheets = after.get(name);
      expect({ name, opened: sheets !== null }).toEqual({ name, opened: true });
      for (const sheet of sheetsMarked(name)) {
        const seen = sheets?.[sheet];
        const issues = verdicts.get(name)?.issues.filter(({ at }) => at.sheet === sheet) ?? [];
        const errors = issues.filter(({ severity }) => severity === 'error').map(({ at }) => at.cell);
        const bold = seen?.coloured.filter((one) => one.bold).flatMap(({ ranges }) => ranges);
        expect(new Set(bold)).toEqual(new Set(errors));
        expect(new Set(seen?.coloured.flatMap(({ ranges }) => ranges))).toEqual(cellsOf(name, sheet));
        // Under a merge, it drops the link of a cell that is not the first.
        const linked = issues.map(({ at }) => seen?.links[at.cell?.split(':')[0] ?? '']);
        const lost = linked.filter((location) => location === undefined).length;
        expect(/^(modele|depot|petit)/.test(name) ? lost : 0).toBe(0);
        for (const location of linked) expect(location ?? "'Anomalies'!A1").toMatch(/^'Anomalies'!A\d+$/);
      }
    }
  });
});
