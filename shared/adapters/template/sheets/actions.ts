import type ExcelJS from 'exceljs';
import {
  ACTION_ITEM_NAMES,
  ACTION_ITEMS,
  type ActionAnswerType,
} from '../../../domain/actions/action-items.ts';
import type { TemplateRequest } from '../../../domain/deposit/template/template-request.ts';
import {
  ACTION_HEADINGS,
  ADS_NOTE,
  ANSWER_TYPES,
  CARE_NOTE,
  DIRECTORY_HEADINGS,
  TEMPLATE_TABLE_CHECKS,
} from '../../../messages/template-texts.ts';
import { addSheet, put } from '../frame.ts';
import { type TableCell, writeTable } from '../input-table.ts';
import {
  AT_LEAST_ZERO,
  type Condition,
  dateFrom,
  noLongerThan,
  oneOf,
  refusing,
  wholeBetween,
} from '../inputs.ts';
import * as styles from '../styles.ts';

export const ACTIONS = 'Actions';

const HEADING_ROW = 4;
const DIRECTORIES = 15;
/** No exercise, audit or plan of the instruction is older. */
const FIRST_YEAR = 2020;

/** Answers to actions 1 and 3 to 6 of the instruction, and the audits of directories of action 3. */
export function addActions(workbook: ExcelJS.Workbook, request: TemplateRequest): void {
  const sheet = addSheet(workbook, request, {
    name: ACTIONS,
    note: 'Suivi des actions 1 et 3 à 6 de l’instruction DNS/2025/12 : sans effet sur le calcul de la part du numérique.',
    widths: [10, 84, 14, 18, 18, 26],
    frozen: { rows: HEADING_ROW, columns: 0 },
    onePage: true,
  });
  let row = writeTable(sheet, {
    name: 'tableau_actions',
    row: HEADING_ROW,
    columns: [
      { heading: ACTION_HEADINGS.action, style: styles.GIVEN_CENTER },
      { heading: ACTION_HEADINGS.item, style: styles.GIVEN },
      { heading: ACTION_HEADINGS.expected, style: styles.GIVEN_CENTER },
      { heading: ACTION_HEADINGS.answer, style: styles.inputStyle(styles.TEXT_FORMAT, 'center') },
      { heading: ACTION_HEADINGS.due, style: styles.GIVEN_CENTER },
      { heading: ACTION_HEADINGS.mark, style: styles.MARK },
    ],
    lines: ACTION_ITEM_NAMES.map((item) => {
      const { action, type, label, due } = ACTION_ITEMS[item];
      return [action, label, ANSWER_TYPES[type], answerCell(type), due, item];
    }),
  });
  row++;
  put(sheet, row, 2, 'Audits ADS des annuaires (action 3)', styles.SECTION);
  sheet.getRow(row).height = 24;
  const notes = request.body?.declarant?.status === 'prive_lucratif' ? [ADS_NOTE, CARE_NOTE] : [ADS_NOTE];
  for (const note of notes) put(sheet, ++row, 2, note, styles.NOTE);
  writeTable(sheet, {
    name: 'tableau_annuaires',
    row: row + 1,
    column: 2,
    columns: [
      {
        heading: DIRECTORY_HEADINGS.directory,
        style: styles.inputStyle(styles.TEXT_FORMAT, 'left'),
        check: refusing(noLongerThan(200), TEMPLATE_TABLE_CHECKS.text),
      },
      {
        heading: DIRECTORY_HEADINGS.score,
        style: styles.inputStyle(styles.GENERAL_FORMAT, 'center'),
        check: refusing(wholeBetween(1, 5), TEMPLATE_TABLE_CHECKS.score),
      },
      {
        heading: DIRECTORY_HEADINGS.date,
        style: styles.inputStyle(styles.DATE_FORMAT, 'center'),
        check: refusing(dateFrom(FIRST_YEAR), TEMPLATE_TABLE_CHECKS.date),
      },
    ],
    lines: Array.from({ length: DIRECTORIES }, () => [null, null, null]),
  });
}

const ANSWERS: Readonly<
  Record<ActionAnswerType, { readonly format: string; readonly condition: Condition; readonly error: string }>
> = {
  'oui-non': {
    format: styles.TEXT_FORMAT,
    condition: oneOf(['oui', 'non']),
    error: TEMPLATE_TABLE_CHECKS.yesNo,
  },
  date: {
    format: styles.DATE_FORMAT,
    condition: dateFrom(FIRST_YEAR),
    error: TEMPLATE_TABLE_CHECKS.date,
  },
  nombre: {
    format: styles.GENERAL_FORMAT,
    condition: { ...AT_LEAST_ZERO, type: 'whole' },
    error: TEMPLATE_TABLE_CHECKS.whole,
  },
};

function answerCell(type: ActionAnswerType): TableCell {
  const { format, condition, error } = ANSWERS[type];
  return { content: null, style: styles.inputStyle(format, 'center'), check: refusing(condition, error) };
}
