import { execFile } from 'node:child_process';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { partsOf } from '../builders/workbook-package.ts';
import { inScratch } from './in-scratch.ts';
import { workbookCells } from './workbook-cells.ts';
import type { WorkbookTimes } from './workbook-in-child.ts';

const run = promisify(execFile);
/** Debian's package serves Debian's Python, which need not be the first on the path. */
const PYTHONS = ['python3', '/usr/bin/python3'] as const;

interface WorkbookBench extends WorkbookTimes {
  readonly kilobytes: number;
  readonly cells: number;
  /** The same cells written by Python's xlsxwriter; null where it is not installed. */
  readonly xlsxwriter: (Omit<WorkbookTimes, 'peakMb'> & { readonly kilobytes: number }) | null;
}

/** Writes one workbook in a process of its own, then its cells with another library. */
export async function benchWorkbook(
  kind: 'regional' | 'national',
  declarants: number,
): Promise<WorkbookBench> {
  return inScratch(async (folder) => {
    const path = join(folder, 'ours.xlsx');
    const child = new URL('workbook-in-child.ts', import.meta.url).pathname;
    const { stdout } = await run(process.execPath, [child, kind, String(declarants), path]);
    const times = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as WorkbookTimes;
    const described = workbookCells(await partsOf(await readFile(path)));
    const cells = described.sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0);
    const json = join(folder, 'cells.json');
    await writeFile(json, JSON.stringify(described));
    const other = await writtenElsewhere(json, join(folder, 'theirs.xlsx'));
    return { ...times, kilobytes: (await stat(path)).size / 1024, cells, xlsxwriter: other };
  });
}

async function writtenElsewhere(json: string, out: string): Promise<WorkbookBench['xlsxwriter']> {
  const script = new URL('write_xlsxwriter.py', import.meta.url).pathname;
  for (const python of PYTHONS) {
    if (!(await run(python, ['-c', 'import xlsxwriter']).catch(() => null))) continue;
    const { stdout } = await run(python, [script, json, out], { maxBuffer: 2 ** 24 });
    const times = JSON.parse(stdout) as Omit<WorkbookTimes, 'peakMb'>;
    return { ...times, kilobytes: (await stat(out)).size / 1024 };
  }
  return null;
}
