import ExcelJS from 'exceljs';
import { readXlsx } from '../../shared/adapters/tables/xlsx/read-xlsx.ts';
import { median } from './median.ts';

/** As many as make the code of both as fast as it gets in a long campaign. */
const WARM_UPS = 40;
const RUNS = 31;

export interface ReadTimes {
  readonly cells: number;
  /** Median of several readings, ours and exceljs taking turns so that both meet the same machine. */
  readonly milliseconds: number;
  readonly exceljsMilliseconds: number;
}

/** Times the reading of one sound workbook, next to exceljs on the same bytes. */
export async function benchReadXlsx(file: Uint8Array): Promise<ReadTimes> {
  const copy = new Uint8Array(file).buffer;
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let run = -WARM_UPS; run < RUNS; run += 1) {
    const mine = await time(() => readXlsx(file));
    const other = await time(() => new ExcelJS.Workbook().xlsx.load(copy));
    if (run < 0) continue;
    ours.push(mine);
    theirs.push(other);
  }
  const { sheets } = await readXlsx(file);
  const cells = sheets.reduce((sum, sheet) => sum + sheet.cells.size, 0);
  return { cells, milliseconds: median(ours), exceljsMilliseconds: median(theirs) };
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
