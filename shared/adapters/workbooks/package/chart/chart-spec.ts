import { type Area, areaRef, sizeOf } from '../area.ts';

/** Cells of one row or one column, of the sheet that bears the chart unless told. */
export interface CellRange extends Area {
  readonly sheet?: string;
}

interface ChartSeries {
  /** In the legend, where there are several. */
  readonly name: string;
  /**
   * Numbers, as many as the categories. A blank cell leaves a gap; a text is refused when the workbook is written,
   * and so is a formula that gives "": Excel draws both as a zero.
   */
  readonly values: CellRange;
}

/** A native chart. What it shows are cells, read when the workbook is written: their values are kept beside. */
export interface ChartSpec {
  readonly title: string;
  /** For who does not see it: what it shows and what is to be read in it, in a sentence or two. */
  readonly altText: string;
  /** Upright columns, lying bars (long labels), or a line (a trend). */
  readonly kind: 'column' | 'bar' | 'line';
  /** Texts or years, none of them blank; cells of a `direct` table cannot be named. */
  readonly categories: CellRange;
  /** One to four: more could not be told apart in black and white. */
  readonly series: readonly ChartSeries[];
  /** The cells that it covers, corners included. */
  readonly anchor: Area;
  readonly axisTitles: { readonly categories: string; readonly values: string };
  /** Of the values, on their axis and beside the points: `0.0%`. */
  readonly numberFormat: string;
}

const MOST_SERIES = 4;

/** Excel reads no longer text in them. */
const LONGEST = 255;

/** @throws RangeError for a chart that Excel could not draw, or that nobody could read. */
export function checkChart(spec: ChartSpec): void {
  const { title, altText, series, categories, axisTitles } = spec;
  for (const text of [title, altText, axisTitles.categories, axisTitles.values, ...series.map(nameOf)])
    if (text.trim() === '') throw new RangeError(`a chart without its words: ${title || altText}`);
  for (const text of [title, ...series.map(nameOf)])
    if (text.length > LONGEST) throw new RangeError(`a text of ${text.length} characters in a chart`);
  if (series.length === 0 || series.length > MOST_SERIES)
    throw new RangeError(`a chart of ${series.length} series`);
  areaRef(spec.anchor);
  for (const range of [categories, ...series.map(({ values }) => values)]) {
    if (range.from.column !== range.to.column && range.from.row !== range.to.row)
      throw new RangeError(`a chart's cells are of one row or one column: ${areaRef(range)}`);
    if (sizeOf(range) !== sizeOf(categories))
      throw new RangeError(`${sizeOf(range)} values for ${sizeOf(categories)} categories`);
  }
}

function nameOf({ name }: ChartSeries): string {
  return name;
}
