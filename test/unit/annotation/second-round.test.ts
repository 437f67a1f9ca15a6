import { annotateFile } from '../../../shared/adapters/annotation/annotate-file.ts';
import type { VerdictIssue } from '../../../shared/domain/verdict/verdict.ts';
import { packageFaults } from '../../builders/package-faults.ts';
import { deflated, rawZip } from '../../builders/raw-zip.ts';
import { marksOf } from '../../builders/sheet-marks.ts';
import { issueAt, verdictWith } from '../../builders/verdict.ts';
import { partsOf, sheetsOf, textOf, treeOf } from '../../builders/workbook-package.ts';
import { sheetXml, type WorkbookParts, xlsxPackage } from '../../builders/xlsx-package.ts';
import { within } from '../../builders/xml-tree.ts';

const at = (sheet: string, cell: string, over: Partial<VerdictIssue> = {}) => issueAt({ sheet, cell }, over);
const FIRST = verdictWith([at('A', 'B2'), at('A', 'C3:C9', { severity: 'warning' }), at('B', 'D4')]);
const SECOND = verdictWith([at('B', 'E5', { severity: 'warning' }), at('C', 'A1')]);

const PLAIN: WorkbookParts = { sheets: [{ name: 'A' }, { name: 'B' }, { name: 'C' }] };
const FULL: WorkbookParts = {
  sheets: [
    {
      name: 'A',
      after:
        '<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>A1&gt;0</formula></cfRule></conditionalFormatting>' +
        '<hyperlinks><hyperlink ref="A1" location="B!A1"/></hyperlinks><pageMargins left="0" right="0" top="0" bottom="0" header="0" footer="0"/>',
    },
    { name: 'B', xml: sheetXml().replace('<sheetData></sheetData>', '<sheetData/>') },
    { name: 'C' },
  ],
  styles: '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellXfs>',
};

/** The same file, some of its texts replaced, as another program would save them. */
async function resaved(
  bytes: Uint8Array,
  change: (name: string, text: string) => string,
): Promise<Uint8Array> {
  const parts = await partsOf(bytes);
  return rawZip([...parts.keys()].map((name) => deflated(name, change(name, textOf(parts, name)))));
}

