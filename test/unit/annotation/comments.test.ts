import { annotateFile } from '../../../shared/adapters/annotation/annotate-file.ts';
import type { VerdictIssue } from '../../../shared/domain/verdict/verdict.ts';
import { packageFaults } from '../../builders/package-faults.ts';
import { marksOf } from '../../builders/sheet-marks.ts';
import { issueAt, verdictWith } from '../../builders/verdict.ts';
import {
  inlineTexts,
  type Parts,
  partsOf,
  relationsOf,
  textOf,
  treeOf,
} from '../../builders/workbook-package.ts';
import { sheetXml, type WorkbookParts, xlsxPackage } from '../../builders/xlsx-package.ts';
import { within } from '../../builders/xml-tree.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const SHEET = 'xl/worksheets/sheet1.xml';
const LIST = 'xl/worksheets/_rels/sheet1.xml.rels';

const THEIRS = `<comments xmlns="${MAIN}"><authors><author>Mme Martin</author></authors><commentList><comment ref="B2" authorId="0"><text><t>à revoir</t></text></comment></commentList></comments>`;
const VML_ROOT =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">';
const BOX =
  '<v:shape id="_x0000_s5121" type="#_x0000_t202"><v:textbox><div>a<br>b</div></v:textbox><x:ClientData ObjectType="Note"><x:Row>1</x:Row><x:Column>1</x:Column></x:ClientData></v:shape>';
const BUTTON =
  '<v:shape id="_x0000_s5122" type="#_x0000_t201"><x:ClientData ObjectType="Button"><x:Row>8</x:Row><x:Column>8</x:Column></x:ClientData></v:shape>';

/** A sheet that bears a comment of its owner, and a button drawn beside it. */
function commented({ vml = `${VML_ROOT}${BOX}${BUTTON}</xml>`, comments = THEIRS } = {}): WorkbookParts {
  return {
    sheets: [
      {
        name: 'Feuil1',
        data: '<row r="1"><c r="A1"><v>1</v></c></row>',
        after: `<legacyDrawing xmlns:q="${RELATIONS}" q:id="d1"/>`,
      },
    ],
    parts: {
      'xl/comments7.xml': comments,
      'xl/drawings/vmlDrawing5.vml': vml,
      [LIST]:
        `<Relationships xmlns="${PACKAGE}"><Relationship Id="c1" Type="${RELATIONS}/comments" Target="/xl/comments7.xml"/>` +
        `<Relationship Id="d1" Type="${RELATIONS}/vmlDrawing" Target="../drawings/vmlDrawing5.vml"/></Relationships>`,
    },
  };
}

const at = (cell: string, over: Partial<VerdictIssue> = {}) => issueAt({ sheet: 'Feuil1', cell }, over);

async function annotated(workbook: WorkbookParts, ...issues: readonly VerdictIssue[]): Promise<Parts> {
  const parts = await partsOf(await annotateFile(await xlsxPackage(workbook), verdictWith(issues)));
  expect(packageFaults(parts).filter((fault) => !fault.startsWith('no type'))).toEqual([]);
  return parts;
}

describe('a comment', () => {
  it('says what is wrong, what was expected and an example, in the name of the control', async () => {
    const parts = await annotated(
      {},
      at('B4', { message: 'Feuille « Feuil1 », cellule B4 : « douze » n’est pas un nombre.', example: '12' }),
    );
    expect(marksOf(parts, 'Feuil1').comments).toEqual({
      B4: 'Contrôle de la collecte – à corriger\n« douze » n’est pas un nombre.\nAttendu : un nombre\nExemple : 12',
    });
    const [author] = within(treeOf(parts, 'xl/comments1.xml'), 'author');
    expect(author?.text).toBe('Contrôle de la collecte');
  });

  it('tells of all the issues of its cell', async () => {
    const parts = await annotated(
      {},
      at('B4', { severity: 'warning', message: 'Un.' }),
      at('B4:B9', { message: 'Deux.', example: '', expected: '' }),
    );
    expect(marksOf(parts, 'Feuil1').comments).toEqual({
      B4: 'Contrôle de la collecte – à corriger\nUn.\nAttendu : un nombre\nExemple : 1234,56\n\nDeux.',
    });
    expect(marksOf(parts, 'Feuil1').boxes).toEqual(['B4']);
  });

  it('has its box over the columns as wide as they are', async () => {
    const xml = sheetXml().replace(
      '<sheetData>',
      '<cols><col min="3" max="3" width="100"/></cols><sheetData>',
    );
    const parts = await annotated({ sheets: [{ name: 'Feuil1', xml }] }, at('B4'), at('D4'));
    const anchors = [...textOf(parts, 'xl/drawings/vmlDrawing1.vml').matchAll(/<x:Anchor>([^<]*)</g)];
    // Column C takes the whole box, columns of 64 pixels take six.
    expect(anchors.map(([, anchor = '']) => anchor.split(', ').filter((_, n) => n === 0 || n === 4))).toEqual(
      [
        ['2', '2'],
        ['4', '9'],
      ],
    );
  });

  it('escapes what XML cannot carry, and never breaks the part', async () => {
    const parts = await annotated(
      {},
      at('B4', { message: 'a\u0001b\ud800c _x0041_ <d> & \r', expected: '' }),
    );
    expect(marksOf(parts, 'Feuil1').comments['B4']).toContain('a_x0001_b\ufffdc _x005F_x0041_ <d> & _x000D_');
  });
});

