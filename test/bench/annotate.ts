import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ExcelJS from 'exceljs';
import { annotateFile } from '../../shared/adapters/annotation/annotate-file.ts';
import { writeReference } from '../../shared/domain/deposit/cell-reference.ts';
import { issueAt, verdictWith } from '../builders/verdict.ts';
import { inScratch } from './in-scratch.ts';
import { CELLS, largeWorkbook } from './large-workbook.ts';
import { median } from './median.ts';

const RUNS = 5;
const ISSUES = 500;

export interface AnnotationTimes {
  readonly megabytes: number;
  readonly cells: number;
  /** Medians, in milliseconds: under a verdict of these bytes, and of bytes that are read first. */
  readonly known: number;
  readonly unknown: number;
  /** A loading and a saving of the same file, nothing marked in it. */
  readonly exceljs: number;
  /** Null where Python has no openpyxl. */
  readonly openpyxl: number | null;
}

/** Times the annotation of a large workbook, beside libraries that load a workbook and write it anew. */
export async function benchAnnotation(): Promise<AnnotationTimes> {
  const file = largeWorkbook();
  const issues = Array.from({ length: ISSUES }, (_, at) =>
    issueAt({ sheet: 'Feuil1', cell: writeReference({ column: at % 16, row: 7 * at + 2 }) }),
  );
  const sha256 = createHash('sha256').update(file).digest('hex');
  return {
    megabytes: file.length / 1024 ** 2,
    cells: CELLS,
    known: await time(() => annotateFile(file, verdictWith(issues, { sha256 }))),
    unknown: await time(() => annotateFile(file, verdictWith(issues))),
    exceljs: await time(async () => {
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load(new Uint8Array(file).buffer);
      await workbook.xlsx.writeBuffer();
    }),
    openpyxl: await openpyxlMilliseconds(file),
  };
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return median(times);
}

const SCRIPT = `
import sys, time, openpyxl
start = time.perf_counter()
openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])
print((time.perf_counter() - start) * 1000)
`;

async function openpyxlMilliseconds(file: Uint8Array): Promise<number | null> {
  return inScratch(async (folder) => {
    const path = join(folder, 'file.xlsx');
    await writeFile(path, file);
    for (const python of ['python3', '/usr/bin/python3']) {
      const run = await promisify(execFile)(python, ['-c', SCRIPT, path, join(folder, 'out.xlsx')]).catch(
        () => null,
      );
      if (run) return Number(run.stdout);
    }
    return null;
  });
}
