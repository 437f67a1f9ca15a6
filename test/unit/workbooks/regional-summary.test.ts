import type ExcelJS from 'exceljs';
import { createWorkbookWriter } from '../../../shared/adapters/workbooks/workbook-writer.ts';
import { formatHundredths } from '../../../shared/domain/numbers/format-hundredths.ts';
import type { RegionalReport } from '../../../shared/domain/report/regional-report.ts';
import { LATEST_RULE_SET } from '../../../shared/domain/rules/rule-sets.ts';
import { frenchWording } from '../../../shared/messages/fr.ts';
import { withComparisons } from '../../builders/compared-report.ts';
import { finessOf, RANKS } from '../../builders/fictional-campaign.ts';
import { openWorkbook, readList, readTable } from '../../builders/open-workbook.ts';
import { regionalReport, silentReport } from '../../builders/report.ts';
import { partsOf } from '../../builders/workbook-package.ts';

const writer = createWorkbookWriter({ wording: frenchWording });
const write = async (report: RegionalReport) => openWorkbook(await writer.regional(report));
const SHARE = 'Part du budget dédiée au numérique';

const plain = regionalReport();
const report = withComparisons(plain);
let workbook: ExcelJS.Workbook;
beforeAll(async () => {
  workbook = await write(report);
});
const row = (table: string, heading: string, value: unknown) =>
  readTable(workbook, table).find((line) => line[heading] === value);
const summaryTexts = (book: ExcelJS.Workbook) => {
  const texts: string[] = [];
  book.getWorksheet('Synthèse')?.eachRow((line) => texts.push(String(line.getCell(1).value)));
  return texts;
};

describe('the edition', () => {
  it('is named on « Synthèse » by the SHA-256 of its manifest, in a cell of its own', () => {
    const sheet = workbook.getWorksheet('Synthèse');
    expect(sheet?.getCell('A4').value).toBe("Empreinte de l'édition (SHA-256 du manifeste)");
    expect(sheet?.getCell('B4').value).toBe(report.manifest);
  });
});

