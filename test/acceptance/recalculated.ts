import { readFile } from 'node:fs/promises';
import { type RecalculatedSheet, recalculate } from './libreoffice.ts';
import { readSavedCells, type SavedCell } from './workbook-cells.ts';

/** A cell that does not hold what the file says once everything was calculated again. */
interface Difference {
  readonly sheet: string;
  readonly cell: string;
  /** Null for a value that no formula gives. */
  readonly formula: string | null;
  readonly saved: number | string | null;
  readonly recalculated: number | string | null;
  /** `drift`: numbers that only their last bits tell apart. */
  readonly kind: 'value' | 'error' | 'drift';
}

export interface Recalculation {
  /** How many cells were compared, and how many of them hold a formula: a comparison of nothing is no agreement. */
  readonly cells: number;
  readonly formulas: number;
  readonly differences: readonly Difference[];
}

/** Relative: what rounding in another order may change, and no digit that is shown. */
const LAST_BITS = 1e-12;

/**
 * Compares every cell of workbooks, formula or value, with what LibreOffice holds there after it calculated every
 * formula again: texts whole, numbers to the bit. An error is a difference, whatever the file says.
 */
export async function compareRecalculated(
  files: readonly string[],
): Promise<ReadonlyMap<string, Recalculation>> {
  const sheets = Map.groupBy(await recalculate(files), ({ file }) => file);
  const compared = files.map(async (file) => {
    const saved = await readSavedCells(await readFile(file));
    const after = sheets.get(file) ?? [];
    const names = after.map(({ sheet }) => sheet);
    if (names.join('\n') !== [...saved.keys()].join('\n')) throw new Error(`sheets of ${file}: ${names}`);
    const each = after.map((sheet) => compareSheet(saved.get(sheet.sheet) ?? new Map(), sheet));
    return [
      file,
      {
        cells: each.reduce((sum, { cells }) => sum + cells, 0),
        formulas: each.reduce((sum, { formulas }) => sum + formulas, 0),
        differences: each.flatMap(({ differences }) => differences),
      },
    ] as const;
  });
  return new Map(await Promise.all(compared));
}

function compareSheet(saved: ReadonlyMap<string, SavedCell>, after: RecalculatedSheet): Recalculation {
  const { sheet, rows } = after;
  const formulas = within(after.formulas);
  const errors = within(after.errors);
  const differences: Difference[] = [];
  const compare = (cell: string, found: number | string | null) => {
    const { formula, value } = savedIn(saved.get(cell));
    if ((formula === null) === formulas.has(cell))
      throw new Error(`${sheet}, ${cell}: ${formula} is not the formula that LibreOffice reads`);
    const kind = errors.has(cell) ? 'error' : compareValues(value, found);
    if (kind) differences.push({ sheet, cell, formula, saved: value, recalculated: found, kind });
  };
  const places = new Set(saved.keys());
  rows.forEach((row, at) => {
    row.forEach((found, column) => {
      const cell = `${letters(column)}${at + 1}`;
      places.delete(cell);
      compare(cell, found === '' ? null : found);
    });
  });
  for (const cell of places) compare(cell, null);
  return { cells: saved.size, formulas: formulas.size, differences };
}

function savedIn(cell: SavedCell | undefined): Pick<Difference, 'formula'> & { value: Difference['saved'] } {
  if (!cell) return { formula: null, value: null };
  const { formula, kind, value } = cell;
  if (kind === 'number' || kind === 'boolean') return { formula, value: value === '' ? null : Number(value) };
  return { formula, value: value === '' ? null : value };
}

function compareValues(saved: Difference['saved'], found: Difference['saved']): Difference['kind'] | null {
  if (saved === found) return null;
  if (typeof saved !== 'number' || typeof found !== 'number') return 'value';
  return Math.abs(saved - found) <= LAST_BITS * Math.max(Math.abs(saved), Math.abs(found))
    ? 'drift'
    : 'value';
}

function within(areas: RecalculatedSheet['formulas']): ReadonlySet<string> {
  const cells = new Set<string>();
  for (const [firstColumn, firstRow, lastColumn, lastRow] of areas)
    for (let column = firstColumn; column <= lastColumn; column++)
      for (let row = firstRow; row <= lastRow; row++) cells.add(`${letters(column)}${row + 1}`);
  return cells;
}

/** 0 → A, 26 → AA. */
function letters(column: number): string {
  const before = Math.floor(column / 26);
  return `${before > 0 ? letters(before - 1) : ''}${String.fromCharCode(65 + (column % 26))}`;
}
