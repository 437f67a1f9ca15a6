import { writeReference } from '../../../domain/deposit/cell-reference.ts';
import type { DelimitedContent } from '../../../domain/deposit/table.ts';
import { DEPOSIT_SHEET } from '../../../messages/annotation-texts.ts';
import { LAST_COLUMN, LAST_ROW } from '../../tables/limits.ts';
import { SHEET_TYPE, STYLES_TYPE } from '../package/content-types.ts';
import { cellText } from '../xml/cell-text.ts';
import { asAttribute, asContent } from '../xml/escape.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Cell styles: of a value, of one that Excel would take for a formula when it is edited, of a heading. */
const PLAIN = 0;
const QUOTED = 1;
const HEADING = 2;

/** Characters; columns are as wide as the longest of their first cells, within these. */
const NARROWEST = 11;
const WIDEST = 42;
const RECORDS_MEASURED = 200;

/**
 * The parts, by name, of a workbook that shows a CSV as it was read: a row for each line of the file, each cell a text. A
 * record that takes several lines stands on its first. What lies beyond Excel's grid is left out.
 */
export function csvParts({ records }: DelimitedContent): Readonly<Record<string, string>> {
  const parts = {
    '[Content_Types].xml':
      `<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_TYPE}"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${STYLES_TYPE}"/></Types>`,
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml':
      `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><bookViews><workbookView/></bookViews>` +
      `<sheets><sheet name="${asAttribute(DEPOSIT_SHEET)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': STYLES,
    'xl/worksheets/sheet1.xml': sheetXml(records.filter(({ line }) => line <= LAST_ROW)),
  };
  return Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, XML + text]));
}

type Records = DelimitedContent['records'];

function sheetXml(records: Records): string {
  const headings = records[0]?.line ?? 1;
  const width = Math.min(
    LAST_COLUMN,
    records.reduce((widest, { cells }) => Math.max(widest, cells.length), 1),
  );
  const letters = Array.from({ length: width }, (_, column) =>
    writeReference({ column, row: 1 }).slice(0, -1),
  );
  const rows = records.map(({ line, cells }) => rowXml(line, cells, letters, line === headings));
  const last = `${letters.at(-1)}${records.at(-1)?.line ?? 1}`;
  return (
    `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ` +
    `ySplit="${headings}" topLeftCell="A${headings + 1}" activePane="bottomLeft" state="frozen"/>` +
    `</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columnsXml(records, width)}</cols>` +
    `<sheetData>${rows.join('')}</sheetData>` +
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>' +
    `<ignoredErrors><ignoredError sqref="A1:${last}" numberStoredAsText="1"/></ignoredErrors></worksheet>`
  );
}

function rowXml(
  line: number,
  cells: readonly string[],
  letters: readonly string[],
  isHeading: boolean,
): string {
  let xml = '';
  // By the record's own cells: one wide record must not make each of the others as long to write.
  const width = Math.min(cells.length, letters.length);
  for (let column = 0; column < width; column += 1) {
    const text = cells[column] ?? '';
    if (text !== '') xml += cellXml(`${letters[column]}${line}`, text, isHeading);
  }
  return xml === '' ? '' : `<row r="${line}">${xml}</row>`;
}

function cellXml(reference: string, text: string, isHeading: boolean): string {
  const style = isHeading ? HEADING : /^[=+\-@]/.test(text) ? QUOTED : PLAIN;
  const space = text === text.trim() && !text.includes('\n') ? '' : ' xml:space="preserve"';
  return (
    `<c r="${reference}"${style === PLAIN ? '' : ` s="${style}"`} t="inlineStr">` +
    `<is><t${space}>${asContent(cellText(text))}</t></is></c>`
  );
}

function columnsXml(records: Records, width: number): string {
  const widths = Array<number>(width).fill(NARROWEST);
  for (const { cells } of records.slice(0, RECORDS_MEASURED)) {
    for (const [column, { length }] of cells.slice(0, width).entries())
      widths[column] = Math.min(WIDEST, Math.max(widths[column] ?? NARROWEST, length + 2));
  }
  return widths
    .map((wide, at) => `<col min="${at + 1}" max="${at + 1}" width="${wide}" customWidth="1"/>`)
    .join('');
}

function relationships(list: readonly (readonly [type: string, target: string])[]): string {
  const items = list.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${DOCUMENT}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

const FONT = '<sz val="11"/><name val="Calibri"/><family val="2"/>';
const STYLES =
  `<styleSheet xmlns="${MAIN}"><fonts count="2"><font>${FONT}</font><font><b/>${FONT}</font></fonts>` +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE7EAF1"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/>' +
  '<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
