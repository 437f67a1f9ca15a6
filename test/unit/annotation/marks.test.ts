import { annotateFile } from '../../../shared/adapters/annotation/annotate-file.ts';
import type { VerdictIssue } from '../../../shared/domain/verdict/verdict.ts';
import { packageFaults } from '../../builders/package-faults.ts';
import { marksOf } from '../../builders/sheet-marks.ts';
import { issueAt, verdictWith } from '../../builders/verdict.ts';
import { type Parts, partsOf, textOf, treeOf } from '../../builders/workbook-package.ts';
import { sheetXml, type WorkbookParts, xlsxPackage } from '../../builders/xlsx-package.ts';
import { within } from '../../builders/xml-tree.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET = 'xl/worksheets/sheet1.xml';
const ROWS = '<row r="1"><c r="A1"><v>1</v></c></row>';

const at = (cell: string, over: Partial<VerdictIssue> = {}) => issueAt({ sheet: 'Feuil1', cell }, over);
const warningAt = (cell: string) => at(cell, { severity: 'warning' });

async function annotated(workbook: WorkbookParts, ...issues: readonly VerdictIssue[]): Promise<Parts> {
  const parts = await partsOf(await annotateFile(await xlsxPackage(workbook), verdictWith(issues)));
  // The small packages of these tests leave some types out: only ours count here.
  expect(packageFaults(parts).filter((fault) => !fault.startsWith('no type'))).toEqual([]);
  return parts;
}

const sheet = (xml: string): WorkbookParts => ({ sheets: [{ name: 'Feuil1', xml }] });
const childrenOf = (parts: Parts, name = SHEET) => treeOf(parts, name).children.map(({ local }) => local);

describe('colours', () => {
  it('are two rules, of which the one of errors comes first; the data of the sheet are not touched', async () => {
    const parts = await annotated(sheet(sheetXml(ROWS)), at('B2'), warningAt('C3:C9'), at('A1'));
    const { coloured } = marksOf(parts, 'Feuil1');
    expect(coloured.map(({ ranges }) => ranges)).toEqual([['B2', 'A1'], ['C3:C9']]);
    const formats = within(treeOf(parts, 'xl/styles.xml'), 'dxf');
    const [error, warning] = coloured.map(({ format }) => formats[Number(format)]);
    expect(error && within(error, 'b')).toHaveLength(1);
    expect(error && within(error, 'bgColor')[0]?.attributes['rgb']).toBe('FFFFC7CE');
    expect(warning && within(warning, 'bgColor')[0]?.attributes['rgb']).toBe('FFFFCC66');
    expect(textOf(parts, SHEET)).toContain(`<sheetData>${ROWS}</sheetData>`);
  });

  it('come after the rules that stand, under a priority that none has, those of extensions included', async () => {
    const parts = await annotated(
      sheet(
        sheetXml(
          ROWS,
          '<conditionalFormatting sqref="A1"><cfRule type="expression" priority="7"><formula>A1&gt;0</formula></cfRule></conditionalFormatting>' +
            '<pageMargins left="0" right="0" top="0" bottom="0" header="0" footer="0"/>' +
            '<extLst><ext xmlns:y="urn:y"><y:conditionalFormatting><y:cfRule priority="41"/></y:conditionalFormatting></ext></extLst>',
        ),
      ),
      at('B2'),
    );
    expect(marksOf(parts, 'Feuil1')).toMatchObject({
      coloured: [{ ranges: ['B2'] }],
      otherRules: ['A1', ''],
    });
    const rules = within(treeOf(parts, SHEET), 'cfRule');
    expect(rules.map(({ attributes }) => attributes['priority'])).toEqual(['7', '42', '41']);
  });

  it('are spread over several elements where ranges are many', async () => {
    const cells = Array.from({ length: 230 }, (_, n) => at(`B${2 * n + 1}`));
    const { coloured } = marksOf(await annotated(sheet(sheetXml(ROWS)), ...cells), 'Feuil1');
    expect(coloured.map(({ ranges }) => ranges.length)).toEqual([100, 100, 30]);
  });
});

