import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import ExcelJS from 'exceljs';
import { simulateCampaign } from '../../shared/adapters/simulation/simulate-campaign.ts';
import { readReferenceFiles } from '../../shared/adapters/tables/read-reference-files.ts';
import { buildTemplate } from '../../shared/adapters/template/build-template.ts';
import { directoryOf } from '../../shared/domain/declarant/directory.ts';
import type { ReferenceFile } from '../../shared/domain/declarant/reading/reference-files.ts';
import { templateRequest } from '../../shared/domain/deposit/template/make-request.ts';
import type { Finess } from '../../shared/domain/finess/finess.ts';
import { CAMPAIGN } from '../builders/entry.ts';
import { type Entered, FILLERS } from '../integration/template/fill-elsewhere.ts';

/** A folder of each, as the main job takes them. */
interface Folders {
  readonly reference: string;
  readonly deposits: string;
}

type Rows = readonly (readonly (string | number | Date)[])[];

const EARLIER = new URL('../fixtures/templates/modele-2026-1.xlsx', import.meta.url);
const LIBRE_OFFICE = FILLERS.find(({ program }) => program === 'LibreOffice');

/** A template whose tables are filled needs a program that calculates its totals. */
export const canWriteEveryShape = LIBRE_OFFICE?.here === true;

/**
 * A simulated campaign of 120 declarants (CSV in six dialects, templates, questionnaires), with figures of the years
 * before and successions; then, for bodies of no group, a deposit in each other shape that is read.
 *
 * @returns the files of these other shapes, by their path among the deposits
 */
export async function writeEveryShape({ reference, deposits }: Folders): Promise<readonly string[]> {
  const campaign = simulateCampaign({ declarants: 120, seed: 5 });
  for (const [name, bytes] of campaign.referenceFiles) await write(join(reference, name), bytes);
  for await (const { path, bytes } of campaign.deposits) await write(join(deposits, path), bytes);

  const others = await otherShapes(campaign.referenceFiles);
  // After all others in the order of their paths: what they say is in force.
  for (const [name, bytes] of others) await write(join(deposits, 'zz', name), bytes);
  return [...others.keys()].map((name) => `zz/${name}`);
}

async function otherShapes(
  files: ReadonlyMap<ReferenceFile, Uint8Array>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const reading = readReferenceFiles(files);
  if (!reading.ok) throw new Error('the reference set is refused');
  const directory = directoryOf(reading.reference);
  const measures = reading.reference.measures.map(({ code }) => code);
  const alone = reading.reference.declarants.filter(({ finess }) => directory.groupsOf(finess).length === 0);
  /** Of a public body, or of a private one. */
  const body = (rank: number, isPublic: boolean): Finess => {
    const found = alone.filter(({ status }) => (status === 'public') === isPublic)[rank];
    if (!found) throw new Error('too few bodies of no group');
    return found.finess;
  };
  const request = templateRequest(body(3, true), directory, CAMPAIGN, null);
  if (!request || !LIBRE_OFFICE) throw new Error('no template can be filled');
  return new Map([
    ['balance.csv', csv([...balanceOf(body(0, true), 1), ...balanceOf(body(1, true), 3).slice(1)])],
    ['balance.xlsx', await sheet('Balance générale', movementsOf(body(2, true)), 4)],
    ['effectifs.csv', csv([...staffOf(body(0, false), ' %'), ...staffOf(body(1, false), '').slice(1)])],
    ['effectifs.xlsx', await sheet('Extraction RH', staffOf(body(2, false), null), 3)],
    ['maturite.csv', csv(answersOf(body(3, false), measures))],
    ['maturite.xlsx', await sheet('Questionnaire', answersOf(body(4, false), measures), 1)],
    ['diamant.csv', csv(extractOf([body(0, true), body(5, false)]))],
    [
      'declarations.xlsx',
      await sheet('Saisie régionale', declarationsOf([body(4, false), body(5, false)]), 2),
    ],
    ['modele-2026-2.xlsx', LIBRE_OFFICE.fill(await buildTemplate(request), TEMPLATE_ENTRIES)],
    ['modele-2026-1.xlsx', await earlierTemplate(body(4, true))],
  ]);
}

