import type ExcelJS from 'exceljs';
import type { TemplateRequest } from '../../../domain/deposit/template/template-request.ts';
import { MEASURE_HEADINGS, TEMPLATE_TABLE_CHECKS } from '../../../messages/template-texts.ts';
import { ACROSS_ROWS, writeAcross } from '../across.ts';
import { addSheet } from '../frame.ts';
import { type TableCell, writeTable } from '../input-table.ts';
import { AT_LEAST_ZERO, noLongerThan, oneOf, refusing, wholeBetween } from '../inputs.ts';
import * as styles from '../styles.ts';

export const MATURITY = 'Maturité';

const ACROSS_ROW = 4;
const HEADING_ROW = ACROSS_ROW + ACROSS_ROWS + 1;
/** Where no questionnaire is known. */
const BLANK_LINES = 60;

/** The day of the self-assessment and, measure by measure, its answers. Action 2. */
export function addMaturity(workbook: ExcelJS.Workbook, request: TemplateRequest): void {
  const { measures } = request;
  const sheet = addSheet(workbook, request, {
    name: MATURITY,
    note: 'Auto-évaluation sur les mesures prioritaires (action 2) : un niveau par mesure, ou « oui » sous Non applicable.',
    widths: [14, 26, 60, 18, 12, 14, 60],
    frozen: { rows: HEADING_ROW, columns: 0 },
  });
  writeAcross(sheet, request, { row: ACROSS_ROW, column: 4 }, [
    { column: 'maturite_date', heading: 'Date de l’auto-évaluation' },
  ]);
  const checks = TEMPLATE_TABLE_CHECKS;
  const known = measures.length > 0;
  const level = styles.inputStyle(styles.GENERAL_FORMAT, 'center');
  const text = known ? styles.GIVEN : styles.inputStyle(styles.TEXT_FORMAT, 'left');
  const whole = refusing({ ...AT_LEAST_ZERO, type: 'whole' }, checks.whole);
  writeTable(sheet, {
    name: 'tableau_mesures',
    row: HEADING_ROW,
    columns: [
      { heading: MEASURE_HEADINGS.measure, style: text },
      { heading: MEASURE_HEADINGS.theme, style: text },
      { heading: MEASURE_HEADINGS.label, style: text },
      { heading: MEASURE_HEADINGS.level, style: level, ...(known ? {} : { check: whole }) },
      { heading: MEASURE_HEADINGS.highest, style: known ? styles.GIVEN_CENTER : level },
      {
        heading: MEASURE_HEADINGS.notApplicable,
        style: styles.inputStyle(styles.TEXT_FORMAT, 'center'),
        check: refusing(oneOf(['oui', 'non']), checks.yesNo),
      },
      {
        heading: MEASURE_HEADINGS.comment,
        style: styles.inputStyle(styles.GENERAL_FORMAT, 'left'),
        check: refusing(noLongerThan(2_000), checks.longText),
      },
    ],
    lines: known
      ? measures.map(({ code, theme, label, highest }): readonly TableCell[] => [
          code,
          theme,
          label,
          {
            content: null,
            style: level,
            check: refusing(
              wholeBetween(0, highest),
              `Mesure ${code} : un niveau entier de 0 à ${highest} est attendu.`,
            ),
          },
          highest,
          null,
          null,
        ])
      : Array.from({ length: BLANK_LINES }, () => [null, null, null, null, null, null, null]),
  });
}
