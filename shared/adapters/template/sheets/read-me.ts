import type ExcelJS from 'exceljs';
import type { TemplateRequest } from '../../../domain/deposit/template/template-request.ts';
import { TEMPLATE_VERSION_NAME, TEMPLATE_VERSIONS } from '../../../domain/deposit/template/version.ts';
import { SHEET_CONTENTS, TEMPLATE_LEGEND, templateReadMe } from '../../../messages/template-texts.ts';
import { heightOf } from '../../workbooks/package/row-height.ts';
import { addSheet, nameCell, periodOf, put, type Worksheet } from '../frame.ts';
import * as styles from '../styles.ts';

/** What the named cell holds: readers refuse a version that they do not know. */
const TEMPLATE_VERSION = TEMPLATE_VERSIONS[TEMPLATE_VERSIONS.length - 1];

const WIDTHS = [30, 110] as const;
const locked = { locked: true } as const;

/** How each kind of cell looks. */
const LOOKS = {
  input: { ...styles.inputStyle(styles.GENERAL_FORMAT, 'left'), protection: locked },
  openTotal: { ...styles.openTotalStyle(styles.GENERAL_FORMAT, 'left'), protection: locked },
  previous: styles.previousStyle(styles.GENERAL_FORMAT, 'left'),
} as const satisfies Record<keyof typeof TEMPLATE_LEGEND, styles.Style>;

/** What is asked, sheet by sheet, and how to fill it in. @param names of the sheets that follow */
export function addReadMe(
  workbook: ExcelJS.Workbook,
  request: TemplateRequest,
  names: readonly string[],
): void {
  const { campaign, deadline, body } = request;
  const sheet = addSheet(workbook, request, {
    name: 'Lisez-moi',
    note: `Part du budget dédiée au numérique, ETP SSI et maturité : ${periodOf(campaign)}`,
    widths: WIDTHS,
    frozen: { rows: 0, columns: 0 },
  });
  const pool = body !== null && body.declarant === null;
  const whose = body ? [['Établissement', `${body.name} (FINESS ${body.finess})`] as const] : [];
  let row = writeTerms(sheet, 4, [...whose, ...templateReadMe(campaign, deadline, pool ? 'pool' : 'whole')]);
  row = writeSection(sheet, row + 1, 'Feuilles');
  row = writeTerms(
    sheet,
    row,
    names.map((name) => [name, SHEET_CONTENTS[name] ?? ''] as const),
  );
  row = writeSection(sheet, row + 1, 'Présentation des cellules');
  for (const look of Object.keys(LOOKS) as readonly (keyof typeof LOOKS)[]) {
    if (pool && look === 'openTotal') continue;
    const { term, text } = TEMPLATE_LEGEND[look];
    put(sheet, row, 1, term, LOOKS[look]);
    put(sheet, row, 2, text, styles.LEGEND);
    sheet.getRow(row).height = 20;
    row++;
  }
  row++;
  put(sheet, row, 1, TEMPLATE_VERSION, { ...styles.NOTE, numFmt: styles.TEXT_FORMAT });
  put(sheet, row, 2, 'Version du modèle (ne pas modifier)', styles.NOTE);
  nameCell(sheet, row, 1, TEMPLATE_VERSION_NAME);
}

function writeTerms(sheet: Worksheet, first: number, terms: readonly (readonly [string, string])[]): number {
  terms.forEach(([term, text], index) => {
    const row = first + index;
    put(sheet, row, 1, term, styles.TERM);
    put(sheet, row, 2, text, styles.PARAGRAPH);
    sheet.getRow(row).height = Math.max(18, heightOf(text, WIDTHS[1], styles.PARAGRAPH) + 4);
  });
  return first + terms.length;
}

function writeSection(sheet: Worksheet, row: number, title: string): number {
  put(sheet, row, 1, title, styles.SECTION);
  sheet.getRow(row).height = 26;
  return row + 1;
}
