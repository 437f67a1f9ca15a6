import { attributesOf, childrenOf, type Element, type XmlDocument } from '../xml/document.ts';

/** The sizes of a sheet in pixels, as far as boxes over it need them. */
export interface SheetSizes {
  /** Column from 0. */
  widthOf(column: number): number;
  readonly rowHeight: number;
}

/** What Excel gives a column and a row of which nothing is said. */
const WIDTH = 64;
const HEIGHT = 20;
/** Groups of columns that are looked at: a file may list thousands, and boxes are placed by going through them. */
const MOST_WIDTHS = 500;
/** Widths are counted in digits of the default font, heights in points. */
const DIGIT = 7;
const POINT = 96 / 72;

export function sheetSizes(document: XmlDocument, children: readonly Element[]): SheetSizes {
  const numbers = (element: Element, ...names: readonly string[]) => {
    const attributes = attributesOf(document, element);
    return names.map((name) => Number(attributes.get(name)));
  };
  const format = children.find(({ local }) => local === 'sheetFormatPr');
  const [defaultWidth, defaultHeight] = format ? numbers(format, 'defaultColWidth', 'defaultRowHeight') : [];
  const cols = children.find(({ local }) => local === 'cols');
  const columns = cols
    ? childrenOf(document, cols)
        .slice(0, MOST_WIDTHS)
        .map((element) => {
          const [min = 0, max = 0, width = 0] = numbers(element, 'min', 'max', 'width');
          const isHidden = /^(1|true)$/.test(attributesOf(document, element).get('hidden') ?? '');
          return { min, max, pixels: isHidden ? 0 : pixels(width * DIGIT, WIDTH) };
        })
    : [];
  const otherwise = pixels((defaultWidth ?? 0) * DIGIT, WIDTH);
  return {
    widthOf: (column) =>
      columns.find(({ min, max }) => column + 1 >= min && column + 1 <= max)?.pixels ?? otherwise,
    rowHeight: pixels((defaultHeight ?? 0) * POINT, HEIGHT),
  };
}

function pixels(value: number, otherwise: number): number {
  return value > 0 && value < 10_000 ? Math.round(value) : otherwise;
}
