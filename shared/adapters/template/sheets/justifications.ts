import type ExcelJS from 'exceljs';
import { LONGEST_JUSTIFICATION } from '../../../domain/deposit/template/justification-table.ts';
import type { TemplateRequest } from '../../../domain/deposit/template/template-request.ts';
import { ALERT_CODES } from '../../../domain/figures/alert-codes.ts';
import { ALERT_LABELS } from '../../../domain/figures/alert-labels.ts';
import {
  JUSTIFICATION_HEADINGS,
  TEMPLATE_ALERTS,
  TEMPLATE_TABLE_CHECKS,
} from '../../../messages/template-texts.ts';
import { addSheet } from '../frame.ts';
import { writeTable } from '../input-table.ts';
import { noLongerThan, refusing } from '../inputs.ts';
import * as styles from '../styles.ts';

export const JUSTIFICATIONS = 'Justifications';

const HEADING_ROW = 4;

/** What the body answers, beforehand, to the warnings that its figures can raise. */
export function addJustifications(workbook: ExcelJS.Workbook, request: TemplateRequest): void {
  const sheet = addSheet(workbook, request, {
    name: JUSTIFICATIONS,
    note: 'Facultatif : si un chiffre sort de l’ordinaire, expliquez-le ici. Une alerte ne bloque jamais la déclaration.',
    widths: [42, 56, 84, 32],
    frozen: { rows: HEADING_ROW, columns: 0 },
  });
  writeTable(sheet, {
    name: 'tableau_justifications',
    row: HEADING_ROW,
    lineHeight: 48,
    columns: [
      { heading: JUSTIFICATION_HEADINGS.alert, style: styles.GIVEN },
      { heading: JUSTIFICATION_HEADINGS.meaning, style: styles.GIVEN },
      {
        heading: JUSTIFICATION_HEADINGS.text,
        style: styles.inputStyle(styles.GENERAL_FORMAT, 'left'),
        check: refusing(noLongerThan(LONGEST_JUSTIFICATION), TEMPLATE_TABLE_CHECKS.longText),
      },
      { heading: JUSTIFICATION_HEADINGS.mark, style: styles.MARK },
    ],
    lines: ALERT_CODES.map((code) => [ALERT_LABELS[code], TEMPLATE_ALERTS[code], null, code]),
  });
}
