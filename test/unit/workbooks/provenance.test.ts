import type ExcelJS from 'exceljs';
import { createWorkbookWriter } from '../../../shared/adapters/workbooks/workbook-writer.ts';
import { FIGURE_COLUMNS, type FigureColumn } from '../../../shared/domain/report/figure-texts.ts';
import type { RegionalReport } from '../../../shared/domain/report/regional-report.ts';
import { type Details, NO_DETAILS } from '../../../shared/domain/return/details.ts';
import type { Return } from '../../../shared/domain/return/fold.ts';
import { frenchWording } from '../../../shared/messages/fr.ts';
import { sourceOf } from '../../builders/entry.ts';
import { finessOf, RANKS } from '../../builders/fictional-campaign.ts';
import { openWorkbook, readList } from '../../builders/open-workbook.ts';
import { regionalReport } from '../../builders/report.ts';

const writer = createWorkbookWriter({ wording: frenchWording });
const write = async (report: RegionalReport) => openWorkbook(await writer.regional(report));

const report = regionalReport();
let workbook: ExcelJS.Workbook;
beforeAll(async () => {
  workbook = await write(report);
});

type Lines = ReturnType<typeof readList>;
const linesOf = (book: ExcelJS.Workbook, rank: number): Lines =>
  readList(book, 'Provenance').filter(({ FINESS }) => FINESS === finessOf(rank));
const natured = (lines: Lines, nature: string): Lines => lines.filter(({ Nature }) => Nature === nature);

/** The workbook of the report whose first declarant has another return. */
async function told(over: Partial<Return>): Promise<Lines> {
  const [row, ...others] = report.rows;
  if (!row?.state) throw new Error('the first declarant answered');
  const book = await write({ ...report, rows: [{ ...row, state: { ...row.state, ...over } }, ...others] });
  return linesOf(book, RANKS.carrier);
}

/** Lists of a return, each with its section's deposit. */
async function detailed(details: Partial<Details>): Promise<Lines> {
  const source = sourceOf('liste', { file: 'liste.xlsx', sha256: 'c'.repeat(64) });
  return told({
    details: { ...NO_DETAILS, ...details },
    sections: { numerique: source, etp: source, maturite: source, actions: source },
  });
}

describe('the place of a declared value', () => {
  it('stands in columns of its own beside the words, a line of a CSV', () => {
    const line = linesOf(workbook, 1).find(({ Colonne }) => Colonne === 'charges_titre1');
    expect(line).toMatchObject({
      Nature: 'Donnée déclarée',
      Fichier: 'dépôts/établissements 0.csv',
      Feuille: null,
      Cellule: null,
      Ligne: 3,
      'Dernière ligne': null,
      'Colonne du fichier': 'charges_titre1',
      Emplacement: 'Ligne 3, colonne « charges_titre1 »',
    });
  });

  it('is a sheet and a cell of a workbook, under the heading that the file has', async () => {
    const origin = { source: sourceOf(), at: { sheet: 'Réponses', cell: 'F5', column: 'Charges T1' } };
    const lines = await told({ origins: { charges_titre1: origin } });
    expect(lines[0]).toMatchObject({
      Feuille: 'Réponses',
      Cellule: 'F5',
      Ligne: null,
      'Colonne du fichier': 'Charges T1',
    });
  });

  it.each([
    ['lines', { line: 2, lastLine: 91 }, { Ligne: 2, 'Dernière ligne': 91 }],
    ['cells', { sheet: 'Balance', cell: 'C2:C90' }, { Cellule: 'C2:C90' }],
  ])('may be a range of %s, of which the value is the sum', async (_, at, expected) => {
    const lines = await told({ origins: { charges_titre1: { source: sourceOf(), at } } });
    expect(lines[0]).toMatchObject({
      ...expected,
      Règle: expect.stringContaining('Somme des lignes indiquées'),
    });
  });
});

