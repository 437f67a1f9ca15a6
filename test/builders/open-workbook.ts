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

/** A table by its name, as records by heading; a heading of several lines or blank is a fault of the table. */
export function readTable(
  workbook: ExcelJS.Workbook,
  name: string,
): readonly Readonly<Record<string, unknown>>[] {
  for (const worksheet of workbook.worksheets) {
    const model = (worksheet.getTables() as unknown as [{ table: TableModel }][])
      .flat()
      .find(({ table }) => table.name === name)?.table;
    if (!model) continue;
    const [from = '', to = ''] = model.tableRef.split(':');
    const [first, last] = [worksheet.getCell(from), worksheet.getCell(to)];
    const rows = Array.from(
      { length: Number(last.row) - Number(first.row) },
      (_, i) => Number(first.row) + 1 + i,
    );
    return rows.map((row) =>
      Object.fromEntries(
        model.columns.map((column, i) => [column.name, shown(worksheet.getCell(row, Number(first.col) + i))]),
      ),
    );
  }
  throw new Error(`no table ${name}`);
}

interface TableModel {
  readonly name: string;
  readonly tableRef: string;
  readonly columns: readonly { readonly name: string }[];
}

function shown(cell: ExcelJS.Cell): unknown {
  const value = cell.type === ExcelJS.ValueType.Formula ? cell.result : cell.value;
  return value === undefined || value === '' ? null : value;
}
