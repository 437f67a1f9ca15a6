import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { readXlsx } from '../../../shared/adapters/tables/xlsx/read-xlsx.ts';
import { readDeposit } from '../../../shared/domain/deposit/read-deposit.ts';
import { declarations, GOOD_ROW, readingContext } from '../../builders/declaration.ts';

const FIXTURE = join(import.meta.dirname, '../../fixtures/templates/modele-2026-1.xlsx');

/** The template as it was published, its inputs typed by name. */
async function filled(inputs: Readonly<Record<string, string>>) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await readFile(FIXTURE)).buffer as ArrayBuffer);
  for (const [name, text] of Object.entries(inputs)) {
    const [range = ''] = workbook.definedNames.getRanges(name).ranges;
    const [, sheet = '', cell = ''] = /^'?(.*?)'?!\$?([A-Z]+\$?\d+)$/.exec(range) ?? [];
    const value = /^\d+(\.\d+)?$/.test(text) && name !== 'finess' ? Number(text) : text;
    const target = workbook.getWorksheet(sheet)?.getCell(cell.replaceAll('$', ''));
    if (!target) throw new Error(`no cell is named ${name}: ${range}`);
    target.value = value;
  }
  const content = await readXlsx(new Uint8Array(await workbook.xlsx.writeBuffer()));
  return readDeposit({ kind: 'workbook', content }, readingContext());
}

describe('the template of version 2026-1', () => {
  it('is still read, and says what a CSV of the same inputs says', async () => {
    const { kind, entries, issues } = await filled(GOOD_ROW);
    const csv = readDeposit({ kind: 'delimited', content: declarations(GOOD_ROW) }, readingContext());
    expect({ kind, issues }).toEqual({ kind: 'template', issues: [] });
    expect(entries).toHaveLength(1);
    expect(entries[0]?.issues).toEqual([]);
    expect(entries[0]?.values).toEqual(csv.entries[0]?.values);
    // It has a sheet for pools, for whoever fills it.
    expect(entries[0]?.sections).toEqual([
      'cloture',
      'budget',
      'numerique',
      'mutualisation',
      'etp',
      'maturite',
    ]);
    expect(entries[0]?.details).toBeUndefined();
  });

  it('is refused by name in a version that nobody published', async () => {
    const { entries, issues } = await filled({ ...GOOD_ROW, modele_version: '2025-9' });
    expect(entries).toEqual([]);
    expect(issues).toMatchObject([
      { code: 'TEMPLATE_VERSION_UNKNOWN', seen: '2025-9', facts: { versions: '2026-1, 2026-2' } },
    ]);
  });
});