describe('the rule of a value', () => {
  it.each([
    ['charges_titre1', 'Dernière ligne recevable (notre règle) ; instruction DNS/2025/12, action 7'],
    ['maturite_date', 'Dernière ligne recevable (notre règle) ; instruction DNS/2025/12, action 2'],
    ['etp_total', 'n’entre dans aucun chiffre'],
    ['charges_totales', 'charges_titre1 + charges_titre2 + charges_titre3 + charges_titre4.'],
    ['charges_numeriques_propres', 'num_personnel + num_medical + num_general + num_amortissement.'],
    [
      'charges_numeriques_retenues',
      'charges_numeriques_propres − mutualise_porte − quotes_parts + mutualise_attribue.',
    ],
    ['part_numerique', 'charges_numeriques_retenues ÷ charges_totales.'],
    ['etp_ssi_retenus', 'etp_ssi_propres − etp_ssi_portes + etp_ssi_attribues.'],
  ])('is told in words: %s', (column, words) => {
    const rules = linesOf(workbook, RANKS.carrier)
      .filter(({ Colonne }) => Colonne === column)
      .map((line) => line['Règle']);
    expect(rules).toContainEqual(expect.stringContaining(words));
  });
});

describe('the computed figures', () => {
  /** Where each stands in the workbook. */
  const SHOWN: Readonly<Record<FigureColumn, readonly [sheet: string, heading: string]>> = {
    charges_totales: ['Part numérique', "Charges d'exploitation totales"],
    charges_numeriques_propres: ['Part numérique', 'Charges numériques propres'],
    mutualise_porte: ['Part numérique', 'Charges mutualisées portées'],
    quotes_parts: ['Part numérique', 'Quotes-parts versées'],
    mutualise_attribue: ['Part numérique', 'Quote-part attribuée'],
    charges_numeriques_retenues: ['Part numérique', 'Charges numériques retenues'],
    part_numerique: ['Part numérique', 'Part du budget dédiée au numérique'],
    part_investissement: ['Part numérique', "Part de l'investissement"],
    etp_ssi_propres: ['ETP SSI', 'ETP SSI propres'],
    etp_ssi_portes: ['ETP SSI', 'ETP SSI portés'],
    etp_ssi_attribues: ['ETP SSI', 'ETP SSI attribués'],
    etp_ssi_retenus: ['ETP SSI', 'ETP SSI retenus'],
    etp_ssi_externes: ['ETP SSI', 'ETP SSI externes (non comptés)'],
  };

  it('each have a line that says what their own cell says, and have none where that is blank', () => {
    const computed = report.rows.filter(({ outcome }) => outcome.state === 'calcule');
    expect(computed.length).toBeGreaterThan(5);
    for (const { declarant } of computed) {
      const lines = natured(readList(workbook, 'Provenance'), 'Chiffre calculé').filter(
        ({ FINESS }) => FINESS === declarant.finess,
      );
      const shown = FIGURE_COLUMNS.map((name) => {
        const [sheet, heading] = SHOWN[name];
        const row = readList(workbook, sheet).find(({ FINESS }) => FINESS === declarant.finess);
        return [name, row?.[heading] ?? null];
      });
      expect(lines.map((line) => [line['Colonne'], line['Valeur en vigueur']])).toEqual(
        shown.filter(([, value]) => value !== null),
      );
    }
  });

  it('are live, and found by the FINESS of their line', () => {
    const sheet = workbook.getWorksheet('Provenance');
    const row = readList(workbook, 'Provenance').findIndex(({ Colonne }) => Colonne === 'part_numerique');
    expect(sheet?.getRow(row + 6).getCell(10).formula).toBe(
      'INDEX(PartNumerique[Part du budget dédiée au numérique],MATCH(Provenance[[#This Row],[FINESS]],PartNumerique[FINESS],0))',
    );
  });

  it('are not those of a declarant without figures', () => {
    const lines = linesOf(workbook, RANKS.carrierWithoutKey);
    expect(lines.length).toBeGreaterThan(5);
    expect(new Set(lines.map(({ Nature }) => Nature))).toEqual(new Set(['Donnée déclarée']));
  });
});

