import JSZip from 'jszip';
import { readXlsx } from '../../../shared/adapters/tables/xlsx/read-xlsx.ts';
import { buildTemplate } from '../../../shared/adapters/template/build-template.ts';
import type { Directory } from '../../../shared/domain/declarant/directory.ts';
import { parseReference } from '../../../shared/domain/deposit/cell-reference.ts';
import { columnsOf, type SectionName } from '../../../shared/domain/deposit/columns.ts';
import { readDeposit } from '../../../shared/domain/deposit/read-deposit.ts';
import type { DelimitedContent } from '../../../shared/domain/deposit/table.ts';
import { templateRequest } from '../../../shared/domain/deposit/template/make-request.ts';
import type { Entry } from '../../../shared/domain/return/entry.ts';
import { declarations, delimited, readingContext } from '../../builders/declaration.ts';
import { CARRIER, declarantOf, directory, GHT, LONER, MEMBER } from '../../builders/directory.ts';
import { CAMPAIGN } from '../../builders/entry.ts';
import { type Entered, FILLERS } from './fill-elsewhere.ts';

const M21 = (
  account: string,
  block: 'personnel' | 'medical' | 'general' | 'investissement',
  mode: 'lecture' | 'retraitement',
) => ({ nomenclature: 'M21', year: 2025, account, label: `Compte ${account}`, block, mode }) as const;
/** As comptes.csv holds them: by account. Those of the template stand on the lines 1 to 5. */
const ACCOUNTS = [
  M21('2183', 'investissement', 'lecture'),
  M21('615161', 'medical', 'lecture'),
  M21('615261', 'general', 'lecture'),
  M21('6262', 'general', 'retraitement'),
  M21('64', 'personnel', 'retraitement'),
];
const MEASURES = [
  { code: 'M1', theme: 'Accès', label: 'Comptes nominatifs', highest: 3 },
  { code: 'M2', theme: 'Accès', label: 'Mots de passe', highest: 4 },
  { code: 'M3', theme: 'Données', label: 'Sauvegardes hors ligne', highest: 4 },
];
const DIRECTORY = directory({
  accounts: ACCOUNTS,
  measures: MEASURES,
  declarants: [declarantOf(CARRIER), declarantOf(MEMBER), declarantOf(LONER)],
  groups: [GHT],
});
const CONTEXT = readingContext({ directory: DIRECTORY });

async function templateOf(directory: Directory): Promise<Uint8Array> {
  const request = templateRequest(CARRIER, directory, CAMPAIGN, null);
  if (!request) throw new Error('the carrier is in the reference set');
  return buildTemplate(request);
}
const template = await templateOf(DIRECTORY);

const at = (
  table: string,
  line: number,
  cells: Readonly<Record<string, Entered['value']>>,
): readonly Entered[] => Object.entries(cells).map(([heading, value]) => ({ table, line, heading, value }));
const named = (values: Readonly<Record<string, Entered['value']>>): readonly Entered[] =>
  Object.entries(values).map(([name, value]) => ({ name, value }));

const GOOD: readonly Entered[] = [
  ...named({
    cloture: 'definitive',
    date_cloture: { date: '2026-05-20' },
    charges_titre1: 600_000,
    charges_titre2: 200_000.1,
    charges_titre3: 150_000.29,
    charges_titre4: 50_000,
    emplois_investissement: 40_000,
    num_amortissement: 3_000.5,
    etp_total: 120,
    maturite_date: { date: '2026-03-10' },
    mutualise_charges: 1_234.56,
    quotes_parts_refacturees: 600,
  }),
  ...at('tableau_comptes', 1, { 'Part numérique': 8_000 }),
  ...at('tableau_comptes', 2, { 'Montant du compte': 1_000.1 }),
  ...at('tableau_comptes', 4, { 'Montant du compte': 9_000, 'Part numérique': 4_000.2 }),
  ...at('tableau_comptes', 5, { 'Montant du compte': 600_000, 'Part numérique': 10_000 }),
  // On a blank line: an account under one of the list.
  ...at('tableau_comptes', 8, {
    Compte: '6152612',
    Libellé: 'Maintenance, site 2',
    'Montant du compte': 2_000,
  }),
  ...at('tableau_etp', 1, { Fonction: 'RSSI', Type: 'interne', 'Quotité (%)': 0.8, Mois: 12, Nombre: 1 }),
  ...at('tableau_etp', 2, { Fonction: 'SOC', Type: 'externe', 'Quotité (%)': 1, Mois: 6, Nombre: 3 }),
  // A line is skipped.
  ...at('tableau_etp', 4, {
    Fonction: 'RSSI du GHT',
    Type: 'mutualisé',
    'Quotité (%)': 0.5,
    Mois: 7,
    Nombre: 1,
  }),
  ...at('tableau_mesures', 1, { Niveau: 2, Commentaire: 'En cours' }),
  ...at('tableau_mesures', 2, { Niveau: 4 }),
  ...at('tableau_mesures', 3, { 'Non applicable': 'oui' }),
  ...at('tableau_actions', 1, { Réponse: { date: '2026-02-03' } }),
  ...at('tableau_actions', 2, { Réponse: 'oui' }),
  ...at('tableau_annuaires', 1, {
    Annuaire: 'AD du CH',
    'Score ADS': 3,
    'Date de l’audit': { date: '2026-01-15' },
  }),
  ...at('tableau_justifications', 4, { Justification: 'Changement de périmètre en 2025.' }),
];

