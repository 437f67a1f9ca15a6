import type ExcelJS from 'exceljs';
import { createWorkbookWriter } from '../../../shared/adapters/workbooks/workbook-writer.ts';
import type { Place } from '../../../shared/domain/issues/issue.ts';
import { formatHundredths } from '../../../shared/domain/numbers/format-hundredths.ts';
import type { JustifiedAlert } from '../../../shared/domain/report/justified-alerts.ts';
import type { RegionalReport } from '../../../shared/domain/report/regional-report.ts';
import type { Source } from '../../../shared/domain/return/entry.ts';
import type { RecordedAct } from '../../../shared/domain/return/recorded-act.ts';
import { frenchWording } from '../../../shared/messages/fr.ts';
import { finessOf, RANKS } from '../../builders/fictional-campaign.ts';
import { openWorkbook, readList } from '../../builders/open-workbook.ts';
import { regionalReport, silentReport } from '../../builders/report.ts';

const writer = createWorkbookWriter({ wording: frenchWording });
const write = async (report: RegionalReport) => openWorkbook(await writer.regional(report));

const IDENTITY = ['FINESS', 'Raison sociale', 'Statut', 'Catégorie', 'Département', 'Groupe'];
const LISTS = [
  'Part numérique',
  'ETP SSI',
  'Maturité',
  'À relancer',
  'Alertes',
  'Données déclarées',
  'Provenance',
];

let workbook: ExcelJS.Workbook;
const report = regionalReport();
beforeAll(async () => {
  workbook = await write(report);
});

const line = (sheet: string, rank: number) =>
  readList(workbook, sheet).find(({ FINESS }) => FINESS === finessOf(rank));
const byArs = (source: Source): Source => ({ ...source, by: 'ars' });
const headings = (sheet: string) => Object.keys(readList(workbook, sheet)[0] ?? {});