describe('the region beside the nation and the campaign before', () => {
  const national = report.nation.find(
    ({ axis, indicator }) => axis === 'nation' && indicator === 'part_numerique',
  );
  const before = report.previousSlices.find(
    ({ axis, indicator }) => axis === 'region' && indicator === 'part_numerique',
  );

  it('takes sums and medians from the aggregates of the nation as values, and divides them live', () => {
    expect(row('Reperes', 'Périmètre', 'Nation')).toMatchObject({
      'Indicateur, statut ou catégorie': SHARE,
      Calculés: national?.n,
      Attendus: national?.expected,
      Numérateur: Number(national?.numerator) / 100,
      Dénominateur: Number(national?.denominator) / 100,
      Valeur: Number(national?.numerator) / Number(national?.denominator),
      Médiane: Number(national?.median?.numerator) / Number(national?.median?.denominator),
    });
    const formulas: string[] = [];
    workbook.getWorksheet('Synthèse')?.eachRow((line) => {
      if (line.getCell(2).value === 'Nation') formulas.push(line.getCell(7).formula, line.getCell(5).formula);
    });
    expect(formulas.slice(0, 2)).toEqual([
      'Reperes[[#This Row],[Numérateur]]/Reperes[[#This Row],[Dénominateur]]',
      undefined,
    ]);
  });

  it('takes one line of each indicator, status and category, where there are figures', () => {
    const lines = readTable(workbook, 'Reperes');
    const keys = lines.map((line) =>
      [line['Indicateur, statut ou catégorie'], line['Périmètre']].join(' – '),
    );
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toContain('Centre hospitalier régional (CHR) – Nation');
    expect(lines.filter(({ Calculés }) => Calculés === 0)).toEqual([]);
  });

  it('gives each share, how many it stands on, and the difference in points', () => {
    const line = row('Comparaison', 'Indicateur', SHARE);
    const own = line?.['Région : valeur'] as number;
    const amount = (cents: bigint | null | undefined) => Number(formatHundredths(cents ?? 0n));
    const nation = amount(national?.numerator) / amount(national?.denominator);
    const previous = amount(before?.numerator) / amount(before?.denominator);
    expect(line).toMatchObject({
      'Région : calculés': 11,
      'Nation : calculés': 13,
      'Nation : valeur': nation,
      'Écart avec la nation': 100 * (own - nation),
      'N-1 : calculés': 7,
      'N-1 : valeur': previous,
      'Écart avec N-1': 100 * (own - previous),
    });
  });

  it('compares FTE with N-1 in FTE, and never a region’s sum with the nation’s', () => {
    expect(row('Comparaison', 'Indicateur', 'ETP SSI retenus')).toMatchObject({
      'Région : valeur': 18.06,
      'Écart avec la nation': null,
      'N-1 : valeur': 8.75,
      'Écart avec N-1': 9.31,
    });
  });

  it('leaves blank what N-1 does not tell', () => {
    expect(row('Comparaison', 'Indicateur', "Part de l'investissement")).toMatchObject({
      'N-1 : calculés': 0,
      'N-1 : valeur': null,
      'Écart avec N-1': null,
    });
  });

  it('compares each status and each category of the region with the same slice, and no other', () => {
    const statuses = readTable(workbook, 'ComparaisonStatuts');
    expect(statuses.map(({ Statut }) => Statut)).toEqual(['Privé lucratif', 'Privé non lucratif', 'Public']);
    const nation = report.nation.find(
      ({ slice, indicator }) => slice === 'public' && indicator === 'part_numerique',
    );
    expect(statuses[2]).toMatchObject({
      'Nation : calculés': nation?.n,
      'Nation : valeur': Number(nation?.numerator) / Number(nation?.denominator),
    });
    const categories = readTable(workbook, 'ComparaisonCategories').map(({ Catégorie }) => Catégorie);
    expect(categories).toEqual(readTable(workbook, 'ParCategorie').map(({ Catégorie }) => Catégorie));
    const labels = readTable(workbook, 'Reperes').map((line) => line['Indicateur, statut ou catégorie']);
    expect(categories).toEqual(
      expect.arrayContaining(labels.filter((label) => /^Centre/.test(String(label)))),
    );
  });

  it('is blank where the nation has no edition yet and nothing is known of N-1', async () => {
    const alone = await write({ ...plain, nation: [], previousSlices: [] });
    expect(readTable(alone, 'Comparaison')[0]).toMatchObject({
      'Région : calculés': 11,
      'Nation : calculés': 0,
      'Nation : valeur': null,
      'Écart avec la nation': null,
    });
    expect(readTable(alone, 'Reperes')[0]?.['Indicateur, statut ou catégorie']).toBe(
      'Aucun chiffre à comparer',
    );
  });
});

describe('the trend over campaigns', () => {
  it('shows earlier campaigns as published and this one live, with what breaks the comparison in words', () => {
    const lines = readTable(workbook, 'Evolution');
    expect(lines.map(({ Campagne }) => Campagne)).toEqual([2023, 2024, 2025, 2026]);
    expect(lines[1]).toMatchObject({
      Calculés: 8,
      Attendus: null,
      Couverture: null,
      [SHARE]: 0.012000001,
      'ETP SSI retenus': 12.5,
      Comparabilité: 'Autre numéro FINESS',
    });
    expect(lines[1]?.["Écart avec l'année d'avant"]).toBeCloseTo(0.1, 4);
    expect(lines[3]).toMatchObject({ Calculés: 11, Attendus: 20, Comparabilité: 'Fusion ; Autres règles' });
    const cells: ExcelJS.Cell[] = [];
    workbook.getWorksheet('Synthèse')?.eachRow((line) => {
      if ([2025, 2026].includes(line.getCell(1).value as number)) cells.push(line.getCell(5));
    });
    expect(cells.map(({ formula }) => formula)).toEqual([undefined, expect.stringContaining('Indicateurs')]);
  });

  it('compares nothing across a campaign that is missing', async () => {
    const [oldest, , ...others] = report.trend;
    if (!oldest) throw new Error('a trend of four');
    const lines = readTable(await write({ ...report, trend: [oldest, ...others] }), 'Evolution');
    expect(lines.map((line) => line["Écart avec l'année d'avant"])).toEqual([null, null, expect.any(Number)]);
  });
});