function balanceOf(finess: string, factor: number): Rows {
  const amount = (euros: number) => (euros * factor).toFixed(2).replace('.', ',');
  const row = (account: string, debit: number, credit = 0, part?: number) =>
    [finess, '2025', account, `Compte ${account}`, amount(debit), amount(credit)].concat(
      part === undefined ? '' : amount(part),
    );
  return [
    ['FINESS', 'Exercice', 'N° compte', 'Libellé', 'Solde débiteur', 'Solde créditeur', 'Dont numérique'],
    // A subtotal, that is not counted twice.
    row('64', 12_345_678.9, 100.1),
    row('6411', 12_000_000.15, 0, 250_000.5),
    row('6451', 345_678.75, 100.1, 1_234.56),
    row('6311', 98_765.43, 0, 900),
    row('60211', 2_000_000.1),
    row('615161', 45_000.55),
    row('615261', 98_765.43, 65.43),
    row('62841', 54_321),
    row('6262', 30_000, 0, 12_000.25),
    row('66111', 80_000),
    row('68112', 1_500_000.33, 0, 90_000.01),
  ];
}

function movementsOf(finess: string): Rows {
  return [
    ['Finess', 'Année', 'Compte', 'Intitulé', 'Débit', 'Crédit', 'Part SIH'],
    [finess, 2025, '2183', 'Matériel informatique', 41_000.5, 1_000.5, ''],
    [finess, 2025, '60211', 'Produits pharmaceutiques', 3_000_000.4, 0.4, ''],
    [finess, 2025, '61325', 'Locations informatiques', 15_000.07, 0, ''],
    [finess, 2025, '6411', 'Personnel', 20_000_000, 0, 400_000.4],
    [finess, 2025, '6262', 'Télécommunications', 60_000, 5_000, 20_000],
    [finess, 2025, '6811', 'Amortissements', 2_000_000, 0, 150_000],
  ];
}

/** @param sign after a share in percent; null for the fraction that a sheet holds */
function staffOf(finess: string, sign: string | null): Rows {
  const quota = (percent: number) => (sign === null ? percent / 100 : `${percent}${sign}`);
  return [
    ['finess', 'exercice', 'fonction', 'type', 'quotite', 'mois', 'nombre'],
    [finess, 2025, 'RSSI', 'interne', quota(80), 12, 1],
    [finess, 2025, 'Technicien', 'Internes', quota(50), 7, 2],
    [finess, 2025, 'SOC', 'externe', quota(100), 6, 3],
    [finess, 2025, 'Administrateur', 'interne', quota(33), 11, 1],
  ];
}

function answersOf(finess: string, [first = '', second = '', third = '']: readonly string[]): Rows {
  return [
    ['FINESS', 'Campagne', 'Mesure', 'Niveau', 'Non applicable', 'Commentaire', "Date d'évaluation"],
    [finess, 2026, first, 3, '', 'Nommé en mars', '2026-03-10'],
    [finess, 2026, second, '', 'oui', '', '2026-03-10'],
    [finess, 2026, third, 1, '', '', '2026-03-10'],
  ];
}

function extractOf(bodies: readonly string[]): Rows {
  const title = (number: string) => `Dépenses Titre ${number} Budget global`;
  return [
    ['Finess EJ', 'Finess ET', 'Année', "Nombre d'ETP PM", ...['I', 'II', 'III', 'IV'].map(title)],
    ...bodies.map((finess, rank) => [
      ...[finess, '', '2025', '12,5'],
      ...[
        '-38315470.489920005',
        '-7262125.2101999987',
        `-${rank + 1}790615.4500799999`,
        '-4168425.8000400001',
      ],
    ]),
  ];
}