describe('a sheet that bears comments', () => {
  it('keeps them, with their boxes and all else that is drawn; ours are added in the same parts', async () => {
    const parts = await annotated(commented(), at('C3'));
    expect(Object.keys(marksOf(parts, 'Feuil1').comments)).toEqual(['B2', 'C3']);
    const vml = textOf(parts, 'xl/drawings/vmlDrawing5.vml');
    expect(vml.startsWith(`${VML_ROOT}${BOX}${BUTTON}`)).toBe(true);
    expect(marksOf(parts, 'Feuil1').boxes).toEqual(['B2', 'C3']);
    expect(vml).toContain('id="_x0000_s5123"');
    expect(within(treeOf(parts, 'xl/comments7.xml'), 'author').map(({ text }) => text)).toEqual([
      'Mme Martin',
      'Contrôle de la collecte',
    ]);
    expect(relationsOf(parts, SHEET).map(({ type }) => type)).toEqual(['comments', 'vmlDrawing']);
  });

  it('keeps the one of a cell that has an issue, which then stands in the list alone, and says so', async () => {
    const parts = await annotated(commented(), at('B2'), at('C3'));
    expect(marksOf(parts, 'Feuil1').comments['B2']).toBe('à revoir');
    const texts = inlineTexts(parts, 'xl/worksheets/sheet2.xml');
    expect(texts.get('I6')).toContain('Le commentaire que portait déjà la cellule a été laissé tel quel.');
    expect(texts.get('I7')).not.toContain('laissé tel quel');
  });

  it.each([
    ['a drawing that is none', commented({ vml: '<xml><v:shape/></xml>' })],
    ['comments that are not well-formed', commented({ comments: '<comments>' })],
    ['comments with a document type', commented({ comments: `<!DOCTYPE comments>${THEIRS}` })],
  ])('is coloured and linked all the same where it has %s, which stay as they are', async (_, workbook) => {
    const before = await partsOf(await xlsxPackage(workbook));
    const parts = await partsOf(await annotateFile(await xlsxPackage(workbook), verdictWith([at('C3')])));
    for (const name of ['xl/comments7.xml', 'xl/drawings/vmlDrawing5.vml', LIST])
      expect(textOf(parts, name)).toBe(textOf(before, name));
    expect(textOf(parts, SHEET)).toContain('sqref="C3"');
    expect(textOf(parts, SHEET)).toContain('<hyperlink ref="C3"');
  });

  it('is commented no further where its drawing is not there', async () => {
    const workbook = commented();
    const lost = { ...workbook, parts: { ...workbook.parts, 'xl/drawings/vmlDrawing5.vml': null } };
    const parts = await partsOf(await annotateFile(await xlsxPackage(lost), verdictWith([at('C3')])));
    expect(textOf(parts, 'xl/comments7.xml')).toBe(THEIRS);
    expect([...parts.keys()].filter((name) => /vml/i.test(name))).toEqual([]);
  });

  it('gives a button without comments a part of comments, in the drawing that there is', async () => {
    const workbook = commented({ vml: `${VML_ROOT}${BUTTON}</xml>` });
    const list = String(workbook.parts?.[LIST]).replace(/<Relationship Id="c1"[^>]*>/, '');
    const parts = await annotated(
      { ...workbook, parts: { ...workbook.parts, [LIST]: list, 'xl/comments7.xml': null } },
      at('C3'),
    );
    expect(marksOf(parts, 'Feuil1').boxes).toEqual(['C3']);
    expect(textOf(parts, 'xl/drawings/vmlDrawing5.vml')).toContain(BUTTON);
    expect(textOf(parts, 'xl/drawings/vmlDrawing5.vml')).toContain('<v:shapetype id="_x0000_t202"');
  });
});

describe('parts that no reader of deposits looks at', () => {
  const ours = (row: number) =>
    `<comment ref="A${row}" authorId="0"><text><t>Contrôle de la collecte</t></text></comment>`;
  const note = (row: number) =>
    `<v:shape id="a"><x:ClientData ObjectType="Note"><x:Row>${row}</x:Row><x:Column>0</x:Column></x:ClientData></v:shape>`;
  const many = (what: (n: number) => string, times = 40_000) =>
    Array.from({ length: times }, (_, n) => what(n)).join('');

  it.each([
    ['shapes never closed', commented({ vml: `${VML_ROOT}${'<v:shape>'.repeat(500_000)}</xml>` })],
    ['quotes never closed', commented({ vml: `${VML_ROOT}${'<v:shape a=\'">'.repeat(300_000)}</xml>` })],
    ['nothing but openings', commented({ vml: `${VML_ROOT}${'<'.repeat(2_000_000)}</xml>` })],
    [
      'a shape of many attributes',
      commented({ vml: `${VML_ROOT}<v:shape ${'a="b" '.repeat(500_000)}/></xml>` }),
    ],
    [
      'a great many comments and boxes that look like ours',
      commented({
        comments: THEIRS.replace('</commentList>', `${many((n) => ours(n + 100))}</commentList>`),
        vml: `${VML_ROOT}${many((n) => note(n + 99))}</xml>`,
      }),
    ],
  ])('do not hold the machine: %s', async (_, workbook) => {
    const file = await xlsxPackage(workbook);
    const before = process.cpuUsage();
    await annotateFile(file, verdictWith(Array.from({ length: 500 }, (__, n) => at(`C${n + 1}`))));
    // Of processor time, since others may be using the machine: quadratic work would take minutes.
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(8_000);
  });
});
