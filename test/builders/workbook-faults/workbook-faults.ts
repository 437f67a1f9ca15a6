import { packageFaults } from '../package-faults.ts';
import { partsOf } from '../workbook-package.ts';
import { cellFaults } from './cell-faults.ts';
import { doubled } from './doubled.ts';
import { drawingFaults } from './drawing-faults.ts';
import { formatFaults } from './format-faults.ts';
import { formulaFaults } from './formula-faults.ts';
import { definedNames, nameFaults } from './name-faults.ts';
import { orderFaults } from './order-faults.ts';
import { rawSheets } from './read-cells.ts';
import { relationFaults } from './relation-faults.ts';
import { sheetFaults } from './sheet-faults.ts';
import { rawTables, tableFaults } from './table-faults.ts';
import { zipNames } from './zip-names.ts';

/**
 * What is wrong with a workbook that we wrote, in words; blank when Excel opens it as it is. Stricter than
 * `packageFaults`, which takes the workbooks of others as they come.
 */
export async function workbookFaults(bytes: Uint8Array): Promise<readonly string[]> {
  const parts = await partsOf(bytes);
  const gross = [
    ...doubled(zipNames(bytes).map((name) => name.toLowerCase())).map((name) => `entry twice: ${name}`),
    ...packageFaults(parts),
  ];
  // What is not well-formed, or not there, cannot be looked into.
  if (gross.length > 0) return gross;
  const sheets = rawSheets(parts);
  const tables = rawTables(parts, sheets);
  return [
    ...relationFaults(parts),
    ...orderFaults(parts),
    ...cellFaults(parts, sheets),
    ...sheetFaults(sheets),
    ...tableFaults(tables, sheets, definedNames(parts)),
    ...formatFaults(parts, sheets),
    ...drawingFaults(parts, sheets),
    ...formulaFaults(sheets, tables),
    ...nameFaults(parts, sheets),
  ];
}
