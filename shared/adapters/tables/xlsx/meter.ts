import { FileRefusal } from '../../../domain/deposit/file-refusal.ts';
import type { Limits } from '../limits.ts';

/** What the reading of one workbook has spent so far, over all its parts. */
export interface Meter {
  readonly limits: Limits;
  elements: number;
  cells: number;
  characters: number;
  records: number;
}

export function newMeter(limits: Limits): Meter {
  return { limits, elements: 0, cells: 0, characters: 0, records: 0 };
}

/** Counts one XML element; too many are refused as too many cells, which is what a person can act on. */
export function spendElement(meter: Meter): void {
  meter.elements += 1;
  if (meter.elements > meter.limits.elements) {
    throw new FileRefusal('SHEET_TOO_MANY_CELLS', {
      facts: { what: 'elements', limit: String(meter.limits.elements) },
    });
  }
}

/** Counts one cell that holds something. */
export function spendCell(meter: Meter, sheet: string): void {
  meter.cells += 1;
  if (meter.cells > meter.limits.cells) {
    throw new FileRefusal('SHEET_TOO_MANY_CELLS', {
      at: { sheet },
      facts: { what: 'cells', limit: String(meter.limits.cells) },
    });
  }
}

/** Counts one item of a list that is kept beside the cells: a relationship, a tab, a name, a format. */
export function spendRecord(meter: Meter): void {
  meter.records += 1;
  if (meter.records > meter.limits.records) throw tooLarge('records', meter.limits.records);
}

/** Counts text that is kept in memory. */
export function spendCharacters(meter: Meter, count: number): void {
  meter.characters += count;
  if (meter.characters > meter.limits.characters) throw tooLarge('characters', meter.limits.characters);
}

function tooLarge(what: string, limit: number): FileRefusal {
  return new FileRefusal('ZIP_TOO_LARGE', { facts: { what, limit: String(limit) } });
}
