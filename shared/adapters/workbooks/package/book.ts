import ExcelJS from 'exceljs';
import { addToParts, type SheetAdditions } from './additions.ts';
import type { Taken } from './names.ts';
import { takeSheetName } from './names.ts';
import { partsOf } from './parts.ts';
import { type Sheet, sheetOn } from './sheet.ts';
import { zipParts } from './zip-parts.ts';

interface SheetLayout {
  readonly name: string;
  /** Rows and columns that stay in sight. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** Printed on each page: `5:5`, `A:B`. */
  readonly repeatedRows?: string;
  readonly repeatedColumns?: string;
  /** How many pages its columns are spread over. */
  readonly pagesWide: number;
  /** Printed at the head and the foot of each page. */
  readonly header: { readonly left: string; readonly right: string };
  readonly footer: { readonly left: string; readonly center: string };
  readonly gridLines: boolean;
}

/** A workbook in memory. */
export interface Book {
  /** Adds a sheet after the others. */
  sheet(layout: SheetLayout): Sheet;
  /** The same contents give the same bytes, whenever and wherever they are written. */
  toBytes(): Promise<Uint8Array>;
}

const A4 = 9;
const INCHES = { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 };

const FIRST_SHEET: ExcelJS.WorkbookView = {
  x: 0,
  y: 0,
  width: 28_800,
  height: 16_000,
  firstSheet: 0,
  activeTab: 0,
  visibility: 'visible',
};

/** @param asOf the moment that its properties show as created and modified: that of its contents, never a clock. */
export function createBook(properties: {
  title: string;
  subject: string;
  creator: string;
  asOf: Date;
}): Book {
  const workbook = new ExcelJS.Workbook();
  const { title, subject, creator, asOf } = properties;
  Object.assign(workbook, {
    title,
    subject,
    creator,
    // Its texts and headings are read aloud in it.
    language: 'fr-FR',
    lastModifiedBy: creator,
    created: asOf,
    modified: asOf,
  });
  // Opens on the first sheet, wherever its author's window was.
  workbook.views = [FIRST_SHEET];
  const taken: Taken = { sheets: new Set(), tables: new Set() };
  const sheets: SheetAdditions[] = [];

  return {
    sheet: (layout) => {
      takeSheetName(layout.name, taken);
      const worksheet = workbook.addWorksheet(layout.name, {
        views: [
          {
            state: 'frozen',
            xSplit: layout.frozen.columns,
            ySplit: layout.frozen.rows,
            showGridLines: layout.gridLines,
          },
        ],
        pageSetup: {
          paperSize: A4,
          orientation: 'landscape',
          fitToPage: true,
          fitToWidth: layout.pagesWide,
          fitToHeight: 0,
          // Read across first: the pages of one line follow one another.
          pageOrder: 'overThenDown',
          margins: INCHES,
          ...(layout.repeatedRows === undefined ? {} : { printTitlesRow: layout.repeatedRows }),
          ...(layout.repeatedColumns === undefined ? {} : { printTitlesColumn: layout.repeatedColumns }),
        },
        headerFooter: {
          oddHeader: `&L${printed(layout.header.left)}&R${printed(layout.header.right)}`,
          oddFooter: `&L${printed(layout.footer.left)}&C${printed(layout.footer.center)}&RPage &P / &N`,
        },
      });
      const additions: SheetAdditions = { worksheet, numberLike: [], formats: [], direct: [], charts: [] };
      sheets.push(additions);
      return sheetOn(additions, taken);
    },
    toBytes: async () => {
      const direct = new Map(sheets.map((sheet) => [sheet.worksheet.id, sheet.direct]));
      const written = await partsOf(workbook, direct);
      addToParts(written.parts, sheets);
      return zipParts(written);
    },
  };
}

/** In headers and footers `&` starts a code. */
function printed(text: string): string {
  return text.replaceAll('&', '&&');
}