describe('the places of what is added', () => {
  it('follow the schema, around all that may stand there', async () => {
    const after =
      '<mergeCells><mergeCell ref="C1:D1"/></mergeCells><dataValidations><dataValidation sqref="A1"/></dataValidations>' +
      '<pageMargins left="0" right="0" top="0" bottom="0" header="0" footer="0"/><pageSetup/><drawing/>' +
      '<mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice><controls/></mc:Choice></mc:AlternateContent>' +
      '<tableParts count="0"/><extLst/>';
    expect(childrenOf(await annotated(sheet(sheetXml(ROWS, after)), at('B2')))).toEqual(
      'sheetData mergeCells conditionalFormatting dataValidations hyperlinks pageMargins pageSetup drawing legacyDrawing AlternateContent tableParts extLst'.split(
        ' ',
      ),
    );
  });

  it.each([
    ['a prefix', `<x:worksheet xmlns:x="${MAIN}"><x:sheetData/></x:worksheet>`, MAIN],
    ['a root without content', `<worksheet xmlns="${MAIN}"/>`, MAIN],
    [
      'text that looks like XML',
      `<worksheet xmlns="${MAIN}"><sheetData><!--</sheetData>--></sheetData></worksheet>`,
      MAIN,
    ],
  ])('are found in a sheet with %s', async (_, xml, uri) => {
    const parts = await annotated(sheet(xml), at('B2'));
    const tree = treeOf(parts, SHEET);
    const added = tree.children.filter(({ local }) => local !== 'sheetData');
    expect(added.map(({ local }) => local)).toEqual(['conditionalFormatting', 'hyperlinks', 'legacyDrawing']);
    expect(new Set(added.map((one) => one.uri))).toEqual(new Set([uri]));
    expect(marksOf(parts, 'Feuil1').boxes).toEqual(['B2']);
  });

  it('are found in a sheet in UTF-16, whose declaration stays true', async () => {
    const xml = `\ufeff<?xml version="1.0" encoding="UTF-16"?>${sheetXml('<row><c t="inlineStr"><is><t>été</t></is></c></row>')}`;
    const workbook = { parts: { [SHEET]: Buffer.from(xml, 'utf16le') } };
    const parts = await annotated(workbook, at('A1'));
    expect([...(parts.get(SHEET)?.subarray(0, 2) ?? [])]).toEqual([0xff, 0xfe]);
    expect(marksOf(parts, 'Feuil1').coloured).toMatchObject([{ ranges: ['A1'] }]);
    expect(textOf(parts, SHEET)).toContain('été');
  });

  it('are written in the vocabulary of a strict workbook', async () => {
    const strict = (text: string) =>
      text
        .replaceAll(MAIN, STRICT)
        .replaceAll(RELATIONS, 'http://purl.oclc.org/ooxml/officeDocument/relationships');
    const plain = await partsOf(await xlsxPackage());
    const texts = [...plain.keys()].map((name) => [name, strict(textOf(plain, name))] as const);
    const parts = await annotated({ parts: Object.fromEntries(texts) }, at('B2'));
    for (const name of [SHEET, 'xl/worksheets/sheet2.xml', 'xl/comments1.xml', 'xl/styles.xml'])
      expect({ name, uri: treeOf(parts, name).uri }).toEqual({ name, uri: STRICT });
    expect([...parts.values()].join('\n')).not.toContain(RELATIONS);
  });
});

describe('links back', () => {
  it('lead from the first cell of each range to its line in the list', async () => {
    const parts = await annotated(sheet(sheetXml(ROWS)), at('B2:B7'), warningAt('C1'), at('B2'));
    expect(marksOf(parts, 'Feuil1').links).toEqual({ B2: "'Anomalies'!A6", C1: "'Anomalies'!A7" });
    expect(marksOf(parts, 'Anomalies').links).toEqual({
      D6: "'Feuil1'!B2:B7",
      D7: "'Feuil1'!C1",
      D8: "'Feuil1'!B2",
    });
  });

  it('leave a cell that has a link with its own', async () => {
    const links =
      '<hyperlinks><hyperlink ref="B2" location="Feuil1!A1"/><hyperlink ref="$D$1:D9" location="x"/></hyperlinks>';
    const parts = await annotated(sheet(sheetXml(ROWS, links)), at('B2'), at('D4'), at('E5'));
    expect(Object.keys(marksOf(parts, 'Feuil1').links)).toEqual(['B2', '$D$1:D9', 'E5']);
    expect(marksOf(parts, 'Feuil1').links['B2']).toBe('Feuil1!A1');
  });
});

describe('places', () => {
  it('on a sheet alone are linked and not marked; elsewhere they are told', async () => {
    const parts = await annotated(
      sheet(sheetXml(ROWS)),
      issueAt({ sheet: 'Feuil1' }),
      issueAt({}),
      issueAt({ sheet: 'Absente', cell: 'B2' }),
      at('XFE1'),
      at('B0'),
    );
    expect(marksOf(parts, 'Feuil1')).toMatchObject({ coloured: [], comments: {}, links: {} });
    expect(marksOf(parts, 'Anomalies').links).toEqual({
      C6: "'Feuil1'!A1",
      C9: "'Feuil1'!A1",
      C10: "'Feuil1'!A1",
    });
    // Nothing in the sheet itself: it is as it was.
    expect(textOf(parts, SHEET)).toBe(sheetXml(ROWS));
  });

  it('nowhere in a sheet leave its list of relationships, be it empty', async () => {
    const list = 'xl/worksheets/_rels/sheet1.xml.rels';
    const empty = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';
    const parts = await annotated({ parts: { [list]: empty } });
    expect(textOf(parts, list)).toBe(empty);
  });

  it('by lines are their first cells', async () => {
    const parts = await annotated(
      sheet(sheetXml(ROWS)),
      issueAt({ sheet: 'Feuil1', line: 4 }),
      issueAt({ sheet: 'Feuil1', line: 6, lastLine: 9 }),
    );
    expect(marksOf(parts, 'Feuil1').coloured).toMatchObject([{ ranges: ['A4', 'A6:A9'] }]);
  });

  it('are taken from corner to corner, whatever the corner named first', async () => {
    const parts = await annotated(sheet(sheetXml(ROWS)), at('C9:B4'));
    expect(marksOf(parts, 'Feuil1')).toMatchObject({ coloured: [{ ranges: ['B4:C9'] }], boxes: ['B4'] });
  });
});