describe('the regional workbook', () => {
  it('has its sheets in the order of the contract', () => {
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      'Synthèse',
      'Part numérique',
      'ETP SSI',
      'Maturité',
      'Mutualisation',
      'À relancer',
      'Alertes',
      'Données déclarées',
      'Provenance',
      'Méthode',
    ]);
  });

  it('says on each sheet and each printed page that it is restricted, in landscape A4', () => {
    for (const { name, headerFooter, pageSetup, views, ...sheet } of workbook.worksheets) {
      expect([name, headerFooter.oddFooter]).toEqual([
        name,
        expect.stringContaining('Diffusion restreinte – TLP:AMBER'),
      ]);
      expect(headerFooter.oddFooter).toContain('Page &P / &N');
      expect(pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 9, fitToPage: true });
      expect(views[0]).toMatchObject({ state: 'frozen' });
      expect(sheet).toBeDefined();
    }
    for (const sheet of workbook.worksheets)
      expect(String(sheet.getCell('A2').value)).toContain('Diffusion restreinte – TLP:AMBER');
  });

  it('begins each list with who it is about, and repeats its headings on paper', () => {
    for (const list of LISTS) {
      expect([list, headings(list).slice(0, 6)]).toEqual([list, IDENTITY]);
      expect(workbook.getWorksheet(list)?.pageSetup.printTitlesRow).toMatch(/:5$/);
    }
  });

  it('makes each list a table with filters, under one ASCII name each', () => {
    const tables = workbook.worksheets.flatMap((sheet) =>
      (sheet.getTables() as unknown as [{ table: ExcelJS.TableProperties }][])
        .flat()
        .map(({ table }) => table),
    );
    const names = tables.map(({ name }) => name);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    expect(names).toEqual(
      expect.arrayContaining([
        'PartNumerique',
        'EtpSsi',
        'Maturite',
        'Groupements',
        'Groupement01',
        'ARelancer',
        'Alertes',
        'DonneesDeclarees',
        'Provenance',
      ]),
    );
    for (const { name, columns } of tables) {
      expect(name).toMatch(/^[A-Za-z0-9]+$/);
      expect(columns.every(({ filterButton }) => filterButton === true)).toBe(true);
    }
  });

  it('has the headings of the contract on « Part numérique »', () => {
    expect(headings('Part numérique').slice(6)).toEqual([
      'Charges numériques propres',
      'Charges mutualisées portées',
      'Quotes-parts versées',
      'Quote-part attribuée',
      'Charges numériques retenues',
      "Charges d'exploitation totales",
      'Part du budget dédiée au numérique',
      "Part de l'investissement",
      'Part de la campagne précédente',
      'Évolution de la part',
      'Comparabilité',
      'Alertes',
      'Charges retenues en N-1',
      "Charges d'exploitation en N-1",
      'Provenance',
    ]);
  });

  it('caches the figures of each declarant that has some, and of no other', () => {
    const computed = report.rows.filter(({ outcome }) => outcome.state === 'calcule');
    const lines = readList(workbook, 'Part numérique');
    expect(lines.map(({ FINESS }) => FINESS)).toEqual(computed.map(({ declarant }) => declarant.finess));
    for (const [i, { outcome }] of computed.entries()) {
      if (outcome.state !== 'calcule') throw new Error('only the computed are here');
      const { retainedDigital, totalExpenses } = outcome.figures;
      const retained = Number(formatHundredths(retainedDigital));
      const total = Number(formatHundredths(totalExpenses));
      expect(lines[i]).toMatchObject({
        'Charges numériques retenues': retained,
        "Charges d'exploitation totales": total,
        'Part du budget dédiée au numérique': retained / total,
      });
    }
  });

  it('finds a declared value by its FINESS and rounds sums of amounts, not ratios', () => {
    const sheet = workbook.getWorksheet('Part numérique');
    expect(sheet?.getCell('G6').formula).toMatch(
      /^ROUND\(INDEX\(DonneesDeclarees\[num_personnel\],MATCH\(.*,2\)$/,
    );
    expect(sheet?.getCell('J6').formula).toBeUndefined();
    expect(sheet?.getCell('M6').formula).toBe(
      "PartNumerique[[#This Row],[Charges numériques retenues]]/PartNumerique[[#This Row],[Charges d''exploitation totales]]",
    );
  });

  it('keeps a name that starts with = a text', () => {
    expect(line('Données déclarées', RANKS.formulaName)?.['Raison sociale']).toBe('=1+1 Clinique fictive');
  });

  it('shows external FTE beside, and the carried and allocated ones of a pool', () => {
    expect(line('ETP SSI', RANKS.carrier)).toMatchObject({
      'ETP SSI propres': 1,
      'ETP SSI portés': 0.75,
      'ETP SSI attribués': 0.42,
      'ETP SSI retenus': 0.67,
      'ETP SSI externes (non comptés)': 0,
    });
    expect(line('ETP SSI', 1)?.['ETP SSI externes (non comptés)']).toBeNull();
  });

  it('holds declared values with their types, and leaves blank what was not declared', () => {
    expect(line('Données déclarées', RANKS.carrier)).toMatchObject({
      État: 'Calculé',
      cloture: 'Définitive',
      date_cloture: new Date('2026-05-01T00:00:00Z'),
      mutualise_etp_ssi: 0.75,
      quote_part_versee: null,
    });
    expect(line('Données déclarées', RANKS.neverWithoutContact)).toMatchObject({
      État: 'Non répondant',
      charges_titre1: null,
    });
  });
});

describe('who to chase', () => {
  it.each([
    [RANKS.silentMember, 'Jamais déposé', "Aucun dépôt n'a été reçu"],
    [RANKS.refused, 'Dépôt refusé', '12 EUR'],
    [RANKS.incomplete, 'Non calculé', 'ne sont pas déclarés définitivement clos'],
    [RANKS.waiting, `En attente du porteur Établissement fictif n° 7 (${finessOf(7)})`, 'Le porteur'],
  ])('gives the declarant %i its situation and why', (rank, situation, why) => {
    expect(line('À relancer', rank)).toMatchObject({
      Situation: situation,
      Raison: expect.stringContaining(why),
    });
  });

  it('names the data missing, the last deposit, the tries and the contact', () => {
    expect(line('À relancer', RANKS.incomplete)).toMatchObject({
      'Données manquantes': 'Charges numériques – générales\nETP SSI internes',
      'Dernier dépôt': 'dépôts/établissements 0.csv',
      'Jour du dernier dépôt': new Date('2026-06-01T00:00:00Z'),
      'Nombre de dépôts': 1,
      Courriel: 'dsi.11@exemple.fr',
    });
    expect(line('À relancer', RANKS.neverWithoutContact)).toMatchObject({
      Contact: null,
      'Nombre de dépôts': 0,
    });
  });
});