function entryOf(content: DelimitedContent): Entry {
  const { entries, issues } = readDeposit({ kind: 'delimited', content }, CONTEXT);
  const [entry] = entries;
  if (!entry || issues.length > 0 || entry.issues.length > 0)
    throw new Error(JSON.stringify({ entry, issues }));
  return entry;
}

/** The same, as a person would send it by CSV: a declaration, the accounts, the staff, the questionnaire. */
const declared = entryOf(
  declarations({
    finess: CARRIER,
    campagne: '2026',
    cloture: 'definitive',
    date_cloture: '20/05/2026',
    charges_titre1: '600000',
    charges_titre2: '200000,10',
    charges_titre3: '150000,29',
    charges_titre4: '50000',
    emplois_investissement: '40000',
    num_personnel: '10000',
    num_medical: '1000,10',
    num_general: '6000,20',
    num_amortissement: '3000,50',
    num_investissement: '8000',
    mutualise_charges: '1234,56',
    mutualise_etp_ssi: '0,29',
    quotes_parts_refacturees: '600',
    etp_total: '120',
    etp_ssi_internes: '1,09',
    etp_ssi_externes: '1,5',
    maturite_date: '10/03/2026',
  }),
);
const staff = entryOf(
  delimited(
    ['finess', 'exercice', 'Fonction', 'Type', 'Quotité', 'Mois', 'Nombre'],
    [CARRIER, '2025', 'RSSI', 'interne', '80 %', '12', '1'],
    [CARRIER, '2025', 'SOC', 'externe', '100 %', '6', '3'],
    [CARRIER, '2025', 'RSSI du GHT', 'mutualisé', '50 %', '7', '1'],
  ),
);
const questionnaire = entryOf(
  delimited(
    ['finess', 'maturite_date', 'mesure', 'niveau', 'non_applicable', 'commentaire'],
    [CARRIER, '10/03/2026', 'M1', '2', '', 'En cours'],
    [CARRIER, '10/03/2026', 'M2', '4', '', ''],
    [CARRIER, '10/03/2026', 'M3', '', 'oui', ''],
  ),
);
const balance = entryOf(
  delimited(
    ['finess', 'exercice', 'compte', 'debit', 'credit', 'part_numerique'],
    [CARRIER, '2025', '615161', '1000,10', '', ''],
    [CARRIER, '2025', '6152612', '2000', '', ''],
    [CARRIER, '2025', '6262', '9000', '', '4000,20'],
    [CARRIER, '2025', '64', '600000', '', '10000'],
  ),
);

const placeless = (lines: readonly { readonly at: unknown }[] = []) =>
  lines.map(({ at: _at, ...line }) => line);

const SECTIONS: readonly SectionName[] = [
  'cloture',
  'budget',
  'numerique',
  'mutualisation',
  'etp',
  'maturite',
];

async function read(file: Uint8Array): Promise<Entry> {
  const { entries, issues, kind } = readDeposit({ kind: 'workbook', content: await readXlsx(file) }, CONTEXT);
  const [entry] = entries;
  if (kind !== 'template' || !entry || issues.length > 0) throw new Error(JSON.stringify({ kind, issues }));
  return entry;
}

interface Parts {
  readonly names: readonly string[];
  /** By sheet: whether it is protected, how many cells are checked, and what each check says. */
  readonly sheets: readonly {
    readonly protected: boolean;
    readonly cells: number;
    readonly says: readonly string[];
  }[];
}

