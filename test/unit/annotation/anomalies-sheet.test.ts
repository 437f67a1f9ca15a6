import { annotateFile } from '../../../shared/adapters/annotation/annotate-file.ts';
import type { Verdict, VerdictIssue } from '../../../shared/domain/verdict/verdict.ts';
import { TODO_TITLES } from '../../../shared/messages/todos.ts';
import { packageFaults } from '../../builders/package-faults.ts';
import { marksOf } from '../../builders/sheet-marks.ts';
import { issueAt, verdictWith } from '../../builders/verdict.ts';
import {
  inlineTexts,
  type Parts,
  partsOf,
  sheetsOf,
  textOf,
  treeOf,
} from '../../builders/workbook-package.ts';
import { type WorkbookParts, xlsxPackage } from '../../builders/xlsx-package.ts';
import { within } from '../../builders/xml-tree.ts';

const at = (cell: string, over: Partial<VerdictIssue> = {}) => issueAt({ sheet: 'Feuil1', cell }, over);

async function annotated(workbook: WorkbookParts, verdict: Verdict): Promise<Parts> {
  const parts = await partsOf(await annotateFile(await xlsxPackage(workbook), verdict));
  expect(packageFaults(parts).filter((fault) => !fault.startsWith('no type'))).toEqual([]);
  return parts;
}

function linesOf(parts: Parts, tab = 'Anomalies'): readonly (readonly string[])[] {
  const part = sheetsOf(parts).find(({ name }) => name === tab)?.part ?? '';
  return within(treeOf(parts, part), 'row').map((row) => row.children.map(({ text }) => text));
}

const names = (parts: Parts) =>
  within(treeOf(parts, 'xl/workbook.xml'), 'definedName').map(({ attributes, text }) => [
    attributes['name'],
    attributes['localSheetId'],
    text,
  ]);

describe('the sheet of anomalies', () => {
  it('says the verdict first, then what to do, grouped in the order of what there is to do', async () => {
    const issues = [
      at('B4', { code: 'CLOSURE_DATE_YEAR_END', todo: 'verifier', severity: 'warning', seen: '31/12/2025' }),
      at('B5'),
      issueAt({ sheet: 'Feuil1', cell: 'A1', column: 'finess' }, { code: 'FINESS_KEY', todo: 'identifier' }),
      at('B6'),
    ];
    const lines = linesOf(await annotated({}, verdictWith(issues, { summary: 'Le fichier est refusé.' })));
    expect(lines[0]?.[0]).toBe('Le fichier est refusé.');
    expect(lines[3]).toEqual('N°,Gravité,Feuille,Cellule,Colonne,Lu,Attendu,Exemple,Que faire'.split(','));
    expect(lines.slice(4).map(([first, severity, , cell]) => [first, severity, cell])).toEqual([
      [`${TODO_TITLES.identifier} (1)`, '', ''],
      ['1', 'Erreur', 'A1'],
      [`${TODO_TITLES['corriger-une-valeur']} (2)`, '', ''],
      ['2', 'Erreur', 'B5'],
      ['3', 'Erreur', 'B6'],
      [`${TODO_TITLES.verifier} (1)`, '', ''],
      ['4', 'Avertissement', 'B4'],
    ]);
    expect(lines[5]).toEqual(
      ['1', 'Erreur', 'Feuil1', 'A1', 'finess', 'douze', 'un nombre', '1234,56'].concat(
        '« douze » n’est pas un nombre lisible.',
      ),
    );
  });

  it('is the last tab, is known by a name of the workbook and repeats its headings on each page', async () => {
    const parts = await annotated(
      { sheets: [{ name: 'Feuil1' }, { name: 'Graphique', type: 'chartsheet', xml: '<chartsheet/>' }] },
      verdictWith([at('B2')]),
    );
    expect(sheetsOf(parts).map(({ name }) => name)).toEqual(['Feuil1', 'Anomalies']);
    expect(names(parts)).toEqual([
      ['_controle_anomalies', undefined, "'Anomalies'!$A$1"],
      ['_xlnm.Print_Titles', '2', "'Anomalies'!$4:$4"],
    ]);
  });

  it('takes another name beside a sheet of its name that is not ours', async () => {
    const parts = await annotated(
      { sheets: [{ name: 'Feuil1' }, { name: 'anomalies' }, { name: 'Anomalies (2)' }] },
      verdictWith([at('B2')]),
    );
    expect(sheetsOf(parts).map(({ name }) => name)).toEqual([
      'Feuil1',
      'anomalies',
      'Anomalies (2)',
      'Anomalies (3)',
    ]);
    expect(marksOf(parts, 'Feuil1').links).toEqual({ B2: "'Anomalies (3)'!A6" });
  });

  it('never makes a formula of a text, nor loses one that is long', async () => {
    const texts = ['=1+1', '+33', '-5', '@SOMME(A1)', `=${'x'.repeat(40_000)}`];
    const parts = await annotated(
      {},
      verdictWith(texts.map((seen, n) => at(`B${n + 1}`, { seen, expected: seen, message: seen }))),
    );
    const part = 'xl/worksheets/sheet2.xml';
    expect(within(treeOf(parts, part), 'f')).toEqual([]);
    const read = inlineTexts(parts, part);
    expect(['F6', 'F7', 'F8', 'F9'].map((cell) => read.get(cell))).toEqual(texts.slice(0, 4));
    expect(read.get('F10')).toHaveLength(32_767);
    expect(read.get('F10')?.endsWith('x…')).toBe(true);
    const styles = within(treeOf(parts, 'xl/styles.xml'), 'xf').map(
      ({ attributes }) => attributes['quotePrefix'],
    );
    for (const cell of within(treeOf(parts, part), 'c'))
      if (cell.attributes['t'] === 'inlineStr') expect(styles[Number(cell.attributes['s'])]).toBe('1');
  });

  it('quotes the name of a sheet that has an apostrophe', async () => {
    const parts = await annotated(
      { sheets: [{ name: "L'année" }] },
      verdictWith([issueAt({ sheet: "L'année", cell: 'B2' })]),
    );
    expect(marksOf(parts, 'Anomalies').links).toEqual({ D6: "'L''année'!B2" });
  });

  it('says how many there are where not all are shown', async () => {
    const told = async (total: number) =>
      linesOf(await annotated({}, verdictWith([at('B2')], { total })))[2]?.[0];
    expect(await told(1)).toBe('');
    expect(await told(4_000)).toBe('4\u202f000 anomalies en tout : celles qui se répètent sont regroupées.');
  });

  it('is there, with nothing to do, when all is well', async () => {
    const parts = await annotated({}, verdictWith([], { summary: "Rien n'est à corriger." }));
    expect(linesOf(parts).map(([first]) => first)).toEqual([
      "Rien n'est à corriger.",
      'Rien n’est signalé dans ce classeur.',
      '',
      'N°',
    ]);
    expect(textOf(parts, 'xl/worksheets/sheet2.xml')).not.toContain('hyperlink');
  });

  it('takes a number that no tab has', async () => {
    const workbook =
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Feuil1" sheetId="65534" r:id="rId1"/></sheets></workbook>';
    const parts = await annotated({ parts: { 'xl/workbook.xml': workbook } }, verdictWith([at('B2')]));
    const ids = within(treeOf(parts, 'xl/workbook.xml'), 'sheet').map(
      ({ attributes }) => attributes['sheetId'],
    );
    expect(ids).toEqual(['65534', '1']);
  });
});