describe('pools', () => {
  it('leave no residue, and name the members of other regions on one line', () => {
    const lines = readList(workbook, 'Mutualisation');
    expect(lines[1]).toMatchObject({ Groupe: 'GHT01', 'Résidu des charges': 0, 'Résidu des ETP': 0 });
    expect(lines[1]?.['Somme des parts']).toBe(lines[1]?.['Charges portées']);
    const names = lines.map((l) => l['Raison sociale']);
    expect(names.filter((name) => name === 'Autres régions')).toHaveLength(1);
    expect(names).not.toContain('Établissement fictif n° 10000');
  });

  it('say in words what keeps them from being shared', () => {
    const [, , open, keyless] = readList(workbook, 'Mutualisation');
    expect(open).toMatchObject({ Situation: expect.stringContaining('Non close'), 'Charges portées': null });
    expect(keyless).toMatchObject({
      Situation: expect.stringContaining('Clé absente'),
      'Somme des parts': null,
    });
  });
});

describe('provenance', () => {
  it('has a line per declared value in force: file, place, day, SHA-256', () => {
    const lines = readList(workbook, 'Provenance').filter(({ FINESS }) => FINESS === finessOf(1));
    expect(lines.find(({ Colonne }) => Colonne === 'quote_part_versee')).toMatchObject({
      Donnée: 'Quotes-parts versées au groupement',
      Fichier: 'dépôts/établissements 0.csv',
      Emplacement: 'Ligne 3, colonne « quote_part_versee »',
      'Jour du dépôt': new Date('2026-06-01T00:00:00Z'),
      'SHA-256 du dépôt': '0'.padStart(64, 'a0'),
    });
    expect(lines.find(({ Colonne }) => Colonne === 'mutualise_charges')).toBeUndefined();
  });

  it('says which files the agency deposited in the place of the body', async () => {
    const [row, ...others] = report.rows;
    const origin = row?.state?.origins.num_general;
    if (!row?.state || !origin) throw new Error('the first declarant answered');
    const origins = { ...row.state.origins, num_general: { ...origin, source: byArs(origin.source) } };
    const told = await write({ ...report, rows: [{ ...row, state: { ...row.state, origins } }, ...others] });
    const files = readList(told, 'Provenance')
      .filter(({ FINESS }) => FINESS === row.declarant.finess)
      .map(({ Colonne, Fichier }) => [Colonne, Fichier]);
    expect(files).toContainEqual(['num_general', "dépôts/établissements 0.csv (déposé par l'ARS)"]);
    expect(files).toContainEqual(['num_medical', 'dépôts/établissements 0.csv']);
  });
});

describe('the provenance of what other kinds of files say', () => {
  it.each<[string, Place, string]>([
    ['a balance: the lines of its accounts', { line: 2, lastLine: 91 }, 'Lignes 2 à 91'],
    [
      'a balance in a workbook: its cells',
      { sheet: 'Balance', cell: 'C2:C90' },
      'Feuille « Balance », cellules C2:C90',
    ],
    ['an extract of staff: one line', { line: 3 }, 'Ligne 3'],
    ['a questionnaire: its date', { sheet: 'Réponses', cell: 'F5' }, 'Feuille « Réponses », cellule F5'],
  ])('%s', async (_, at, words) => {
    const [row, ...others] = report.rows;
    const origin = row?.state?.origins.num_general;
    if (!row?.state || !origin) throw new Error('the first declarant answered');
    const origins = { ...row.state.origins, num_general: { ...origin, at } };
    const told = await write({ ...report, rows: [{ ...row, state: { ...row.state, origins } }, ...others] });
    const lines = readList(told, 'Provenance').filter(({ FINESS }) => FINESS === row.declarant.finess);
    expect(lines.find(({ Colonne }) => Colonne === 'num_general')).toMatchObject({ Emplacement: words });
    expect(lines.find(({ Colonne }) => Colonne === 'num_medical')).toMatchObject({
      Emplacement: expect.stringMatching(/^Ligne \d+, colonne « num_medical »$/),
    });
  });
});

