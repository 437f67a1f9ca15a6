import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { readXlsx } from '../../../shared/adapters/tables/xlsx/read-xlsx.ts';
import { buildTemplate } from '../../../shared/adapters/template/build-template.ts';
import { type TemplateEntries, templateFiller } from '../../../shared/adapters/template/fill-template.ts';
import { campaignYear } from '../../../shared/domain/campaign/campaign.ts';
import { COLUMN_NAMES, KEY_COLUMNS, type Values } from '../../../shared/domain/deposit/columns.ts';
import { TEMPLATE_VERSIONS } from '../../../shared/domain/deposit/template/version.ts';

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

describe('the template', () => {
  it('names one cell of the workbook after each column, and one after its version', async () => {
    const { names, sheets } = await readXlsx(await buildTemplate({ campaign: year }));
    expect([...names.keys()].sort()).toEqual([...KEY_COLUMNS, ...COLUMN_NAMES, 'modele_version'].sort());
    expect(new Set([...names.values()].map(({ sheet, cell }) => `${sheet}!${cell}`)).size).toBe(names.size);
    expect(sheets.map(({ name }) => name)).toEqual([
      'Lisez-moi',
      'Identification',
      'Clôture et budget',
      'Charges numériques',
      'ETP SSI',
      'Mutualisation',
      'Maturité',
    ]);
  });

  it('holds a version that the reader knows, and its campaign as text; every other input is blank', async () => {
    const cell = await read(await buildTemplate({ campaign: year }));
    expect(TEMPLATE_VERSIONS).toContain(cell('modele_version')?.text);
    expect(cell('campagne')).toEqual({ kind: 'text', text: '2026' });
    for (const column of ['finess', ...COLUMN_NAMES]) expect(cell(column)?.text ?? '').toBe('');
  });

  it('checks each input by itself, and says in French what it expects', async () => {
    // In the parts themselves: exceljs cuts ranges into cells when it loads them.
    const zip = await JSZip.loadAsync(await buildTemplate({ campaign: year }));
    const sheets = await Promise.all(zip.file(/^xl\/worksheets\/sheet/).map((part) => part.async('string')));
    const checks = sheets.flatMap((xml) => [
      ...xml.matchAll(/<dataValidation [^>]*error="([^"]*)"[^>]*sqref="([^"]*)"/g),
    ]);
    expect(checks).toHaveLength(KEY_COLUMNS.length + COLUMN_NAMES.length);
    for (const [, error, cells] of checks) {
      expect(cells).toMatch(/^B\d+$/);
      expect(error).toMatch(/attendu|choisissez/);
    }
  });

  it('is the same to the byte each time', async () => {
    expect(await buildTemplate({ campaign: year })).toEqual(await buildTemplate({ campaign: year }));
  });

  it('shows whom it was made for', async () => {
    const identity = {
      finess: '019990019',
      name: 'CH fictif',
      status: 'public',
      category: '355',
      region: '84',
      department: '01',
      legalEntity: '019990019',
    };
    const declarant = { identity, past: { campaign: 2025, totalExpenses: 1_050n } } as never;
    const bytes = await buildTemplate({ campaign: year, declarant });
    const cell = await read(bytes);
    expect(cell('finess')).toEqual({ kind: 'text', text: '019990019' });
    const texts = (await readXlsx(bytes)).sheets.flatMap(({ cells }) => [...cells.values()]);
    expect(texts.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['CH fictif', 'Centre hospitalier (CH)', 'Auvergne-Rhône-Alpes', '10.5']),
    );
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
    expect(cell('modele_version')?.text).toBe('2026-1');
  });

  it('shows the totals of what is entered', async () => {
    const { sheets } = await readXlsx(await fill(ENTRIES));
    const at = (name: string, cell: string) => sheets.find((sheet) => sheet.name === name)?.cells.get(cell);
    expect(at('Clôture et budget', 'B11')?.text).toBe('45667655.30');
    expect(at('Charges numériques', 'B9')?.text).toBe('160000.09');
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
    for (const column of [...KEY_COLUMNS, ...COLUMN_NAMES]) expect(cell(column)?.text ?? '').toBe('');
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
