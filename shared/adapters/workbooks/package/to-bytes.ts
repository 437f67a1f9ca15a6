import type ExcelJS from 'exceljs';
import { type Flag, withIgnoredErrors } from './ignored-errors.ts';
import { partsOf } from './parts.ts';
import { zipParts } from './zip-parts.ts';

/**
 * The bytes of a workbook made with exceljs alone, the same for the same contents.
 *
 * @param meant ranges, by number of sheet, that Excel must not flag
 * @param flags what it must not flag there
 */
export async function toBytes(
  workbook: ExcelJS.Workbook,
  meant: ReadonlyMap<number, readonly string[]>,
  flags: readonly Flag[],
): Promise<Uint8Array> {
  const { parts, rows } = await partsOf(workbook);
  for (const [number, ranges] of meant) {
    const name = `xl/worksheets/sheet${number}.xml`;
    parts.set(name, withIgnoredErrors(parts.get(name) ?? '', ranges, flags));
  }
  return zipParts({ parts, rows });
}
