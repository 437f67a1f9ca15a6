import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { readXlsx } from '../../../shared/adapters/tables/xlsx/read-xlsx.ts';
import { buildTemplate } from '../../../shared/adapters/template/build-template.ts';
import { type TemplateEntries, templateFiller } from '../../../shared/adapters/template/fill-template.ts';
import type { AccountMode, Block } from '../../../shared/domain/accounts/digital-account.ts';
import { type CampaignYear, campaignYear } from '../../../shared/domain/campaign/campaign.ts';
import type { ReferenceSet } from '../../../shared/domain/declarant/reference-set.ts';
import {
  COLUMN_NAMES,
  KEY_COLUMNS,
  NO_VALUES,
  SECTIONS,
  type Values,
} from '../../../shared/domain/deposit/columns.ts';
import { readDeposit } from '../../../shared/domain/deposit/read-deposit.ts';
import { requestOfAnyone, templateRequest } from '../../../shared/domain/deposit/template/make-request.ts';
import { TEMPLATE_TABLES } from '../../../shared/domain/deposit/template/named-table.ts';
import { TEMPLATE_VERSIONS } from '../../../shared/domain/deposit/template/version.ts';
import type { Finess } from '../../../shared/domain/finess/finess.ts';
import { readingContext } from '../../builders/declaration.ts';
import { CARRIER, directory, EXTERNAL, LONER, MEMBER, pastFigures } from '../../builders/directory.ts';

const year = campaignYear('2026');
if (year === null) throw new Error('2026 is a campaign');

const VALUES = {
  cloture: 'definitive',
  date_cloture: '2026-05-20',
  charges_titre1: 620_000_000n,
  charges_titre2: 17_000_001n,
  charges_titre3: 3_929_765_529n,
  charges_titre4: 0n,
  emplois_investissement: null,
  num_personnel: 5_000_000n,
  num_medical: -1n,
  num_general: 8_000_010n,
  num_amortissement: 3_000_000n,
  num_investissement: 25n,
  mutualise_charges: 999_999_999_999_999n,
  mutualise_etp_ssi: 5n,
  quote_part_versee: null,
  quotes_parts_refacturees: null,
  etp_total: 10_000n,
  etp_ssi_internes: 50n,
  etp_ssi_externes: 20n,
  maturite_date: '2026-03-15',
} as unknown as Values;

const ENTRIES: TemplateEntries = { finess: '019990019', campaign: '2026', values: VALUES };
const fill = await templateFiller(year);

async function read(bytes: Uint8Array) {
  const { sheets, names } = await readXlsx(bytes);
  return (name: string) => {
    const at = names.get(name);
    return sheets.find((sheet) => sheet.name === at?.sheet)?.cells.get(at?.cell ?? '');
  };
}

const TOTALS = ['total_charges_exploitation', 'total_charges_numeriques'];
const generic = requestOfAnyone(year);

function requestFor(finess: Finess, over: Partial<ReferenceSet> = {}, previous: Values | null = null) {
  const request = templateRequest(finess, directory(over), year as CampaignYear, previous);
  if (!request) throw new Error(`${finess} is in no reference set`);
  return request;
}

/** Texts of a sheet, by reference. */
async function sheetOf(bytes: Uint8Array, name: string) {
  const sheet = (await readXlsx(bytes)).sheets.find((one) => one.name === name);
  return (reference: string) => sheet?.cells.get(reference)?.text ?? '';
}

