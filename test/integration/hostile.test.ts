import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { readXlsx } from '../../shared/adapters/tables/xlsx/read-xlsx.ts';
import type { Cell } from '../../shared/domain/deposit/table.ts';
import { fullWorkbook, KILLERS } from '../builders/killer-workbooks.ts';

const REAL = join(import.meta.dirname, '../../../shared/data/hostile');
const CHILD = join(import.meta.dirname, 'hostile/read-in-child.ts');
/** Of processor time, since others may be using the machine. */
const MOST_MILLISECONDS = 2_000;
const MOST_MEGABYTES = 200;

interface Report {
  readonly files: readonly {
    readonly file: string;
    readonly milliseconds: number;
    readonly outcome: string;
  }[];
  readonly maxRssMegabytes: number;
}

/** In a process of its own: memory is that of the reading, and a reader that never returns can be stopped. */
function read(files: readonly string[]): Report {
  return JSON.parse(execFileSync(process.execPath, [CHILD, ...files], { encoding: 'utf8', timeout: 60_000 }));
}
const idle = read([]).maxRssMegabytes;

const tooSlow = (report: Report) =>
  report.files.filter(({ milliseconds }) => milliseconds > MOST_MILLISECONDS);

describe('a file made to hold a reader', () => {
  const folder = mkdtempSync(join(tmpdir(), 'killers-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(KILLERS)('$name: $outcome, at once and in little memory', ({ name, outcome, file }) => {
    const path = join(folder, name);
    writeFileSync(path, file());
    const report = read([path]);
    expect(report.files.map((one) => one.outcome)).toEqual([outcome]);
    expect(tooSlow(report)).toEqual([]);
    expect(report.maxRssMegabytes - idle).toBeLessThan(MOST_MEGABYTES);
    rmSync(path);
  });

  it('and the fullest workbook that is allowed are read in little memory', () => {
    const path = join(folder, 'full');
    writeFileSync(path, fullWorkbook());
    const report = read([path]);
    expect(report.files.map((one) => one.outcome)).toEqual(['read']);
    expect(report.maxRssMegabytes - idle).toBeLessThan(MOST_MEGABYTES);
  });
});

(existsSync(REAL) ? describe : describe.skip)('the collected hostile files', () => {
  const files = readdirSync(REAL, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

  it('are each read or refused, at once and in little memory', () => {
    const report = read(files);
    expect(report.files).toHaveLength(files.length);
    expect(tooSlow(report)).toEqual([]);
    expect(report.maxRssMegabytes - idle).toBeLessThan(MOST_MEGABYTES);
  });

  it('have the outcome that their defect calls for', () => {
    const report = read(files);
    const outcomes = Object.fromEntries(
      report.files.map(({ file, outcome }) => [file.split('/').at(-1), outcome]),
    );
    expect(outcomes).toMatchObject({
      'billion-laughs.xml': 'FILE_KIND_UNKNOWN',
      'simple.csv': 'delimited',
      '45431.xlsm': 'FILE_HAS_MACROS',
      'protected_passtika.xlsx': 'FILE_IS_ENCRYPTED',
      'protected_passtika.xlsb': 'FILE_IS_ENCRYPTED',
      '54764.xlsx': 'XML_DOCTYPE',
      'poc-xmlbomb.xlsx': 'XML_DOCTYPE',
      'duplicate-filename.xlsx': 'ZIP_ENTRY_TWICE',
      '49609.xlsx': 'read',
      '59746_NoRowNums.xlsx': 'read',
      'SimpleStrict.xlsx': 'read',
      '46535.xlsx': 'read',
    });
  });
});

/** Workbooks that exceljs reads well: others it reads in part (odd names of parts, strict dates). */
const SOUND = [
  '45540_form_Header.xlsx',
  '46535.xlsx',
  '47813.xlsx',
  '49783.xlsx',
  '52348.xlsx',
  '56702.xlsx',
  '57914.xlsx',
];

(existsSync(REAL) ? describe : describe.skip)('beside exceljs', () => {
  it.each(SOUND)('%s has the same cells', async (name) => {
    const bytes = readFileSync(join(REAL, 'xlsx', name));
    const ours = await readXlsx(bytes);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(new Uint8Array(bytes).buffer);
    expect(ours.sheets.map((sheet) => sheet.name)).toEqual(workbook.worksheets.map((sheet) => sheet.name));
    let compared = 0;
    for (const sheet of ours.sheets) {
      const theirs = workbook.getWorksheet(sheet.name);
      const differences: unknown[] = [];
      for (const [at, cell] of sheet.cells) {
        const value = theirs?.getCell(at).value;
        compared += 1;
        if (!agree(cell, value)) differences.push({ at, cell, value });
      }
      expect(differences).toEqual([]);
    }
    expect(compared).toBeGreaterThan(0);
  });
});

/** exceljs gives numbers as floats, dates as UTC, rich texts in runs and formulas with their result. */
function agree(cell: Cell, value: unknown): boolean {
  if (value instanceof Date) {
    const seconds = Math.round(value.getTime() / 1000) * 1000;
    const iso = new Date(seconds).toISOString().replace('T', ' ').slice(0, 19);
    return cell.kind === 'date' && iso === (cell.text.length === 10 ? `${cell.text} 00:00:00` : cell.text);
  }
  if (typeof value === 'number') return Number(cell.text) === value;
  if (typeof value === 'string') return cell.text === value;
  if (typeof value === 'boolean') return cell.text === (value ? 'VRAI' : 'FAUX');
  if (typeof value !== 'object' || value === null) return false;
  if ('richText' in value && Array.isArray(value.richText)) {
    return cell.text === value.richText.map((run: { text: string }) => run.text).join('');
  }
  if ('error' in value) return cell.kind === 'error' && cell.text === value.error;
  if ('hyperlink' in value && 'text' in value) return agree(cell, value.text);
  if ('result' in value) return agree(cell, value.result);
  // exceljs loses the result of a formula when it is 0, false or the empty text.
  if ('formula' in value || 'sharedFormula' in value) return cell.text === '0' || cell.text === 'FAUX';
  return false;
}