describe('alerts', () => {
  it('say what was found and the limit', () => {
    expect(line('Alertes', RANKS.lowShare)).toMatchObject({
      Alerte: 'Part du numérique très basse',
      Code: 'SHARE_LOW',
      Constat: expect.stringMatching(/ sous 0,30? % : /),
    });
  });
});

describe('the justification of an alert', () => {
  const [alert, ...others] = report.alerts;
  const justification: RecordedAct = {
    fact: 'fact-9' as RecordedAct['fact'],
    day: '2026-05-12' as RecordedAct['day'],
    by: 'etablissement',
    kind: 'justification',
    text: '=2+2 : nouveau centre de données',
    alert: 'SHARE_LOW',
    until: null,
  };
  const told = async (over: Partial<JustifiedAlert>) => {
    if (!alert) throw new Error('the report of the test has an alert');
    return write({ ...report, alerts: [{ ...alert, ...over }, ...others] });
  };
  const first = (book: ExcelJS.Workbook) => readList(book, 'Alertes')[0];

  it('is asked for where none was given', () => {
    expect(readList(workbook, 'Alertes')[0]).toMatchObject({
      État: 'à justifier',
      Justification: null,
      'Donnée par': null,
      Le: null,
    });
  });

  it('stands beside it, as text, with its author and its day', async () => {
    const book = await told({ justification });
    expect(first(book)).toMatchObject({
      État: 'justifiée',
      Justification: '=2+2 : nouveau centre de données',
      'Donnée par': "l'établissement, par un acte",
      Le: new Date('2026-05-12T00:00:00Z'),
    });
    const column = headings('Alertes').indexOf('Justification') + 1;
    expect(book.getWorksheet('Alertes')?.getRow(6).getCell(column).formula).toBeUndefined();
  });

  it('names the file in which it was typed, and says when it is older than the figures', async () => {
    const typed = { ...justification, file: 'dépôts/comptes.xlsx' };
    const takenSince = report.rows[0]?.state?.lastTaken ?? null;
    expect(first(await told({ justification: typed, takenSince }))).toMatchObject({
      'Donnée par': "l'établissement, dans le fichier « dépôts/comptes.xlsx », avant le dépôt du 01/06/2026",
    });
  });

  it('takes any text that a user may type, cut at what a cell shows', async () => {
    const text = `\u0000@SOMME(1)\ud800 ${'é'.repeat(40_000)}`;
    const shown = first(await told({ justification: { ...justification, text } }))?.['Justification'];
    expect(shown).toHaveLength(2_000);
    expect(shown).toMatch(/^\ufffd@SOMME\(1\)\ufffd é+…$/);
  });
});

describe('a region where nothing was deposited', () => {
  it('has lists that say so, zero counts and blanks instead of errors', async () => {
    const silent = await write(silentReport());
    expect(readList(silent, 'Part numérique')[0]).toMatchObject({
      FINESS: null,
      'Raison sociale': "Aucun établissement n'a de chiffres calculés à ce jour.",
    });
    expect(readList(silent, 'Alertes')[0]?.['Raison sociale']).toBe('Aucune alerte.');
    expect(String(silent.getWorksheet('Synthèse')?.getCell('A3').value)).toContain(
      "Aucun dépôt n'a été reçu",
    );
    const [share] = readList(silent, 'Synthèse', 9);
    expect(share).toMatchObject({ Attendus: 3, Calculés: 0, Couverture: 0, Valeur: null, Médiane: null });
  });
});
