import type { ValueReading } from '../read-cell.ts';
import type { Cell } from '../table.ts';

/** The text of a cell without outer spaces. @param longest in characters, as a person counts them */
export function readText(cell: Cell, longest: number): ValueReading<string> {
  const value = cell.text.trim();
  return [...value].length > longest ? { ok: false, code: 'TEXT_TOO_LONG' } : { ok: true, value };
}
