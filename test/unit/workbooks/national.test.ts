import type ExcelJS from 'exceljs';
import { createWorkbookWriter } from '../../../shared/adapters/workbooks/workbook-writer.ts';
import { frenchWording } from '../../../shared/messages/fr.ts';
import { openWorkbook, readList } from '../../builders/open-workbook.ts';
import { nationalReport, silentNationalReport } from '../../builders/report.ts';

const writer = createWorkbookWriter({ wording: frenchWording });
const report = nationalReport();
let workbook: ExcelJS.Workbook;
beforeAll(async () => {
  workbook = await openWorkbook(await writer.national(report));
});

describe('the national workbook', () => {
  it('has a sheet per axis', () => {
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      'Synthèse',
      'Par région',
      'Par statut',
      'Par catégorie',
      'Région et statut',
      'Méthode',
    ]);
  });

  it.each([
    ['Par région', 'region'],
    ['Par statut', 'statut'],
    ['Par catégorie', 'categorie'],
    ['Région et statut', 'region_statut'],
  ])('has a line per slice and indicator on « %s »', (sheet, axis) => {
    const aggregates = report.aggregates.filter((a) => a.axis === axis);
    const lines = readList(workbook, sheet);
    expect(lines.map((line) => [line['Attendus'], line['Calculés']])).toEqual(
      aggregates.map(({ n, expected }) => [expected, n]),
    );
  });

  it('leaves everything but the counts and the coverage blank where no one is computed', async () => {
    const silent = await openWorkbook(await writer.national(silentNationalReport()));
    expect(readList(silent, 'Région et statut')[0]).toMatchObject({
      Calculés: 0,
      Couverture: 0,
      Numérateur: null,
      Dénominateur: null,
      Valeur: null,
      Médiane: null,
      'Premier quartile': null,
      'Troisième quartile': null,
    });
    const lines = readList(silent, 'Synthèse', 12);
    expect(lines[0]).toMatchObject({ Calculés: 0, 'Non répondants': 2, Couverture: 0 });
  });

  it('shows how far each region is', () => {
    const lines = readList(workbook, 'Synthèse', 12);
    expect(lines.slice(0, 2)).toMatchObject([
      { Code: '11', Région: 'Île-de-France', Attendus: 2 },
      { Code: '84', Région: 'Auvergne-Rhône-Alpes', Attendus: 20, Calculés: 11, 'Non répondants': 4 },
    ]);
  });

  it('names no establishment', () => {
    for (const sheet of workbook.worksheets)
      sheet.eachRow((row) => row.eachCell((cell) => expect(cell.text).not.toContain('fictif')));
  });
});
