import type { DelimitedContent } from '../../domain/deposit/table.ts';
import { readCsv } from '../tables/read-csv.ts';

/** One line of a SAE file: its cells by column. */
export interface SaeLine {
  readonly line: number;
  /** Without outer spaces; blank where the column is blank. */
  text(column: string): string;
}

/** A SAE file that lacks a column: another file, or another year's form. */
export class SaeColumnMissing extends Error {
  override readonly name = 'SaeColumnMissing';
  readonly column: string;

  constructor(column: string) {
    super(column);
    this.column = column;
  }
}

/** SYGEN has 4,000 lines of 233 columns. */
const MOST_CELLS = 5_000_000;

/**
 * Reads a file of the Statistique annuelle des établissements (DREES): `;`, Windows-1252. Headings are in lower
 * case in some files and in capitals in others.
 *
 * @throws SaeColumnMissing when one of `columns` is not there
 * @throws FileRefusal when the file is no sound CSV
 */
export function readSaeTable(bytes: Uint8Array, columns: readonly string[]): readonly SaeLine[] {
  const isKnown = (heading: string) => columns.includes(heading.toLowerCase());
  const [header, ...records] = readCsv(bytes, isKnown, { mostCells: MOST_CELLS }).records;
  const headings = header?.cells.map((cell) => cell.toLowerCase()) ?? [];
  const positions = new Map(headings.map((name, position) => [name, position]));
  const missing = columns.find((column) => !positions.has(column));
  if (missing !== undefined) throw new SaeColumnMissing(missing);
  return records.map(({ line, cells }: DelimitedContent['records'][number]) => ({
    line,
    text: (column) => cells[positions.get(column) ?? -1]?.trim() ?? '',
  }));
}