describe('a share of a pool', () => {
  it('is traced to its carrier’s deposit, with the code of the pool', () => {
    expect(natured(linesOf(workbook, 1), "Quote-part d'un groupement")).toEqual([
      expect.objectContaining({
        Donnée: 'Quote-part de charges du groupement GHT01 (Groupement GHT01)',
        Colonne: 'mutualise_attribue',
        'Valeur en vigueur': 18_703.46,
        Ligne: RANKS.carrier + 2,
        'Colonne du fichier': 'mutualise_charges',
        'SHA-256 du dépôt': '0'.padStart(64, 'a0'),
        Règle: expect.stringContaining('mutualise_charges du porteur de GHT01'),
      }),
      expect.objectContaining({
        Colonne: 'etp_ssi_attribues',
        'Valeur en vigueur': 0.11,
        'Colonne du fichier': 'mutualise_etp_ssi',
      }),
    ]);
  });

  it('of every pool together make what is allocated', () => {
    for (const { declarant, outcome } of report.rows) {
      if (outcome.state !== 'calcule') continue;
      const lines = readList(workbook, 'Provenance').filter(({ FINESS }) => FINESS === declarant.finess);
      const [allocated] = natured(lines, 'Chiffre calculé').filter(
        ({ Colonne }) => Colonne === 'mutualise_attribue',
      );
      const shares = natured(lines, "Quote-part d'un groupement")
        .filter(({ Colonne }) => Colonne === 'mutualise_attribue')
        .map((line) => Number(line['Valeur en vigueur']));
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(
        Number(allocated?.['Valeur en vigueur']),
        6,
      );
    }
  });
});

describe('the figures of the campaign before', () => {
  it('come from the history of the reference set, whose SHA-256 is given', () => {
    const lines = natured(linesOf(workbook, RANKS.carrier), 'Chiffre de la campagne précédente');
    expect(lines.map((line) => [line['Colonne'], line['Valeur en vigueur'], line['Fichier']])).toEqual([
      ['charges_numeriques_retenues', 12_345.67, 'historique.csv'],
      ['charges_totales', 1_000_000, 'historique.csv'],
      ['part_numerique', 12_345.67 / 1_000_000, null],
      ['etp_ssi_retenus', 1.25, 'historique.csv'],
    ]);
    expect(lines[0]).toMatchObject({ 'SHA-256 du dépôt': 'e'.repeat(64), 'Jour du dépôt': null });
    expect(natured(linesOf(workbook, 1), 'Chiffre de la campagne précédente')).toEqual([]);
  });
});