function declarationsOf(bodies: readonly string[]): Rows {
  const day = (text: string) => new Date(`${text}T00:00:00Z`);
  return [
    [
      ...[
        'FINESS',
        'Campagne',
        'Clôture',
        'Date clôture',
        'Charges titre1',
        'Charges titre2',
        'Charges titre3',
      ],
      ...['Charges titre4', 'num_personnel', 'num_medical', 'num_general', 'num_amortissement'],
      ...['etp_total', 'ETP SSI internes', 'etp_ssi_externes'],
    ],
    ...bodies.map((finess, rank) => [
      ...[finess, 2026, 'Définitive', day('2026-05-20'), 30_000_000.01 + rank, 9_000_000, 5_000_000.5],
      ...[2_000_000, 300_000.33, 20_000, 400_000.1, 100_000],
      ...[450.5, 1.25 + rank, 0.5],
    ]),
  ];
}

const at = (
  table: string,
  line: number,
  cells: Readonly<Record<string, Entered['value']>>,
): readonly Entered[] => Object.entries(cells).map(([heading, value]) => ({ table, line, heading, value }));
const named = (values: Readonly<Record<string, Entered['value']>>): readonly Entered[] =>
  Object.entries(values).map(([name, value]) => ({ name, value }));

const BUDGET = named({
  cloture: 'definitive',
  date_cloture: { date: '2026-05-20' },
  charges_titre1: 22_000_000.55,
  charges_titre2: 6_000_000,
  charges_titre3: 5_000_000,
  charges_titre4: 2_000_000.45,
  emplois_investissement: 1_500_000,
  etp_total: 420,
  maturite_date: { date: '2026-03-10' },
});

/** The accounts of the template stand as comptes.csv lists them; what is typed on free lines comes after. */
const TEMPLATE_ENTRIES: readonly Entered[] = [
  ...BUDGET,
  ...at('tableau_comptes', 34, {
    Compte: '6152612',
    Libellé: 'Maintenance, site 2',
    'Montant du compte': 120_000.12,
  }),
  ...at('tableau_comptes', 35, {
    Compte: '64111',
    Libellé: 'Personnel titulaire',
    'Montant du compte': 21_000_000,
    'Part numérique': 310_000.31,
  }),
  ...at('tableau_etp', 1, { Fonction: 'RSSI', Type: 'interne', 'Quotité (%)': 0.8, Mois: 12, Nombre: 1 }),
  ...at('tableau_etp', 2, { Fonction: 'SOC', Type: 'externe', 'Quotité (%)': 1, Mois: 6, Nombre: 3 }),
  ...at('tableau_mesures', 1, { Niveau: 2, Commentaire: 'En cours' }),
  ...at('tableau_mesures', 2, { 'Non applicable': 'oui' }),
  ...at('tableau_mesures', 3, { Niveau: 4 }),
];

/** The template as it was published in 2026-1, its inputs typed by name; it was prepared for another body. */
async function earlierTemplate(finess: string): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await readFile(EARLIER)).buffer as ArrayBuffer);
  for (const entry of [...named({ finess, campagne: '2026' }), ...BUDGET, ...EARLIER_ENTRIES]) {
    if (!('name' in entry)) continue;
    const [range = ''] = workbook.definedNames.getRanges(entry.name).ranges;
    const [, sheet = '', cell = ''] = /^'?(.*?)'?!(.+)$/.exec(range.replaceAll('$', '')) ?? [];
    const target = workbook.getWorksheet(sheet)?.getCell(cell);
    if (!target) throw new Error(`no cell is named ${entry.name}`);
    const { value } = entry;
    target.value = typeof value === 'object' ? new Date(`${value.date}T00:00:00Z`) : value;
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const EARLIER_ENTRIES = named({
  num_personnel: 300_000.01,
  num_medical: 20_000,
  num_general: 400_000.99,
  num_amortissement: 50_000,
  num_investissement: 75_000,
  etp_ssi_internes: 2.75,
  etp_ssi_externes: 0.5,
});

function csv(rows: Rows): Uint8Array {
  return encode(rows.map((cells) => `${cells.join(';')}\n`).join(''));
}

/** A table on a sheet of its own, its headings on that row and from the second column on. */
async function sheet(name: string, rows: Rows, row: number): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('Page de garde').getCell('A1').value = 'Extraction du logiciel';
  const worksheet = workbook.addWorksheet(name);
  rows.forEach((cells, index) => {
    cells.forEach((value, column) => {
      worksheet.getCell(row + index, column + 2).value = value === '' ? null : value;
    });
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}
