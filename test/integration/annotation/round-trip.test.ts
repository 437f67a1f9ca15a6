import { annotateFile } from '../../../shared/adapters/annotation/annotate-file.ts';
import { readXlsx } from '../../../shared/adapters/tables/xlsx/read-xlsx.ts';
import { issuesOn, type Subject, subjects } from '../../builders/annotation-subjects.ts';
import { packageFaults } from '../../builders/package-faults.ts';
import { marksOf } from '../../builders/sheet-marks.ts';
import { verdictWith } from '../../builders/verdict.ts';
import { type Parts, partsOf, relationsOf, sheetsOf, textOf } from '../../builders/workbook-package.ts';

const all = await subjects();

/** Parts that have to say something of the marks, by name; any other one must stay as it was. */
function touched(parts: Parts): ReadonlySet<string> {
  const workbook = relationsOf(parts, '').find(({ type }) => type === 'officeDocument')?.target ?? '';
  const styles = relationsOf(parts, workbook).find(({ type }) => type === 'styles')?.target ?? '';
  const names = [
    '[Content_Types].xml',
    workbook,
    styles,
    workbook.replace(/[^/]*$/, '_rels/$&.rels'),
    ...sheetsOf(parts).flatMap(({ part }) => [
      part,
      part.replace(/[^/]*$/, '_rels/$&.rels'),
      ...relationsOf(parts, part)
        .filter(({ type }) => type === 'comments' || type === 'vmlDrawing')
        .map(({ target }) => target ?? ''),
    ]),
  ];
  return new Set(names.map((name) => name.toLowerCase()));
}

const RULE =
  /<(\w+:)?conditionalFormatting sqref="[^"]*"><(\w+:)?cfRule [^>]*><(\w+:)?formula>"anomalie"&#60;&#62;""<\/(\w+:)?formula><\/(\w+:)?cfRule><\/(\w+:)?conditionalFormatting>/g;
const LINK = /<(\w+:)?hyperlink ref="\w+" location="[^"]*" tooltip="Contr&#244;le [^"]*"\/>/g;
const DRAWING = /<(\w+:)?legacyDrawing [^>]*="controle\d+"\/>/;

/** A sheet without what was added to it. */
function bare(xml: string): string {
  const without = xml.replace(RULE, '').replace(LINK, '').replace(DRAWING, '');
  return without.replace(/<(\w+:)?hyperlinks><\/(\w+:)?hyperlinks>/, '');
}

describe.each(all.map((subject) => [subject.name, subject] as const))(
  '%s handed back',
  (_, subject: Subject) => {
    const verdict = verdictWith(issuesOn(subject), { file: subject.name });

    it('keeps what need not change to the byte, and its sheets to the letter but for what is added', async () => {
      const before = await partsOf(subject.bytes);
      const after = await partsOf(await annotateFile(subject.bytes, verdict));
      const may = touched(after);
      const kept = [...before].filter(([name]) => !may.has(name.toLowerCase()));
      for (const [name, bytes] of kept)
        expect({ name, same: after.get(name)?.equals(bytes) }).toEqual({ name, same: true });
      expect([...after.keys()].slice(0, before.size)).toEqual([...before.keys()]);
      for (const { name, part } of sheetsOf(before)) {
        const is = textOf(after, part);
        expect({ name, same: bare(is) === textOf(before, part), more: is.length > bare(is).length }).toEqual({
          name,
          same: true,
          more: true,
        });
      }
    });

    it('is as sound a package as it was, and reads as it did', async () => {
      const annotated = await annotateFile(subject.bytes, verdict);
      const known = packageFaults(await partsOf(subject.bytes));
      expect(packageFaults(await partsOf(annotated)).filter((fault) => !known.includes(fault))).toEqual([]);
      const { sheets, names } = await readXlsx(annotated);
      expect(sheets.slice(0, -1)).toEqual(subject.content.sheets);
      expect([...names.keys()].filter((name) => !subject.content.names.has(name))).toEqual([
        '_controle_anomalies',
      ]);
    });

    it('bears its marks at the cells of its issues', async () => {
      const parts = await partsOf(await annotateFile(subject.bytes, verdict));
      const before = await partsOf(subject.bytes);
      for (const { name } of subject.content.sheets) {
        const issues = verdict.issues.filter(({ at }) => at.sheet === name);
        const marks = marksOf(parts, name);
        const old = marksOf(before, name);
        const cells = new Set(issues.map(({ at }) => at.cell ?? ''));
        expect(new Set(marks.coloured.flatMap(({ ranges }) => ranges))).toEqual(cells);
        for (const cell of cells) {
          const [first = ''] = cell.split(':');
          expect(marks.comments[first]).toMatch(first in old.comments ? /^/ : /^Contrôle de la collecte – /);
          expect(marks.boxes).toContain(first);
          expect(marks.links[first]).toBeDefined();
        }
        for (const [cell, text] of Object.entries(old.comments)) expect(marks.comments[cell]).toBe(text);
        for (const [cell, location] of Object.entries(old.links)) expect(marks.links[cell]).toBe(location);
        expect(marks.otherRules).toEqual(old.otherRules);
      }
    });

    it('and marked a second time is the same, to the byte', async () => {
      const once = await annotateFile(subject.bytes, verdict);
      expect(Buffer.from(await annotateFile(once, verdict)).equals(once)).toBe(true);
    });
  },
);

it('there are workbooks to try it on', () => {
  expect(all.length).toBeGreaterThanOrEqual(5);
});
