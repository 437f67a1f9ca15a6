import type ExcelJS from 'exceljs';
import { type DirectTable, type Registers, withDirectTables } from './direct-table.ts';

/**
 * The steps of exceljs 4.4.0's own `xlsx.write`, which its types leave out. It would zip the parts with the time
 * of the clock, and they would have to be taken apart again to be pinned: a third of the whole time and memory.
 */
interface PartsWriter {
  prepareModel(model: unknown, options: object): void;
  addContentTypes(zip: Parts, model: unknown): Promise<void>;
  addOfficeRels(zip: Parts, model: unknown): Promise<void>;
  addWorkbookRels(zip: Parts, model: unknown): Promise<void>;
  addWorksheets(zip: Parts, model: unknown): Promise<void>;
  /** Always after the worksheets, which fill them. */
  addSharedStrings(zip: Parts, model: unknown): Promise<void>;
  addTables(zip: Parts, model: unknown): void;
  addThemes(zip: Parts, model: unknown): Promise<void>;
  addStyles(zip: Parts, model: unknown): Promise<void>;
  addApp(zip: Parts, model: unknown): Promise<void>;
  addCore(zip: Parts, model: unknown): Promise<void>;
  addWorkbook(zip: Parts, model: unknown): Promise<void>;
}

interface Parts {
  append(xml: string, entry: { readonly name: string }): void;
}

/** A workbook as it lies in its package. */
export interface WorkbookParts {
  /** The XML of every part, by its path. */
  readonly parts: Map<string, string>;
  /** What stands in the place of each mark of that XML. */
  readonly rows: ReadonlyMap<string, readonly Uint8Array[]>;
}

/** @param direct tables whose rows exceljs does not hold, by number of sheet */
export async function partsOf(
  workbook: ExcelJS.Workbook,
  direct: ReadonlyMap<number, readonly DirectTable[]> = new Map(),
): Promise<WorkbookParts> {
  const writer = workbook.xlsx as unknown as PartsWriter;
  const { model } = workbook;
  const found = new Map<string, string>();
  const rows = new Map<string, readonly Uint8Array[]>();
  const parts: Parts = { append: (xml, { name }) => void found.set(name, xml) };
  writer.prepareModel(model, {});
  await writer.addContentTypes(parts, model);
  await writer.addOfficeRels(parts, model);
  await writer.addWorkbookRels(parts, model);
  await writer.addWorksheets(parts, model);
  for (const [number, tables] of direct) {
    const name = `xl/worksheets/sheet${number}.xml`;
    // Prepared above: its types leave the registers out.
    const registers = model as unknown as Registers;
    const sheet = withDirectTables(name, found.get(name) ?? '', tables, registers);
    found.set(name, sheet.xml);
    for (const [mark, bytes] of sheet.rows) rows.set(mark, bytes);
  }
  await writer.addSharedStrings(parts, model);
  writer.addTables(parts, model);
  await writer.addThemes(parts, model);
  await writer.addStyles(parts, model);
  await writer.addApp(parts, model);
  await writer.addCore(parts, model);
  await writer.addWorkbook(parts, model);
  return { parts: found, rows };
}
