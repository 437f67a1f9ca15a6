import ExcelJS from 'exceljs';
import type { CampaignYear } from '../../domain/campaign/campaign.ts';
import type { Declarant, PastFigures } from '../../domain/declarant/reference-set.ts';
import { TEMPLATE_VERSION_NAME } from '../../domain/deposit/template/version.ts';
import { TEMPLATE_HELP, templateReadMe } from '../../messages/template-texts.ts';
import { toBytes } from '../workbooks/package/to-bytes.ts';
import { addIdentity } from './identity.ts';
import { INPUT_FORMATS, INPUT_UNITS, inputCheck, inputLabel, inputType } from './inputs.ts';
import {
  HEADING_ROW,
  INPUT_COLUMN,
  linesOf,
  READ_ME,
  TEMPLATE_SHEETS,
  TEMPLATE_VERSION,
  type TemplateLine,
} from './layout.ts';
import * as styles from './styles.ts';

export interface TemplateOptions {
  readonly campaign: CampaignYear;
  /** For one declarant: its identity is filled in, and its last published figures recalled. */
  readonly declarant?: { readonly identity: Declarant; readonly past: PastFigures | null };
}

/** The template workbook, empty but for the campaign and the declarant given. Same options, same bytes. */
export async function buildTemplate(options: TemplateOptions): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const creator = 'Collecte numérique en santé';
  const dated = new Date(Date.UTC(options.campaign, 0, 1));
  Object.assign(workbook, { creator, lastModifiedBy: creator, created: dated, modified: dated });
  workbook.title = `Déclaration ${options.campaign} : part du numérique et ETP SSI`;

  addReadMe(workbook, options.campaign);
  for (const definition of TEMPLATE_SHEETS) {
    const sheet = addSheet(workbook, definition.name);
    sheet.getCell('A2').value = `Exercice ${options.campaign - 1}, campagne ${options.campaign}`;
    sheet.getCell('A2').style = styles.NOTE;
    ['Donnée', 'Saisie', 'Unité', 'Aide'].forEach((heading, index) => {
      const cell = sheet.getCell(HEADING_ROW, index + 1);
      cell.value = heading;
      cell.style = styles.HEADING;
    });
    for (const line of linesOf(definition)) addLine(workbook, sheet, line, options);
  }
  const identification = workbook.getWorksheet('Identification');
  if (options.declarant && identification) addIdentity(identification, options.declarant);
  return toBytes(workbook, new Map());
}

function addSheet(workbook: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = workbook.addWorksheet(name, {
    views: [{ showGridLines: false }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddHeader: '&L&A', oddFooter: '&LDéclaration numérique&RPage &P / &N' },
  });
  sheet.columns = [{ width: 58 }, { width: 24 }, { width: 16 }, { width: 90 }];
  sheet.getCell('A1').value = name;
  sheet.getCell('A1').style = styles.TITLE;
  return sheet;
}

function addReadMe(workbook: ExcelJS.Workbook, campaign: CampaignYear): void {
  const sheet = addSheet(workbook, READ_ME);
  sheet.columns = [{ width: 120 }, { width: 14 }];
  sheet.getCell('A1').value = `Déclaration de la campagne ${campaign}`;
  templateReadMe(campaign).forEach((text, index) => {
    const cell = sheet.getCell(index + 3, 1);
    cell.value = text;
    cell.style = styles.PARAGRAPH;
  });
  const row = templateReadMe(campaign).length + 4;
  sheet.getCell(row, 1).value = 'Version du modèle (ne pas modifier)';
  sheet.getCell(row, 1).style = styles.NOTE;
  const version = sheet.getCell(row, 2);
  version.value = TEMPLATE_VERSION;
  version.style = { ...styles.NOTE, numFmt: styles.TEXT_FORMAT };
  define(workbook, sheet, version.address, TEMPLATE_VERSION_NAME);
}

function addLine(
  workbook: ExcelJS.Workbook,
  sheet: ExcelJS.Worksheet,
  line: TemplateLine,
  { campaign, declarant }: TemplateOptions,
): void {
  const label = sheet.getCell(line.row, 1);
  const input = sheet.getCell(`${INPUT_COLUMN}${line.row}`);
  if (line.kind === 'total') {
    label.value = line.label;
    label.style = styles.TOTAL_LABEL;
    const formula = `SUM(${INPUT_COLUMN}${line.firstRow}:${INPUT_COLUMN}${line.lastRow})`;
    input.value = { formula, result: 0 };
    input.style = styles.TOTAL;
    return;
  }
  const type = inputType(line.column);
  label.value = inputLabel(line.column);
  label.style = styles.LABEL;
  input.style = styles.inputStyle(INPUT_FORMATS[type]);
  input.dataValidation = inputCheck(line.column, campaign);
  if (line.column === 'campagne') input.value = String(campaign);
  if (line.column === 'finess' && declarant) input.value = declarant.identity.finess;
  define(workbook, sheet, input.address, line.column);
  const unit = sheet.getCell(line.row, 3);
  unit.value = INPUT_UNITS[type];
  unit.style = styles.UNIT;
  const help = sheet.getCell(line.row, 4);
  help.value = TEMPLATE_HELP[line.column];
  help.style = styles.HELP;
  sheet.getRow(line.row).height = 32;
}

/** A workbook-level name on one cell: by it, any tool finds the input wherever it stands. */
function define(workbook: ExcelJS.Workbook, sheet: ExcelJS.Worksheet, address: string, name: string): void {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  workbook.definedNames.add(`'${sheet.name}'!$${letters}$${row}`, name);
}
