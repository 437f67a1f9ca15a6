import type { Place } from '../../issues/issue.ts';
import type { Cell, WorkbookContent } from '../table.ts';

/** The cell that bears a name of the workbook, and where it stands; no place where nothing bears it. */
export function namedCell(
  { names, sheets }: WorkbookContent,
  name: string,
): { readonly cell: Cell | undefined; readonly place: Place | null } {
  const target = names.get(name);
  if (!target) return { cell: undefined, place: null };
  const sheet = sheets.find((one) => one.name === target.sheet);
  return { cell: sheet?.cells.get(target.cell), place: { sheet: target.sheet, cell: target.cell } };
}
