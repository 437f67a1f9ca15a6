import { LARGEST_DEPOSIT } from '../../domain/deposit/largest-deposit.ts';

/**
 * How much of a deposited spreadsheet is read before it is refused. A bound that no honest file meets
 * costs nothing; a missing one lets a file of a few kilobytes hold the machine.
 */
export interface Limits {
  readonly fileBytes: number;
  readonly zipEntries: number;
  readonly inflatedBytes: number;
  readonly ratio: number;
  readonly ratioFloorBytes: number;
  readonly cells: number;
  readonly delimitedCells: number;
  readonly elements: number;
  readonly characters: number;
  readonly records: number;
  readonly depth: number;
  readonly tokenCharacters: number;
}

export const LIMITS: Limits = {
  /** As announced for deposits; a filled template weighs less than 1 MB. */
  fileBytes: LARGEST_DEPOSIT,
  /** A workbook of 300 sheets with drawings and comments stays under it; each entry costs a read. */
  zipEntries: 2_000,
  /** Sum over the entries: a 25 MB workbook of plain sheets inflates to about 200 MB. */
  inflatedBytes: 200 * 1024 * 1024,
  /** Inflated bytes per byte of file. Sheets of repeated rows reach 30 to 100; deflate cannot pass 1,032. */
  ratio: 200,
  /** Below it the ratio says nothing: an almost empty sheet of a small file can deflate 500 times and harms nobody. */
  ratioFloorBytes: 10 * 1024 * 1024,
  /** Cells that hold something, over all sheets: 7,000 establishments of 40 columns. A CSV that is no balance has as many. */
  cells: 300_000,
  /**
   * Cells of a CSV, blank ones included: a balance of 100,000 lines and ten columns. Measured (npm run bench -- --only
   * balance): 100,000 lines of seven columns hold 200 MB more, a million cells in two columns 360 MB, of the 2 GB there are.
   */
  delimitedCells: 1_000_000,
  /** XML elements over all parts read: 300,000 cells with formula and value are 900,000, blank ones and texts add to it. */
  elements: 1_500_000,
  /** Characters of cells, formulas and shared strings: they are what stays in memory, at up to two bytes each. */
  characters: 40_000_000,
  /** Relationships, tabs, names, formats: all that is listed beside the cells. Excel stops at 65,490 formats. */
  records: 200_000,
  /** The deepest part of SpreadsheetML that we read has fewer than 10 levels; extensions add some. */
  depth: 64,
  /** Characters between two tags, or within one: Excel's longest text has 32,767, its longest formula 8,192. */
  tokenCharacters: 1024 * 1024,
};

/** Excel's own grid: a reference beyond it is no cell. */
export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;