describe('the template', () => {
  it('names one cell of the workbook after each column, each total, each table and its version', async () => {
    const { names, sheets } = await readXlsx(await buildTemplate(generic));
    const expected = [...KEY_COLUMNS, ...COLUMN_NAMES, ...TOTALS, ...TEMPLATE_TABLES, 'modele_version'];
    expect([...names.keys()].sort()).toEqual(expected.sort());
    expect(new Set([...names.values()].map(({ sheet, cell }) => `${sheet}!${cell}`)).size).toBe(names.size);
    expect(sheets.map(({ name }) => name)).toEqual([
      'Lisez-moi',
      'Identification',
      'Clôture et budget',
      'Charges numériques',
      'ETP SSI',
      'Mutualisation',
      'Maturité',
      'Actions',
      'Justifications',
    ]);
  });

  it('holds the last version, and its campaign as text; every other input is blank', async () => {
    const cell = await read(await buildTemplate(generic));
    expect(cell('modele_version')?.text).toBe(TEMPLATE_VERSIONS.at(-1));
    expect(cell('campagne')).toEqual({ kind: 'text', text: '2026' });
    for (const column of ['finess', ...COLUMN_NAMES, ...TOTALS]) expect(cell(column)?.text ?? '').toBe('');
  });

  it('says nothing while nothing is entered: neither a value, nor a detail, nor an issue', async () => {
    const measures = [{ code: 'M1', theme: 'Accès', label: 'Comptes', highest: 3 }];
    const accounts = [
      { nomenclature: 'M21', year: 2025, account: '6262', label: 'T', block: 'general', mode: 'lecture' },
    ] as const;
    const content = await readXlsx(await buildTemplate(requestFor(CARRIER, { measures, accounts })));
    const { entries } = readDeposit({ kind: 'workbook', content }, readingContext());
    expect(entries).toMatchObject([{ finess: CARRIER, issues: [], values: NO_VALUES }]);
    expect(entries[0]?.sections).toEqual(SECTIONS);
    expect(entries[0]?.details).toEqual({
      accounts: [],
      staff: [],
      measures: [],
      actions: [],
      directories: [],
    });
    expect(entries[0]?.justifications).toBeUndefined();
  });

  it('checks each input, and says in French what it expects', async () => {
    // In the parts themselves: exceljs cuts ranges into cells when it loads them.
    const zip = await JSZip.loadAsync(await buildTemplate(generic));
    const sheets = await Promise.all(zip.file(/^xl\/worksheets\/sheet/).map((part) => part.async('string')));
    const { names } = await readXlsx(await buildTemplate(generic));
    const checked = sheets.flatMap((xml) => [
      ...xml.matchAll(/<dataValidation [^>]*error="([^"]*)"[^>]*sqref="([^"]*)"/g),
    ]);
    for (const [, error = ''] of checked) {
      expect(error).toMatch(/attendu|[Cc]hoisissez/);
      expect(error.length).toBeLessThan(255);
    }
    const alone = checked.filter(([, , cells = '']) => !cells.includes(':')).length;
    expect(alone).toBeGreaterThanOrEqual(KEY_COLUMNS.length + COLUMN_NAMES.length);
    for (const [prompt] of sheets.flatMap((xml) => [...xml.matchAll(/ prompt="([^"]*)"/g)])) {
      expect(prompt.length).toBeLessThan(255);
    }
    expect(names.size).toBeGreaterThan(0);
  });

  it('is protected without a password, its inputs open and the rest closed', async () => {
    const bytes = await buildTemplate(generic);
    const { names } = await readXlsx(bytes);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
    const locked = (sheet: string, cell: string) =>
      workbook.getWorksheet(sheet)?.getCell(cell).protection?.locked !== false;
    for (const [name, { sheet, cell }] of names) {
      const isInput = [...KEY_COLUMNS, ...COLUMN_NAMES].some((column) => column === name);
      expect([name, locked(sheet, cell)]).toEqual([name, !isInput]);
    }
    expect(locked('ETP SSI', 'A9')).toBe(false);
    expect(locked('ETP SSI', 'F9')).toBe(true);
    const zip = await JSZip.loadAsync(bytes);
    for (const part of zip.file(/^xl\/worksheets\/sheet/)) {
      const xml = await part.async('string');
      expect(xml).toMatch(/<sheetProtection sheet="1"[^>]*insertRows="0"/);
      expect(xml).not.toMatch(/password|hashValue/);
      expect(xml).toMatch(
        /<ignoredError [^>]*numberStoredAsText="1" unlockedFormula="1"\/><\/ignoredErrors><\/worksheet>$/,
      );
    }
  });

  it('keeps its headings in sight, and repeats them on each printed page, A4 and as wide as one page', async () => {
    const zip = await JSZip.loadAsync(await buildTemplate(generic));
    const workbook = (await zip.file('xl/workbook.xml')?.async('string')) ?? '';
    for (const number of [4, 5, 7]) {
      const xml = await zip.file(`xl/worksheets/sheet${number}.xml`)?.async('string');
      expect(xml).toMatch(/ySplit="8"[^>]*state="frozen"/);
      expect(xml).toMatch(/<pageSetup [^>]*paperSize="9"[^>]*fitToHeight="0"/);
    }
    expect(workbook).toContain('&apos;Charges numériques&apos;!$1:$8<');
  });

  it('is the same to the byte each time', async () => {
    expect(await buildTemplate(generic)).toEqual(await buildTemplate(generic));
    const request = () => requestFor(CARRIER, { history: [pastFigures(CARRIER)] });
    expect(await buildTemplate(request())).toEqual(await buildTemplate(request()));
  });
});

describe('the template of a body', () => {
  it('shows whom it was made for', async () => {
    const bytes = await buildTemplate(requestFor(MEMBER));
    expect((await read(bytes))('finess')).toEqual({ kind: 'text', text: MEMBER });
    const texts = (await readXlsx(bytes)).sheets.flatMap(({ cells }) => [...cells.values()]);
    expect(texts.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        `Établissement ${MEMBER}`,
        'Centre hospitalier (CH)',
        'Auvergne-Rhône-Alpes',
        'GHT des Dombes (membre)',
      ]),
    );
  });

  it.each([
    ['a carrier', CARRIER, ['mutualise_charges', 'mutualise_etp_ssi', 'quotes_parts_refacturees']],
    ['a member', MEMBER, ['quote_part_versee']],
    ['neither', LONER, []],
  ])('asks %s for its part of a pool alone', async (_who, finess, expected) => {
    const { names, sheets } = await readXlsx(await buildTemplate(requestFor(finess)));
    const pool = [...names.keys()].filter((name) => /mutualise|quote/.test(name));
    expect(pool.sort()).toEqual([...expected].sort());
    expect(sheets.some(({ name }) => name === 'Mutualisation')).toBe(expected.length > 0);
  });

  it('asks an external carrier for its closure and its pool alone', async () => {
    const content = await readXlsx(await buildTemplate(requestFor(EXTERNAL)));
    expect(content.sheets.map(({ name }) => name)).toEqual([
      'Lisez-moi',
      'Identification',
      'Clôture',
      'Mutualisation',
    ]);
    const { entries } = readDeposit({ kind: 'workbook', content }, readingContext());
    expect(entries).toMatchObject([{ finess: EXTERNAL, issues: [], sections: ['cloture', 'mutualisation'] }]);
  });

  it('names the accounts of each title in its chart', async () => {
    const titles = async (finess: Finess) => {
      const at = await sheetOf(await buildTemplate(requestFor(finess)), 'Clôture et budget');
      return [at('A7'), at('A9')];
    };
    const staff = 'Titre 1 – Charges de personnel (comptes 621, 631, 633, 64)';
    const others = 'Titre 3 – Charges à caractère hôtelier et général (autres comptes de la classe 6)';
    expect(await titles(CARRIER)).toEqual([staff, others]);
    const at = async (finess: Finess) =>
      (await sheetOf(await buildTemplate(requestFor(finess)), 'Clôture et budget'))('A8');
    expect(await at(CARRIER)).toContain('6066');
    expect(await at(LONER)).not.toContain('6066');
  });

  it('is prefilled with the digital accounts of its chart, each closed where it asks for nothing', async () => {
    const account = (nomenclature: 'M21' | 'PCG', number: string, block: Block, mode: AccountMode) => ({
      nomenclature,
      year: 2025,
      account: number,
      label: `Compte ${number}`,
      block,
      mode,
    });
    const accounts = [
      account('M21', '2183', 'investissement', 'lecture'),
      account('M21', '6151', 'medical', 'retraitement'),
      account('M21', '6262', 'general', 'lecture'),
      account('PCG', '6135', 'general', 'lecture'),
    ];
    const bytes = await buildTemplate(requestFor(CARRIER, { accounts }));
    const at = await sheetOf(bytes, 'Charges numériques');
    expect(['B9', 'B10', 'B11', 'B12'].map(at)).toEqual(['2183', '6151', '6262', '']);
    expect(['A9', 'C10', 'D10', 'E11'].map(at)).toEqual(['M21', 'Compte 6151', 'médical', 'lecture']);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
    const open = (cell: string) =>
      workbook.getWorksheet('Charges numériques')?.getCell(cell).protection?.locked === false;
    expect(['F9', 'G9', 'F10', 'G10', 'F11', 'G11', 'B12', 'F12', 'G12'].map(open)).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
      true,
      true,
      true,
    ]);
  });

  it('recalls what was declared a year before, and its sums, beside the inputs', async () => {
    const bytes = await buildTemplate(requestFor(CARRIER, {}, VALUES));
    const at = await sheetOf(bytes, 'Clôture et budget');
    expect(['D5', 'D6', 'D7', 'D11'].map(at)).toEqual(['definitive', '2026-05-20', '6200000', '45667655.3']);
    const digital = await sheetOf(bytes, 'Charges numériques');
    expect(['D6', 'I6'].map(digital)).toEqual(['50000', '160000.09']);
    const cell = await read(bytes);
    for (const column of COLUMN_NAMES) expect(cell(column)?.text ?? '').toBe('');
  });

  it('recalls the figures published a year before, where nothing else is known', async () => {
    const past = pastFigures(CARRIER, { ownDigital: 1_234_50n, ownSsiFte: 250n });
    const bytes = await buildTemplate(requestFor(CARRIER, { history: [past] }));
    expect((await sheetOf(bytes, 'Clôture et budget'))('D11')).toBe('1000000');
    expect((await sheetOf(bytes, 'Charges numériques'))('I6')).toBe('1234.5');
    expect((await sheetOf(bytes, 'ETP SSI'))('C6')).toBe('2.5');
  });

  it('puts each measure of the questionnaire on a line, with its scale', async () => {
    const measures = [{ code: 'M1', theme: 'Accès', label: 'Comptes', highest: 3 }];
    const at = await sheetOf(await buildTemplate(requestFor(LONER, { measures })), 'Maturité');
    expect(['A9', 'B9', 'C9', 'D9', 'E9'].map(at)).toEqual(['M1', 'Accès', 'Comptes', '', '3']);
  });
});