/** What must survive a program, as its file has it. */
async function partsOf(file: Uint8Array): Promise<Parts> {
  const zip = await JSZip.loadAsync(file);
  const { names } = await readXlsx(file);
  const parts = zip
    .file(/^xl\/worksheets\/sheet\d+\.xml$/)
    .sort((a, b) => numberOf(a.name) - numberOf(b.name));
  const sheets = await Promise.all(
    parts.map(async (part) => {
      const xml = await part.async('string');
      const checks = xml.match(/<dataValidation .*?>/gs) ?? [];
      const ranges = checks.flatMap((check) => / sqref="([^"]*)"/.exec(check)?.[1]?.split(' ') ?? []);
      return {
        protected: /<sheetProtection [^>]*sheet="(1|true)"/.test(xml),
        cells: ranges.reduce((sum, range) => sum + cellsIn(range), 0),
        says: [...new Set(checks.map((check) => plain(/ error="([^"]*)"/.exec(check)?.[1] ?? '')))].sort(),
      };
    }),
  );
  return { names: [...names.keys()].sort(), sheets };
}

/** Each program writes letters in its own way. */
function plain(xml: string): string {
  return xml
    .replaceAll('&apos;', "'")
    .replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)));
}

const numberOf = (name: string) => Number(/\d+/.exec(name)?.[0]);

function cellsIn(range: string): number {
  const [first, last = first] = range.split(':').map(parseReference);
  if (!first || !last) throw new Error(`not a range: ${range}`);
  return (last.row - first.row + 1) * (last.column - first.column + 1);
}

describe.each(FILLERS)('the template filled by $program', ({ here, fill }) => {
  const whereInstalled = here ? it : it.skip;
  let kept: Uint8Array | null = null;
  const good = () => {
    kept ??= fill(template, GOOD);
    return kept;
  };

  whereInstalled('says what the same declarations say by CSV', async () => {
    const entry = await read(good());
    expect(entry.issues).toEqual([]);
    expect(entry.values).toEqual(declared.values);
    expect(entry.sections).toEqual([...SECTIONS, 'actions']);
    expect(placeless(entry.details?.staff)).toEqual(placeless(staff.details?.staff));
    for (const column of columnsOf('etp').filter((one) => one !== 'etp_total')) {
      expect(entry.values[column]).toEqual(staff.values[column]);
    }
    expect(placeless(entry.details?.measures)).toEqual(placeless(questionnaire.details?.measures));
    const expenses = entry.details?.accounts?.filter(({ block }) => block !== 'investissement');
    expect(placeless(expenses)).toEqual(placeless(balance.details?.accounts));
    expect(placeless(entry.details?.actions)).toEqual([
      { item: 'exercice_date', value: '2026-02-03' },
      { item: 'exercice_retex', value: 'oui' },
    ]);
    expect(placeless(entry.details?.directories)).toEqual([
      { directory: 'AD du CH', score: 3, date: '2026-01-15' },
    ]);
    expect(placeless(entry.justifications)).toEqual([
      { alert: 'CHANGE_ON_PREVIOUS_YEAR', text: 'Changement de périmètre en 2025.' },
    ]);
  });

  whereInstalled('has no formula in error', async () => {
    const { sheets } = await readXlsx(good());
    expect(sheets.flatMap(({ cells }) => [...cells.values()].filter(({ kind }) => kind === 'error'))).toEqual(
      [],
    );
  });

  whereInstalled('comes back with an issue at each wrong cell, and at no other', async () => {
    const entry = await read(
      fill(
        template,
        WRONG.map(({ entered }) => entered),
      ),
    );
    const places = entry.issues.map(({ code, at: { sheet, cell } }) => `${code} ${sheet}!${cell}`);
    expect(places.sort()).toEqual(WRONG.map(({ code, place }) => `${code} ${place}`).sort());
  });

  whereInstalled('keeps its names, its protection and its checks', async () => {
    const before = await partsOf(template);
    expect(await partsOf(good())).toEqual(before);
    expect(before.sheets).toHaveLength(9);
    expect(before.sheets.every((sheet) => sheet.protected)).toBe(true);
  });
});

const [office] = FILLERS;
const whereInstalled = office?.here ? it : it.skip;

