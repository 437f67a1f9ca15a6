import ExcelJS from 'exceljs';

/** What another reader than ours sees in a workbook's bytes. */
export async function openWorkbook(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  // The declared type is an ArrayBuffer of the library's own; any view of bytes is read.
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  return workbook;
}

/** A list as records by heading: cached values of formulas, nulls for blanks. Headings stand on that row. */
export function readList(
  workbook: ExcelJS.Workbook,
  sheet: string,
  headingRow = 5,
): readonly Readonly<Record<string, unknown>>[] {
  const worksheet = workbook.getWorksheet(sheet);
  if (!worksheet) throw new Error(`no sheet ${sheet}`);
  const headings: string[] = [];
  worksheet.getRow(headingRow).eachCell((cell) => headings.push(String(cell.value)));
  const rows: Record<string, unknown>[] = [];
  for (let r = headingRow + 1; r <= worksheet.rowCount; r++) {
    const row = worksheet.getRow(r);
    rows.push(Object.fromEntries(headings.map((heading, i) => [heading, shown(row.getCell(i + 1))])));
  }
  return rows;
}

function shown(cell: ExcelJS.Cell): unknown {
  const value = cell.type === ExcelJS.ValueType.Formula ? cell.result : cell.value;
  return value === undefined || value === '' ? null : value;
}