describe('the template, filled', () => {
  it('gives back every value: text, exact numbers, real dates, blanks', async () => {
    const cell = await read(await fill(ENTRIES));
    expect(cell('finess')).toEqual({ kind: 'text', text: '019990019' });
    expect(cell('cloture')).toEqual({ kind: 'text', text: 'definitive' });
    expect(cell('date_cloture')).toEqual({ kind: 'date', text: '2026-05-20' });
    expect(cell('maturite_date')).toEqual({ kind: 'date', text: '2026-03-15' });
    expect(cell('charges_titre3')).toEqual({ kind: 'number', text: '39297655.29' });
    expect(cell('charges_titre4')).toEqual({ kind: 'number', text: '0.00' });
    expect(cell('num_medical')).toEqual({ kind: 'number', text: '-0.01' });
    expect(cell('mutualise_charges')).toEqual({ kind: 'number', text: '9999999999999.99' });
    expect(cell('emplois_investissement')?.text ?? '').toBe('');
    expect(cell('modele_version')?.text).toBe('2026-2');
  });

  it('shows the totals of what is entered', async () => {
    const cell = await read(await fill(ENTRIES));
    expect(cell('total_charges_exploitation')?.text).toBe('45667655.30');
    expect(cell('total_charges_numeriques')?.text).toBe('160000.09');
  });

  it('writes identifiers as they are typed, whatever they hold', async () => {
    const typed = `<b>&"' $& 1`;
    const cell = await read(await fill({ finess: typed, campaign: '2025', values: {} }));
    expect(cell('finess')).toEqual({ kind: 'text', text: typed });
    expect(cell('campagne')?.text).toBe('2025');
  });

  it('is the same to the byte each time, and nothing of one filling stays in the next', async () => {
    const first = await fill(ENTRIES);
    const blank = await fill({ finess: '', campaign: '', values: {} });
    expect(await fill(ENTRIES)).toEqual(first);
    const cell = await read(blank);
    for (const column of [...KEY_COLUMNS, ...COLUMN_NAMES, ...TOTALS])
      expect(cell(column)?.text ?? '').toBe('');
  });

  it('leaves the formula of a total where nothing is entered', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await fill({ ...ENTRIES, values: { num_general: 5n } })).buffer as ArrayBuffer);
    const sheet = workbook.getWorksheet('Charges numériques');
    expect(sheet?.getCell('D5').formula).toContain('SUMIFS');
    expect(sheet?.getCell('F5').value).toBe(0.05);
  });

  it('opens in another reader of workbooks', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await fill(ENTRIES)).buffer as ArrayBuffer);
    expect(workbook.getWorksheet('Clôture et budget')?.getCell('B6').value).toEqual(
      new Date('2026-05-20T00:00:00Z'),
    );
    expect(workbook.getWorksheet('Identification')?.getCell('B5').value).toBe('019990019');
  });
});
