import { createWorkbookWriter } from '../../../shared/adapters/workbooks/workbook-writer.ts';
import { frenchWording } from '../../../shared/messages/fr.ts';
import { isLibreOfficeHere } from '../../acceptance/libreoffice.ts';
import { illustratedBook } from '../../builders/illustrated-book.ts';
import { nationalReport, regionalReport, silentReport } from '../../builders/report.ts';
import { partsOf, treeOf } from '../../builders/workbook-package.ts';
import { within, type XmlNode } from '../../builders/xml-tree.ts';
import { savedByLibreOffice } from '../annotation/other-programs.ts';
import { isOpenpyxlHere, seenByOpenpyxl } from './openpyxl.ts';

const writer = createWorkbookWriter({ wording: frenchWording });

/** Only where openpyxl is installed, as in continuous integration. */
(isOpenpyxlHere ? describe : describe.skip)('openpyxl', () => {
  it.each<readonly [string, () => Promise<Uint8Array>]>([
    ['a region', () => writer.regional(regionalReport())],
    ['a silent region', () => writer.regional(silentReport())],
    ['the nation', () => writer.national(nationalReport())],
  ])('reads every table and chart of %s', async (_name, write) => {
    const bytes = await write();
    const parts = await partsOf(bytes);
    const written = (folder: string) => [...parts.keys()].filter((name) => name.startsWith(folder)).length;
    const { sheets, title, language } = await seenByOpenpyxl(bytes);
    const tables = sheets.flatMap((sheet) => sheet.tables);
    expect(tables.length).toBeGreaterThan(4);
    expect(tables).toHaveLength(written('xl/tables/'));
    for (const { headings, columns } of tables) expect(headings).toEqual(columns);
    const charts = sheets.flatMap((sheet) => sheet.charts);
    expect(charts).toHaveLength(written('xl/charts/'));
    expect(title).toMatch(/campagne 2026/);
    expect(language).toBe('fr-FR');
  });

  it('sees charts with their words and values, bars and icons on the rows of their column', async () => {
    const { sheets } = await seenByOpenpyxl(await illustratedBook().toBytes());
    const [summary, data] = sheets;
    expect(summary?.charts.map(({ kind, title, series }) => [kind, title, series.length])).toEqual([
      ['barChart', 'Répartition 1', 1],
      ['lineChart', 'Répartition 2', 2],
      ['barChart', 'Répartition 3', 2],
    ]);
    expect(summary?.charts[0]?.series[0]).toEqual({
      name: 'Établissements',
      categories: {
        ref: "'Deuxième feuille'!$A$3:$A$7",
        kept: ['0 à 1 %', '1 à 2 %', '2 à 3 %', '3 à 4 %', '4 à 5 % & plus'],
      },
      values: { ref: "'Deuxième feuille'!$B$3:$B$7", kept: [4, 12, 20, 7, 1] },
    });
    expect(data?.visuals).toEqual([
      { range: 'B3:B7', kind: 'dataBar' },
      { range: 'C3:C7', kind: 'dataBar' },
      { range: 'D3:D7', kind: 'iconSet' },
      { range: 'E3:E7', kind: 'iconSet' },
      { range: 'A11:A13', kind: 'dataBar' },
      { range: 'A11:A13', kind: 'iconSet' },
    ]);
    expect(sheets.map(({ titles }) => titles?.replaceAll('$', ''))).toEqual(['2:2', '2:2']);
  });
});

/** Only where LibreOffice is installed, as in continuous integration. */
(isLibreOfficeHere() ? describe : describe.skip)('LibreOffice', () => {
  it('draws the same charts, bars and icons, and saves them again', async () => {
    const bytes = await illustratedBook().toBytes();
    const saved = (await savedByLibreOffice(new Map([['essai.xlsx', bytes]]))).get('essai.xlsx');
    expect(await drawnIn(saved ?? new Uint8Array())).toEqual(await drawnIn(bytes));
  });
});

/** What is drawn in a workbook, whoever wrote it. */
async function drawnIn(bytes: Uint8Array): Promise<unknown> {
  const parts = await partsOf(bytes);
  const trees = (folder: string) =>
    [...parts.keys()]
      .filter((name) => name.startsWith(folder) && name.endsWith('.xml'))
      .sort()
      .map((name) => treeOf(parts, name));
  const kept = (node: XmlNode, local: string) =>
    within(node, local).map((one) => within(one, 'pt').map(({ text }) => text));
  const charts = trees('xl/charts/chart')
    .map((tree) => ({
      kind: ['barChart', 'lineChart'].find((kind) => within(tree, kind).length > 0),
      direction: within(tree, 'barDir')[0]?.attributes['val'],
      title: within(tree, 'title')[0]?.text,
      categories: kept(tree, 'cat'),
      values: kept(tree, 'val'),
      gaps: within(tree, 'dispBlanksAs')[0]?.attributes['val'],
    }))
    .sort((a, b) => String(a.title).localeCompare(String(b.title)));
  const visuals = trees('xl/worksheets/sheet').flatMap((tree) =>
    tree.children
      .filter(({ local }) => local === 'conditionalFormatting')
      .flatMap((format) =>
        within(format, 'cfRule').map((rule) => {
          const icons = within(rule, 'iconSet')[0]?.attributes['iconSet'];
          return `${format.attributes['sqref']} ${rule.attributes['type']} ${icons ?? ''}`;
        }),
      ),
  );
  return { charts, visuals: visuals.sort() };
}
