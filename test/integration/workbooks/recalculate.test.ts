import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWorkbookWriter } from '../../../shared/adapters/workbooks/workbook-writer.ts';
import { frenchWording } from '../../../shared/messages/fr.ts';
import {
  compareCachedValues,
  countFormulas,
  isLibreOfficeHere,
  recalculate,
} from '../../acceptance/libreoffice.ts';
import { openWorkbook } from '../../builders/open-workbook.ts';
import { nationalReport, regionalReport, silentNationalReport, silentReport } from '../../builders/report.ts';

const writer = createWorkbookWriter({ wording: frenchWording });
/** Only where LibreOffice is installed, as in continuous integration. */
const whenHere = isLibreOfficeHere() ? describe : describe.skip;

whenHere('recalculating a workbook in LibreOffice', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'workbooks-'));
  });
  afterAll(async () => rm(folder, { recursive: true, force: true }));

  async function save(name: string, bytes: Uint8Array): Promise<string> {
    const file = join(folder, name);
    await writeFile(file, bytes);
    return file;
  }

  it.each([
    ['of a region', () => writer.regional(regionalReport()), 300],
    ['of a region that only shares in a pool', () => writer.regional(regionalReport(20, '11')), 50],
    ['of a region where nothing was deposited', () => writer.regional(silentReport()), 50],
    ['of a region without a declarant', () => writer.regional(silentReport(0)), 30],
    ['of the nation', () => writer.national(nationalReport()), 50],
    ['of a nation that is silent', () => writer.national(silentNationalReport()), 50],
  ])('changes nothing in the workbook %s', async (name, write, formulas) => {
    const file = await save(`${name}.xlsx`, await write());
    expect(await countFormulas(file)).toBeGreaterThan(formulas);
    expect(await compareCachedValues(file, await recalculate(file))).toEqual([]);
  });

  it('shows a cached value that is wrong, and an error', async () => {
    const workbook = await openWorkbook(await writer.regional(regionalReport()));
    const sheet = workbook.getWorksheet('Part numérique');
    if (!sheet) throw new Error('no sheet');
    const { formula, result } = sheet.getCell('M7');
    sheet.getCell('M7').value = { formula, result: Number(result) * (1 + 1e-9), date1904: false };
    sheet.getCell('Z7').value = { formula: '1/0', result: 0, date1904: false };
    const file = await save('wrong.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()));
    const differences = await compareCachedValues(file, await recalculate(file));
    expect(differences.map(({ cell }) => cell)).toEqual(['M7', 'Z7']);
    expect(differences[0]?.recalculated).toBeCloseTo(Number(result), 12);
  });
});
