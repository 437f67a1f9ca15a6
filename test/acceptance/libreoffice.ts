import { execFile, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import ExcelJS from 'exceljs';

/** On the path where LibreOffice is installed. */
const SOFFICE = 'soffice';
const run = promisify(execFile);

/** Always recalculates what it loads: without this, LibreOffice shows the cached values of other programs' files. */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

export function isLibreOfficeHere(): boolean {
  return spawnSync(SOFFICE, ['--version']).status === 0;
}

/**
 * Opens an .xlsx in headless LibreOffice, recalculates every formula and saves it again as .xlsx.
 *
 * @param format what to save: `xlsx`, or `pdf` to look at the printed pages.
 * @returns the path of the file saved, in a folder of its own.
 */
export async function recalculate(file: string, format: 'xlsx' | 'pdf' = 'xlsx'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'recalculated-'));
  // A profile of its own: two runs at once do not wait for, or answer for, each other.
  const profile = join(folder, 'profile');
  await mkdir(join(profile, 'user'), { recursive: true });
  await writeFile(join(profile, 'user', 'registrymodifications.xcu'), ALWAYS_RECALCULATE);
  await run(
    SOFFICE,
    [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--headless',
      '--convert-to',
      format === 'xlsx' ? 'xlsx:Calc MS Excel 2007 XML' : 'pdf:calc_pdf_Export',
      '--outdir',
      folder,
      resolve(file),
    ],
    { timeout: 110_000 },
  );
  await rm(profile, { recursive: true, force: true });
  return join(folder, basename(file).replace(/\.xlsx$/, `.${format}`));
}

export interface Difference {
  readonly sheet: string;
  readonly cell: string;
  readonly formula: string;
  readonly cached: unknown;
  readonly recalculated: unknown;
}

/** Ratios and quartiles may differ in the last bits from one program to another. */
const RELATIVE_TOLERANCE = 1e-12;

/**
 * Compares what each formula of a workbook holds as its cached value with what a recalculation gives; an error
 * value is a difference, whatever was cached. Blank when nothing changes.
 */
export async function compareCachedValues(
  original: string,
  recalculated: string,
): Promise<readonly Difference[]> {
  const after = await open(recalculated);
  return (await formulasOf(original)).flatMap(({ sheet, cell }) => {
    const other = after.getWorksheet(sheet)?.getCell(cell.address);
    const cached = plain(cell.result);
    const found = plain(other?.result ?? other?.value);
    if (isSame(cached, found)) return [];
    return [{ sheet, cell: cell.address, formula: cell.formula, cached, recalculated: found }];
  });
}

/** So that a comparison of nothing is not taken for an agreement. */
export async function countFormulas(file: string): Promise<number> {
  return (await formulasOf(file)).length;
}

async function formulasOf(file: string): Promise<readonly { sheet: string; cell: ExcelJS.Cell }[]> {
  const found: { sheet: string; cell: ExcelJS.Cell }[] = [];
  for (const sheet of (await open(file)).worksheets)
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.type === ExcelJS.ValueType.Formula) found.push({ sheet: sheet.name, cell });
      }),
    );
  return found;
}

async function open(file: string): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  return workbook;
}

/** An empty text read back is nothing; a date is its serial moment. */
function plain(value: unknown): unknown {
  if (value === undefined || value === null || value === '') return null;
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'object' && 'formula' in value) return plain('result' in value ? value.result : null);
  return value;
}

function isSame(cached: unknown, found: unknown): boolean {
  if (isError(cached) || isError(found)) return false;
  if (typeof cached === 'number' && typeof found === 'number')
    return Math.abs(cached - found) <= RELATIVE_TOLERANCE * Math.max(Math.abs(cached), Math.abs(found));
  return cached === found;
}

function isError(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'error' in value;
}
