import type ExcelJS from 'exceljs';
import type { TemplateRequest } from '../../../domain/deposit/template/template-request.ts';
import { STAFF_HEADINGS, TEMPLATE_TABLE_CHECKS } from '../../../messages/template-texts.ts';
import { ACROSS_ROWS, writeAcross } from '../across.ts';
import { addSheet, live, periodOf } from '../frame.ts';
import { writeTable } from '../input-table.ts';
import { AT_LEAST_ZERO, decimalBetween, noLongerThan, oneOf, refusing } from '../inputs.ts';
import * as styles from '../styles.ts';

export const STAFF = 'ETP SSI';

const ACROSS_ROW = 4;
const HEADING_ROW = ACROSS_ROW + ACROSS_ROWS + 1;
const FIRST_ROW = HEADING_ROW + 1;
const LINES = 30;
const LAST_ROW = HEADING_ROW + LINES;

/** FTE of the lines of some types; blank while no line is filled. */
function fteOf(...types: readonly string[]): string {
  const range = (letter: string) => `$${letter}$${FIRST_ROW}:$${letter}$${LAST_ROW}`;
  // By their first letters: « interne », « internes » and « Interne » are one type.
  const sums = types.map((type) => `SUMIFS(${range('F')},${range('B')},"${type}*")`);
  return `IF(COUNT(${range('F')})=0,"",ROUND(${sums.join('+')},2))`;
}

/** For the sheet of pools. */
export const POOLED_FTE = fteOf('mutualis')
  .replaceAll('$B$', `'${STAFF}'!$B$`)
  .replaceAll('$F$', `'${STAFF}'!$F$`);

/** People by function, whose FTE give the totals above them. */
export function addStaff(workbook: ExcelJS.Workbook, request: TemplateRequest): void {
  const { campaign, body } = request;
  const sheet = addSheet(workbook, request, {
    name: STAFF,
    note: `Emplois consacrés à la sécurité des systèmes d’information, ${periodOf(campaign)}. ETP = quotité × mois / 12 × nombre.`,
    widths: [44, 22, 22, 22, 12, 14, 26],
    frozen: { rows: HEADING_ROW, columns: 1 },
  });
  writeAcross(sheet, request, { row: ACROSS_ROW, column: 2 }, [
    { column: 'etp_total', heading: 'ETP de l’établissement' },
    { column: 'etp_ssi_internes', heading: 'ETP SSI internes', formula: fteOf('interne', 'mutualis') },
    { column: 'etp_ssi_externes', heading: 'ETP SSI externes', formula: fteOf('externe') },
  ]);
  const types = body === null || body.carries ? ['interne', 'externe', 'mutualisé'] : ['interne', 'externe'];
  const checks = TEMPLATE_TABLE_CHECKS;
  writeTable(sheet, {
    name: 'tableau_etp',
    row: HEADING_ROW,
    columns: [
      {
        heading: STAFF_HEADINGS.function,
        style: styles.inputStyle(styles.TEXT_FORMAT, 'left'),
        check: refusing(noLongerThan(200), checks.text),
      },
      {
        heading: STAFF_HEADINGS.type,
        style: styles.inputStyle(styles.TEXT_FORMAT, 'center'),
        check: refusing(oneOf(types), checks.choice),
      },
      {
        heading: STAFF_HEADINGS.quota,
        style: styles.inputStyle(styles.PERCENT_FORMAT),
        check: refusing(decimalBetween(0, 1), checks.quota),
      },
      {
        heading: STAFF_HEADINGS.months,
        style: styles.inputStyle(styles.GENERAL_FORMAT),
        check: refusing(decimalBetween(0, 12), checks.months),
      },
      {
        heading: STAFF_HEADINGS.count,
        style: styles.inputStyle(styles.GENERAL_FORMAT),
        check: refusing(AT_LEAST_ZERO, checks.number),
      },
      { heading: STAFF_HEADINGS.fte, style: styles.lineResultStyle(styles.FTE_FORMAT) },
      { heading: STAFF_HEADINGS.check, style: styles.CHECK },
    ],
    lines: Array.from({ length: LINES }, (_, index) => {
      const row = FIRST_ROW + index;
      return [null, null, null, null, null, live(lineFte(row)), live(lineCheck(row))];
    }),
  });
}

/** A quota above one is a percentage without its sign. */
function lineFte(row: number): string {
  return `IF(COUNT(C${row}:E${row})<3,"",IF(C${row}>1,C${row}/100,C${row})*D${row}/12*E${row})`;
}

function lineCheck(row: number): string {
  return `IF(OR(COUNTA(B${row}:E${row})=0,AND(A${row}<>"",B${row}<>"",COUNT(C${row}:E${row})=3)),"","Ligne incomplète")`;
}
