import ExcelJS from 'exceljs';
import type { CampaignYear } from '../../domain/campaign/campaign.ts';
import { financialYear } from '../../domain/campaign/campaign.ts';
import type { TemplateRequest } from '../../domain/deposit/template/template-request.ts';
import { PUBLISHER } from '../workbooks/properties.ts';
import { NOTE, type Style, TITLE } from './styles.ts';

/** A sheet being written: rows and columns count from 1. */
export type Worksheet = ExcelJS.Worksheet;

export function createWorkbook({ campaign, body }: TemplateRequest): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook();
  const dated = new Date(Date.UTC(campaign, 0, 1));
  Object.assign(workbook, {
    creator: PUBLISHER,
    lastModifiedBy: PUBLISHER,
    created: dated,
    modified: dated,
    // Its texts are read aloud in it; the declared type leaves it out.
    language: 'fr-FR',
  });
  workbook.title = `Déclaration ${campaign} : part du numérique et ETP SSI${body ? `, ${body.name}` : ''}`;
  // Opens on the first sheet; formulas are calculated anew, whatever filled the inputs.
  workbook.views = [
    { x: 0, y: 0, width: 28_800, height: 16_000, firstSheet: 0, activeTab: 0, visibility: 'visible' },
  ];
  workbook.calcProperties.fullCalcOnLoad = true;
  return workbook;
}

interface SheetLayout {
  readonly name: string;
  /** Under the title. */
  readonly note: string;
  /** In characters, from the first column. */
  readonly widths: readonly number[];
  /** Rows and columns that stay in sight. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** A sheet of several tables, whose frozen headings are those of the first: on one page. @default repeated on each */
  readonly onePage?: true;
}

const A4 = 9;
const INCHES = { left: 0.4, right: 0.4, top: 0.7, bottom: 0.6, header: 0.3, footer: 0.3 };

/** A sheet protected without a password: only its inputs can be typed in, and rows can be added. */
export function addSheet(
  workbook: ExcelJS.Workbook,
  { campaign, body }: TemplateRequest,
  { name, note, widths, frozen, onePage }: SheetLayout,
): Worksheet {
  const who = body ? `${body.name} – ${body.finess}` : 'Modèle à remplir';
  const sheet = workbook.addWorksheet(name, {
    views: [
      frozen.rows > 0
        ? { state: 'frozen', xSplit: frozen.columns, ySplit: frozen.rows, showGridLines: false }
        : { showGridLines: false },
    ],
    pageSetup: {
      paperSize: A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: onePage ? 1 : 0,
      margins: INCHES,
      ...(frozen.rows > 0 && !onePage ? { printTitlesRow: `1:${frozen.rows}` } : {}),
    },
    headerFooter: {
      oddHeader: `&L${printed(who)}&R&A`,
      oddFooter: `&LDéclaration numérique, ${periodOf(campaign)}&RPage &P / &N`,
    },
  });
  sheet.columns = widths.map((width) => ({ width }));
  put(sheet, 1, 1, name, TITLE);
  put(sheet, 2, 1, note, NOTE);
  sheet.getRow(1).height = 26;
  // exceljs counts what is named as allowed. Without a password: it keeps from slips, not from people.
  void sheet.protect('', { formatColumns: true, formatRows: true, insertRows: true });
  return sheet;
}

export function periodOf(campaign: CampaignYear): string {
  return `exercice ${financialYear(campaign)}, campagne ${campaign}`;
}

export function put(
  sheet: Worksheet,
  row: number,
  column: number,
  value: ExcelJS.CellValue,
  style: Style,
): ExcelJS.Cell {
  const cell = sheet.getRow(row).getCell(column);
  if (value !== null) cell.value = value;
  cell.style = style;
  return cell;
}

/** A formula without its `=`, with the text or number that it gives while nothing is entered. */
export function live(formula: string, result: string | number = ''): ExcelJS.CellFormulaValue {
  return { formula, result, date1904: false };
}

/** A workbook-level name on one cell: by it any tool finds the cell, wherever it stands. */
export function nameCell(sheet: Worksheet, row: number, column: number, name: string): void {
  const { letter } = sheet.getColumn(column);
  sheet.workbook.definedNames.add(`'${sheet.name}'!$${letter}$${row}`, name);
}

/** In headers and footers `&` starts a code. */
function printed(text: string): string {
  return text.replaceAll('&', '&&');
}