describe('the template, its sheets renamed and rows inserted', () => {
  whereInstalled('is read by its names', async () => {
    const changed = office?.fill(template, [
      { rename: 'ETP SSI', to: "Agents de l'année" },
      { rename: 'Clôture et budget', to: 'Budget' },
      { insertAbove: 'tableau_etp', rows: 2 },
      { insertAbove: 'charges_titre2', rows: 1 },
      { insertAbove: 'tableau_annuaires', rows: 3 },
      ...GOOD,
    ]);
    const entry = await read(changed ?? new Uint8Array());
    expect(entry.issues).toEqual([]);
    expect(entry.values).toEqual(declared.values);
    expect(placeless(entry.details?.staff)).toEqual(placeless(staff.details?.staff));
    expect(entry.details?.directories).toHaveLength(1);
    expect(entry.places).toMatchObject({
      charges_titre2: { sheet: 'Budget', cell: 'B9' },
      etp_ssi_internes: { sheet: "Agents de l'année", cell: 'C5' },
    });
  });
});

/** One defect per cell, and where it must be told. */
const WRONG: readonly { readonly entered: Entered; readonly code: string; readonly place: string }[] = [
  wrong('campagne', '2024', 'CAMPAIGN_MISMATCH', 'Identification!B6'),
  wrong('cloture', 'close', 'CLOSURE_UNKNOWN', 'Clôture et budget!B5'),
  wrong('date_cloture', 'mai 2026', 'DATE_UNREADABLE', 'Clôture et budget!B6'),
  wrong('charges_titre1', -1, 'NUMBER_NEGATIVE', 'Clôture et budget!B7'),
  wrong('charges_titre2', 'environ 100', 'NUMBER_UNREADABLE', 'Clôture et budget!B8'),
  wrong('charges_titre3', 0.125, 'NUMBER_TOO_PRECISE', 'Clôture et budget!B9'),
  wrong('charges_titre4', 1e14, 'NUMBER_TOO_LARGE', 'Clôture et budget!B10'),
  wrong('etp_total', 'dix', 'NUMBER_UNREADABLE', 'ETP SSI!B5'),
  wrong('mutualise_charges', -5, 'NUMBER_NEGATIVE', 'Mutualisation!B5'),
  wrong('maturite_date', { date: '2025-12-31' }, 'MATURITY_DATE_BEFORE_CAMPAIGN', 'Maturité!D5'),
  wrongIn('tableau_comptes', 2, 'Montant du compte', 'cent', 'NUMBER_UNREADABLE', 'Charges numériques!F10'),
  wrongIn('tableau_comptes', 5, 'Part numérique', -2, 'NUMBER_NEGATIVE', 'Charges numériques!G13'),
  wrongIn('tableau_mesures', 1, 'Niveau', 9, 'LEVEL_OUT_OF_RANGE', 'Maturité!D9'),
  wrongIn('tableau_mesures', 2, 'Non applicable', 'peut-être', 'CHOICE_UNKNOWN', 'Maturité!F10'),
  wrongIn('tableau_mesures', 3, 'Commentaire', 'x'.repeat(2_001), 'TEXT_TOO_LONG', 'Maturité!G11'),
  wrongIn('tableau_actions', 1, 'Réponse', 'en mars', 'DATE_UNREADABLE', 'Actions!D5'),
  wrongIn('tableau_actions', 2, 'Réponse', 'presque', 'CHOICE_UNKNOWN', 'Actions!D6'),
  wrongIn('tableau_actions', 14, 'Réponse', 'beaucoup', 'NUMBER_UNREADABLE', 'Actions!D18'),
  wrongIn('tableau_annuaires', 1, 'Score ADS', 6, 'SCORE_OUT_OF_RANGE', 'Actions!C27'),
  wrongIn(
    'tableau_justifications',
    1,
    'Justification',
    'x'.repeat(2_001),
    'TEXT_TOO_LONG',
    'Justifications!C5',
  ),
  ...wrongStaff(),
];

function wrong(name: string, value: Entered['value'], code: string, place: string) {
  return { entered: { name, value }, code, place };
}

function wrongIn(
  table: string,
  line: number,
  heading: string,
  value: Entered['value'],
  code: string,
  place: string,
) {
  return { entered: { table, line, heading, value }, code, place };
}

function wrongStaff() {
  const table = 'tableau_etp';
  return [
    wrongIn(table, 1, 'Fonction', 'RSSI', 'STAFF_LINE_INCOMPLETE', 'ETP SSI!E9'),
    wrongIn(table, 1, 'Type', 'bénévole', 'STAFF_TYPE_UNKNOWN', 'ETP SSI!B9'),
    wrongIn(table, 1, 'Quotité (%)', 140, 'QUOTA_OUT_OF_RANGE', 'ETP SSI!C9'),
    wrongIn(table, 1, 'Mois', 13, 'MONTHS_OUT_OF_RANGE', 'ETP SSI!D9'),
  ];
}