describe('the lists behind declared values', () => {
  const at = { sheet: 'Comptes', cell: 'D7' };

  it('give each digital account, its place, and the column that it adds to', async () => {
    const account = {
      nomenclature: 'M21',
      account: '61526',
      label: 'Maintenance',
      block: 'general',
    } as const;
    const lines = await detailed({
      accounts: [
        { ...account, amount: 100_00n, digital: 100_00n, at },
        { ...account, account: '6156', amount: 100_000_00n, digital: 25_50n, at: { ...at, cell: 'D8' } },
      ],
    });
    expect(natured(lines, 'Détail : compte numérique')).toEqual([
      expect.objectContaining({
        Donnée: 'Maintenance (compte 61526)',
        Colonne: 'num_general',
        'Valeur en vigueur': 100,
        Fichier: 'liste.xlsx',
        Feuille: 'Comptes',
        Cellule: 'D7',
        Règle: 'Entre dans num_general : compte numérique, lu en entier (M21, comptes.csv).',
      }),
      expect.objectContaining({
        Cellule: 'D8',
        'Valeur en vigueur': 25.5,
        Règle: expect.stringContaining("part numérique d'un compte de 100\u202f000,00 €"),
      }),
    ]);
    const general = lines.find((line) => line['Colonne'] === 'num_general');
    expect(general?.['Règle']).toContain('Le détail suit, ligne par ligne.');
  });

  it('give each line of staff, and how it makes FTE', async () => {
    const line = { function: 'RSSI', quota: 80_00n, months: 6_00n, count: 1_00n, at };
    const lines = await detailed({
      staff: [
        { ...line, type: 'interne' },
        { ...line, type: 'externe' },
      ],
    });
    expect(natured(lines, 'Détail : personnel SSI')).toEqual([
      expect.objectContaining({
        Donnée: 'RSSI (interne)',
        Colonne: 'etp_ssi_internes',
        'Valeur en vigueur': 0.4,
        Règle: expect.stringContaining('quotité 80 % × 6 mois ÷ 12 × 1 ;'),
      }),
      expect.objectContaining({ Colonne: 'etp_ssi_externes' }),
    ]);
  });

  it('give each answer that « Maturité » shows', async () => {
    const lines = await detailed({
      measures: [
        { measure: 'M1', level: 3, comment: '', at },
        { measure: 'M2', level: null, comment: '', at },
      ],
      actions: [{ item: 'exercice_retex', value: 'oui', at }],
      directories: [{ directory: 'AD principal', score: 2, date: null, at }],
    });
    const answers = lines.filter(({ Nature }) => String(Nature).startsWith('Réponse'));
    expect(answers.map((line) => [line['Nature'], line['Donnée'], line['Valeur en vigueur']])).toEqual([
      ['Réponse : mesure de maturité', 'Mesure M1', 3],
      ['Réponse : mesure de maturité', 'Mesure M2', 'n.a.'],
      ['Réponse : autre action', 'Retour d’expérience de l’exercice formalisé par écrit', 'Oui'],
      ['Réponse : annuaire audité', "Score ADS de l'annuaire « AD principal »", 2],
    ]);
    expect(answers.every(({ Cellule }) => Cellule === 'D7')).toBe(true);
  });

  it('give what another system says of the budget, as a control', async () => {
    const titles = [1_00n, 2_00n, 3_00n, 4_50n] as const;
    const lines = await told({ budgetCheck: { titles, at: { line: 9 }, source: sourceOf() } });
    expect(natured(lines, 'Contrôle')).toEqual([
      expect.objectContaining({ 'Valeur en vigueur': 10.5, Ligne: 9, Fichier: 'fact-1.csv' }),
    ]);
  });
});

describe('the links of « Provenance »', () => {
  const linkOf = (sheet: string, row: number, heading: string) => {
    const worksheet = workbook.getWorksheet(sheet);
    const headings = Object.keys(readList(workbook, sheet)[0] ?? {});
    return worksheet?.getRow(row).getCell(headings.indexOf(heading) + 1);
  };

  it('lead to the very cell of « Données déclarées », by FINESS: sorting breaks none', () => {
    const row = readList(workbook, 'Provenance').findIndex(({ Colonne }) => Colonne === 'charges_titre1') + 6;
    const { formula } = linkOf('Provenance', row, 'Voir') ?? {};
    const column = /^HYPERLINK\("#'Données déclarées'!([A-Z]+)"&\(MATCH\(/.exec(formula ?? '')?.[1] ?? '';
    expect(workbook.getWorksheet('Données déclarées')?.getCell(`${column}5`).value).toBe('charges_titre1');
    expect(formula).toContain('MATCH(Provenance[[#This Row],[FINESS]],DonneesDeclarees[FINESS],0)+5');
  });

  it.each(['Part numérique', 'ETP SSI', 'Données déclarées'])('lead back from « %s »', (sheet) => {
    expect(linkOf(sheet, 6, 'Provenance')?.formula).toMatch(
      /^HYPERLINK\("#'Provenance'!A"&\(MATCH\(\w+\[\[#This Row\],\[FINESS\]\],Provenance\[FINESS\],0\)\+5\),"Voir"\)$/,
    );
  });
});