describe('a file that comes back with marks in it', () => {
  it.each([
    ['plain', PLAIN],
    ['with rules, links and styles of its owner', FULL],
  ])('and is marked again is what it would be had it been marked once (%s)', async (_, workbook) => {
    const original = await xlsxPackage(workbook);
    const once = await annotateFile(original, FIRST);
    expect(Buffer.from(await annotateFile(once, FIRST))).toEqual(Buffer.from(once));
  });

  it('has the marks of the new verdict, and of the new verdict alone', async () => {
    const original = await xlsxPackage(FULL);
    const again = await partsOf(await annotateFile(await annotateFile(original, FIRST), SECOND));
    const direct = await partsOf(await annotateFile(original, SECOND));
    expect(packageFaults(again).filter((fault) => !fault.startsWith('no type'))).toEqual([]);
    for (const sheet of ['A', 'B', 'C', 'Anomalies'])
      expect({ sheet, marks: marksOf(again, sheet) }).toEqual({ sheet, marks: marksOf(direct, sheet) });
    // Sheets that bear no mark any more are what they were.
    const before = await partsOf(original);
    expect(textOf(again, 'xl/worksheets/sheet1.xml')).toBe(textOf(before, 'xl/worksheets/sheet1.xml'));
    expect(again.has('xl/worksheets/_rels/sheet1.xml.rels')).toBe(false);
  });

  it('has no mark left when all is well', async () => {
    const original = await xlsxPackage(FULL);
    const clean = await partsOf(await annotateFile(await annotateFile(original, FIRST), verdictWith([])));
    const before = await partsOf(original);
    for (const name of before.keys())
      if (name.includes('sheet') && !name.includes('Content'))
        expect(textOf(clean, name)).toBe(textOf(before, name));
    expect([...clean.keys()].filter((name) => /comments|vml/i.test(name))).toEqual([]);
  });

  it('keeps what others wrote beside our comments', async () => {
    const once = await resaved(await annotateFile(await xlsxPackage(PLAIN), FIRST), (name, text) => {
      if (name.includes('comments1'))
        return text.replace(
          '</commentList>',
          '<comment ref="A9" authorId="0"><text><t>vu</t></text></comment></commentList>',
        );
      return name.includes('vmlDrawing1')
        ? text.replace(
            '</xml>',
            '<v:shape id="x"><x:ClientData ObjectType="Note"><x:Row>8</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>',
          )
        : text;
    });
    const parts = await partsOf(await annotateFile(once, SECOND));
    expect(marksOf(parts, 'A')).toMatchObject({ comments: { A9: 'vu' }, boxes: ['A9'], coloured: [] });
    expect(Object.keys(marksOf(parts, 'A').comments)).toEqual(['A9']);
  });

  it('keeps a rule of others that a program has put together with ours', async () => {
    const theirs = '<cfRule type="expression" priority="9"><formula>B2=0</formula></cfRule>';
    const saved = await resaved(await annotateFile(await xlsxPackage(PLAIN), FIRST), (name, text) =>
      name === 'xl/worksheets/sheet1.xml' ? text.replace('</cfRule>', `</cfRule>${theirs}`) : text,
    );
    const parts = await partsOf(await annotateFile(saved, SECOND));
    expect(marksOf(parts, 'A')).toMatchObject({ coloured: [], otherRules: ['B2'] });
    expect(textOf(parts, 'xl/worksheets/sheet1.xml')).toContain(theirs);
  });

  it('is known again without its authors, as LibreOffice saves it, and with other quotes and spaces', async () => {
    const saved = await resaved(await annotateFile(await xlsxPackage(PLAIN), FIRST), (name, text) => {
      if (name.includes('comments')) return text.replace(/<author>.*?<\/author>/, '<author> </author>');
      if (name === 'xl/workbook.xml') return text.replaceAll("'Anomalies'", 'Anomalies');
      return text
        .replaceAll("location=\"'Anomalies'!", 'location="#Anomalies!')
        .replaceAll(
          '<formula>&#34;anomalie&#34;&#60;&#62;&#34;&#34;',
          '<formula> &quot;anomalie&quot; &lt;&gt; &quot;&quot;',
        )
        .replaceAll('<formula>"anomalie"&#60;&#62;""', '<formula> &quot;anomalie&quot; &lt;&gt; &quot;&quot;')
        .replaceAll(/ tooltip="[^"]*"/g, '');
    });
    expect((await partsOf(saved)).get('xl/worksheets/sheet1.xml')?.toString()).toContain('#Anomalies!');
    expect((await partsOf(saved)).get('xl/worksheets/sheet1.xml')?.toString()).toContain(' &lt;&gt; ');
    const again = await partsOf(await annotateFile(saved, SECOND));
    const direct = await partsOf(await annotateFile(await xlsxPackage(PLAIN), SECOND));
    for (const sheet of ['A', 'B', 'C', 'Anomalies'])
      expect(marksOf(again, sheet)).toEqual(marksOf(direct, sheet));
  });

  it('keeps our sheet where its owner has moved it, under the name that he gave it', async () => {
    const saved = await resaved(await annotateFile(await xlsxPackage(PLAIN), FIRST), (name, text) => {
      if (name !== 'xl/workbook.xml') return text;
      const tab = /<sheet [^>]*name="Anomalies"[^>]*>/.exec(text)?.[0] ?? '';
      return text
        .replace(tab, '')
        .replace('<sheets>', `<sheets>${tab.replace('Anomalies', 'À faire')}`)
        .replaceAll("'Anomalies'!", "'À faire'!")
        .replace('localSheetId="3"', 'localSheetId="0"');
    });
    const parts = await partsOf(await annotateFile(saved, SECOND));
    expect(packageFaults(parts).filter((fault) => !fault.startsWith('no type'))).toEqual([]);
    expect(sheetsOf(parts).map(({ name }) => name)).toEqual(['À faire', 'A', 'B', 'C']);
    // The links of the first round lead to a sheet of that name no more: they are known by what they say.
    expect(marksOf(parts, 'A').links).toEqual({});
    expect(marksOf(parts, 'C').links).toEqual({ A1: "'À faire'!A7" });
    const names = within(treeOf(parts, 'xl/workbook.xml'), 'definedName');
    expect(names.map(({ attributes }) => attributes['localSheetId'])).toEqual([undefined, '0']);
  });

  it('gets a new sheet where its owner has deleted ours', async () => {
    const saved = await resaved(await annotateFile(await xlsxPackage(PLAIN), FIRST), (name, text) => {
      if (name === 'xl/workbook.xml')
        return text
          .replace(/<sheet [^>]*name="Anomalies"[^>]*>/, '')
          .replace(/<definedName name="_xlnm.*?<\/definedName>/, '')
          .replace("'Anomalies'!$A$1", '#REF!$A$1');
      if (name === 'xl/_rels/workbook.xml.rels')
        return text.replace(/<Relationship Id="controle\d"[^>]*sheet4[^>]*>/, '');
      return text;
    });
    const parts = await partsOf(await annotateFile(saved, SECOND));
    expect(sheetsOf(parts).map(({ name }) => name)).toEqual(['A', 'B', 'C', 'Anomalies']);
    expect(marksOf(parts, 'A')).toMatchObject({ coloured: [], comments: {}, links: {} });
  });
});
