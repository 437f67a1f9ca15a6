import type ExcelJS from 'exceljs';
import { createWorkbookWriter } from '../../../shared/adapters/workbooks/workbook-writer.ts';
import type { Aggregate } from '../../../shared/domain/aggregates/aggregate.ts';
import { frenchWording } from '../../../shared/messages/fr.ts';
import { finessOf } from '../../builders/fictional-campaign.ts';
import { openWorkbook, readTable } from '../../builders/open-workbook.ts';
import { nationalReport, PUBLICATION, silentNationalReport } from '../../builders/report.ts';
import { MEASURES, wideNation } from '../../builders/wide-nation.ts';
import { partsOf } from '../../builders/workbook-package.ts';

const writer = createWorkbookWriter({ wording: frenchWording });
const report = wideNation();
let bytes: Uint8Array;
let workbook: ExcelJS.Workbook;
beforeAll(async () => {
  bytes = await writer.national(report);
  workbook = await openWorkbook(bytes);
});

const euros = (cents: bigint | null) => (cents === null ? null : Number(cents) / 100);
const of = (axis: Aggregate['axis'], aggregates: readonly Aggregate[] = report.aggregates) =>
  aggregates.filter((one) => one.axis === axis);

describe('the national workbook', () => {
  it('has a sheet per axis, then maturity, what changed, and the method', () => {
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      'Synthèse',
      'Par région',
      'Par statut',
      'Par catégorie',
      'Par taille de budget',
      'Région et statut',
      'Maturité',
      'Depuis la référence',
      'Méthode',
    ]);
  });

  it.each([
    ['ParRegion', of('region')],
    ['ParStatut', of('statut')],
    ['ParCategorie', of('categorie')],
    ['ParTailleDeBudget', report.sizes],
    ['ParRegionEtStatut', of('region_statut')],
  ])('has a line per slice and indicator in %s', (table, aggregates) => {
    expect(aggregates.length).toBeGreaterThan(5);
    const lines = readTable(workbook, table);
    expect(lines.map((line) => [line['Attendus'], line['Calculés'], line['Numérateur']])).toEqual(
      aggregates.map(({ n, expected, numerator }) => [expected, n, euros(numerator)]),
    );
  });

  it('has the nation as the sum of its regions, in live formulas', () => {
    const nation = readTable(workbook, 'Nation');
    expect(nation.map((line) => [line['Attendus'], line['Calculés'], line['Numérateur']])).toEqual(
      of('nation').map(({ n, expected, numerator }) => [expected, n, euros(numerator)]),
    );
    const sheet = workbook.getWorksheet('Synthèse');
    const formulas: string[] = [];
    sheet?.eachRow((row) => row.eachCell(({ formula }) => formula && formulas.push(formula)));
    expect(formulas.filter((formula) => formula.includes('SUMIFS(ParRegion[')).length).toBeGreaterThan(20);
  });

  it('sets each slice beside the nation: its part of the sum, and how far its share lies', () => {
    const [nation] = of('nation');
    const lines = readTable(workbook, 'ParRegion').filter(
      (line) => line['Indicateur'] === 'Part du budget dédiée au numérique',
    );
    const parts = lines.reduce((sum, line) => sum + Number(line['Part de la nation']), 0);
    expect(parts).toBeCloseTo(1, 12);
    const whole = Number(nation?.numerator) / Number(nation?.denominator);
    for (const line of lines)
      expect(Number(line['Écart avec la nation'])).toBeCloseTo(100 * (Number(line['Valeur']) - whole), 9);
  });

  it('sets each slice beside the campaign before, where it had figures', () => {
    const lines = readTable(workbook, 'ParRegion');
    const before = report.previousSlices.filter(({ axis }) => axis === 'region');
    expect(before.some(({ n }) => n > 0)).toBe(true);
    expect(lines.reduce((sum, line) => sum + Number(line['N-1 : calculés'] ?? 0), 0)).toBe(
      before.reduce((sum, { n }) => sum + n, 0),
    );
    const fte = lines.find((line) => line['Indicateur'] === 'ETP SSI retenus');
    expect(fte?.['Écart avec N-1']).toBeCloseTo(Number(fte?.['Valeur']) - Number(fte?.['N-1 : valeur']), 9);
  });

  it('gives each class of budget with the source of its bound', () => {
    const classes = readTable(workbook, 'ClassesDeBudget');
    expect(classes.map((line) => line['Classe'])).toEqual([
      'Moins de 20 M€',
      'De 20 à 70 M€',
      'De 70 à 150 M€',
      'De 150 à 500 M€',
      '500 M€ et plus',
    ]);
    expect(classes[0]?.['Source de la borne']).toContain('ATIH');
  });

  it('shows how far each region is, and draws it', async () => {
    const lines = readTable(workbook, 'Avancement');
    expect(lines).toHaveLength(19);
    expect(lines[5]).toMatchObject({
      Région: 'Île-de-France',
      Code: '11',
      Attendus: 11,
      Couverture: 10 / 11,
    });
    const charts = [...(await partsOf(bytes)).keys()].filter((name) => name.startsWith('xl/charts/chart'));
    expect(charts).toHaveLength(3);
  });

  it('follows the nation over its campaigns, with what breaks the comparison', () => {
    expect(readTable(workbook, 'Evolution')).toMatchObject([
      { Campagne: 2024, 'Jeu de règles': '2024-1', Attendus: null, Comparabilité: null },
      { Campagne: 2025, Comparabilité: null },
      { Campagne: 2026, 'Jeu de règles': '2026-1', Attendus: 202, Comparabilité: 'Autres règles' },
    ]);
  });

  it('tells by region what changed since the reference edition, which is left out where none is given', async () => {
    const lines = readTable(workbook, 'DepuisReference');
    const sum = (heading: string) => lines.reduce((total, line) => total + Number(line[heading]), 0);
    const { changes } = report;
    expect(sum('Modifiés')).toBe(changes?.reduce((total, { changed }) => total + changed, 0));
    expect(sum('Modifiés')).toBeGreaterThan(10);
    expect(sum('Nouveaux')).toBeGreaterThan(3);
    const without = await openWorkbook(await writer.national(nationalReport()));
    expect(without.worksheets.map(({ name }) => name)).not.toContain('Depuis la référence');
  });

  it('shows the mean and the spread of each measure, and nothing of too few answers', () => {
    const lines = readTable(workbook, 'Mesures');
    expect(lines.map((line) => line['Mesure'])).toEqual(MEASURES.map(({ code }) => code));
    for (const [index, line] of lines.slice(0, 3).entries()) {
      const counts = report.maturity[index]?.counts ?? [];
      const given = counts.reduce((sum, count) => sum + count, 0);
      expect(line['Niveaux donnés']).toBe(given);
      expect(line['Niveau moyen']).toBeCloseTo(
        counts.reduce((sum, count, level) => sum + level * count, 0) / given,
        12,
      );
      expect(line['Niveau 4']).toBe(counts[4] ?? null);
    }
    expect(lines[3]).toMatchObject({
      'Niveau moyen': null,
      'Niveaux donnés': 'Moins de 5',
      'Non applicable': null,
      'Niveau 0': null,
      'Niveau 2': null,
    });
  });

  it('bears the hash of its manifest', () => {
    const texts: string[] = [];
    workbook.getWorksheet('Synthèse')?.eachRow((row) => row.eachCell((cell) => texts.push(cell.text)));
    expect(texts).toContain(PUBLICATION.manifest);
  });

  it('leaves everything but the counts and the coverage blank where no one is computed', async () => {
    const silent = await openWorkbook(await writer.national(silentNationalReport()));
    expect(readTable(silent, 'ParRegionEtStatut')[0]).toMatchObject({
      Calculés: 0,
      Couverture: 0,
      Numérateur: null,
      Dénominateur: null,
      Valeur: null,
      Médiane: null,
      'Premier quartile': null,
      'Troisième quartile': null,
      'Part de la nation': null,
      'Écart avec la nation': null,
    });
    expect(readTable(silent, 'Avancement')[0]).toMatchObject({
      Calculés: 0,
      'Non répondants': 2,
      Couverture: 0,
    });
    expect(readTable(silent, 'Nation')[0]).toMatchObject({ Calculés: 0, Numérateur: null, Valeur: null });
  });

  it('names no establishment', () => {
    const numbers = Array.from({ length: 200 }, (_, rank): string => finessOf(rank));
    for (const sheet of workbook.worksheets)
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          expect(cell.text).not.toContain('fictif');
          expect(numbers).not.toContain(cell.text);
        }),
      );
  });
});
