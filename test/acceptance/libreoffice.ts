import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** The distribution's own comes with the bridge to LibreOffice; the first of the path may be another. */
const PYTHON = ['/usr/bin/python3', 'python3'].find(
  (one) => spawnSync(one, ['-c', 'import uno']).status === 0,
);

export function isLibreOfficeHere(): boolean {
  return spawnSync('soffice', ['--version']).status === 0;
}

/** Only there can what LibreOffice holds be asked for to the bit: what it saves has 15 digits. */
export function isRecalculationHere(): boolean {
  return PYTHON !== undefined && isLibreOfficeHere();
}

/** First and last column, first and last row, from 0. */
type Area = readonly [firstColumn: number, firstRow: number, lastColumn: number, lastRow: number];

/** A sheet after every formula of its workbook was calculated again. */
export interface RecalculatedSheet {
  readonly file: string;
  readonly sheet: string;
  /** From A1 to the last cell used: the double of a number, '' for a blank cell. */
  readonly rows: readonly (readonly (number | string | null)[])[];
  /** Where formulas stand. */
  readonly formulas: readonly Area[];
  /** Where a formula shows an error. */
  readonly errors: readonly Area[];
}

/** Opens workbooks one after the other in one headless LibreOffice, and calculates every formula again. */
export async function recalculate(files: readonly string[]): Promise<readonly RecalculatedSheet[]> {
  if (PYTHON === undefined) throw new Error('no Python has the bridge to LibreOffice');
  const script = join(import.meta.dirname, 'recalculate.py');
  const { stdout } = await run(PYTHON, [script, ...files], { timeout: 280_000, maxBuffer: 2 ** 28 });
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as RecalculatedSheet);
}