describe('the spread of shares', () => {
  const counts = (book: ExcelJS.Workbook) =>
    readTable(book, 'Distribution').map((line) => line['Nombre de calculés']);

  it('counts each declarant with figures once, in the classes of the rule set', () => {
    const lines = readTable(workbook, 'Distribution');
    expect(lines).toHaveLength(LATEST_RULE_SET.shareClasses.length + 1);
    expect(lines[0]).toMatchObject({ 'À partir de': 0, 'À moins de': 0.005 });
    expect(lines.at(-1)).toMatchObject({ 'À partir de': 0.05, 'À moins de': null });
    expect(counts(workbook)).toEqual([1, 6, 4, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('puts a share of exactly a limit in the class that begins there', async () => {
    const [first] = plain.rows.flatMap(({ outcome }) =>
      outcome.state === 'calcule' ? [outcome.figures] : [],
    );
    if (!first) throw new Error('a report with figures');
    const exactly = { numerator: 5_00n, denominator: 1_000_00n };
    const rows = plain.rows.map((line) =>
      line.outcome.state === 'calcule' && line.outcome.figures === first
        ? { ...line, outcome: { state: 'calcule' as const, figures: { ...first, digitalShare: exactly } } }
        : line,
    );
    expect(counts(await write({ ...plain, rows })).slice(0, 3)).toEqual([1, 6, 4]);
    const below = { numerator: 4_99n, denominator: 1_000_00n };
    const lower = plain.rows.map((line) =>
      line.outcome.state === 'calcule' && line.outcome.figures === first
        ? { ...line, outcome: { state: 'calcule' as const, figures: { ...first, digitalShare: below } } }
        : line,
    );
    expect(counts(await write({ ...plain, rows: lower })).slice(0, 3)).toEqual([2, 5, 4]);
  });
});

describe('what changed since the reference edition', () => {
  it('names each declarant with its state, share and FTE before and after', () => {
    expect(readTable(workbook, 'Changements')[0]).toMatchObject({
      FINESS: finessOf(0),
      'Raison sociale': 'Établissement fictif n° 0',
      'Ce qui a changé': 'Modifié',
      'État avant': 'Calculé',
      'Part avant': 0.008123,
      'Part après': 0.009457,
      'ETP SSI avant': 1,
      'ETP SSI après': 0.67,
      'Chiffres modifiés': 'Part du budget dédiée au numérique ; ETP SSI retenus',
    });
    expect(readTable(workbook, 'Changements')[1]).toMatchObject({
      'Raison sociale': finessOf(1),
      'Ce qui a changé': 'N’est plus déclarant de la région',
      'État après': null,
      'Écart de la part': null,
    });
  });

  it('is not there where no edition is given, and says when nothing changed', async () => {
    expect(summaryTexts(await write(plain))).not.toContain("Depuis l'édition de référence");
    const same = await write({ ...plain, changes: { compared: 20, changes: [] } });
    expect(readTable(same, 'Changements')[0]?.['Raison sociale']).toBe(
      "Aucun changement depuis l'édition de référence.",
    );
  });
});

describe('the charts', () => {
  const charts = async (of: RegionalReport) =>
    [...(await partsOf(await writer.regional(of))).keys()].filter((name) =>
      name.startsWith('xl/charts/chart'),
    );

  it('draw the spread of shares and the trend, or only what there is', async () => {
    expect(await charts(report)).toHaveLength(2);
    expect(await charts({ ...plain, trend: plain.trend.slice(-1) })).toHaveLength(1);
    expect(await charts(silentReport())).toHaveLength(0);
  });
});

describe('a declarant beside its campaign before', () => {
  const line = (sheet: string, rank: number) =>
    readList(workbook, sheet).find(({ FINESS }) => FINESS === finessOf(rank));

  it('has its amounts of N-1 as values, their share live, and what breaks the comparison in words', () => {
    expect(line('Part numérique', RANKS.carrier)).toMatchObject({
      'Charges retenues en N-1': 12345.67,
      "Charges d'exploitation en N-1": 1_000_000,
      'Part de la campagne précédente': 12345.67 / 1_000_000,
      Comparabilité: 'Fusion ; Autres règles',
    });
    expect(line('Part numérique', 1)).toMatchObject({
      'Part de la campagne précédente': null,
      'Évolution de la part': null,
      Comparabilité: null,
    });
    expect(line('ETP SSI', RANKS.carrier)?.['Comparabilité']).toBe('Fusion ; Autres règles');
  });

  it('shows on its line how many alerts it has', () => {
    for (const sheet of ['Part numérique', 'ETP SSI'])
      expect([RANKS.carrier, RANKS.lowShare].map((rank) => line(sheet, rank)?.['Alertes'])).toEqual([0, 1]);
  });
});
