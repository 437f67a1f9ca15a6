import type { ColumnName } from '../../domain/deposit/columns.ts';
import type { TemplateRequest } from '../../domain/deposit/template/template-request.ts';
import { TEMPLATE_HELP } from '../../messages/template-texts.ts';
import { hundredthsOrBlank } from '../workbooks/exact.ts';
import { live, nameCell, put, type Worksheet } from './frame.ts';
import { INPUT_FORMATS, inputCheck, inputType, prompting, shownValue } from './inputs.ts';
import * as styles from './styles.ts';

/** A single input that stands with its fellows above the table that gives them, in sight while one fills it. */
export interface AcrossInput {
  readonly column: ColumnName;
  readonly heading: string;
  /** Gives the value while nothing is typed in its place; an input without it starts blank. */
  readonly formula?: string;
}

/** A sum that is read by nobody. */
export interface AcrossTotal {
  readonly total: string;
  readonly heading: string;
  readonly formula: string;
  /** Cents; null where it is not known. */
  readonly previous: bigint | null;
}

/** Headings, inputs, what stood a year before. */
export const ACROSS_ROWS = 3;

/** Writes inputs side by side, their label before them. @param first row of their headings, column of the first input */
export function writeAcross(
  sheet: Worksheet,
  request: TemplateRequest,
  first: { readonly row: number; readonly column: number },
  inputs: readonly (AcrossInput | AcrossTotal)[],
): void {
  const { row } = first;
  put(sheet, row + 1, first.column - 1, 'Valeur déclarée', styles.LABEL_RIGHT);
  if (request.body)
    put(sheet, row + 2, first.column - 1, 'Année précédente (pour mémoire)', styles.NOTE_RIGHT);
  sheet.getRow(row).height = 34;
  sheet.getRow(row + 1).height = 22;
  sheet.getRow(row + 2).height = 18;
  inputs.forEach((input, index) => {
    const column = first.column + index;
    put(sheet, row, column, input.heading, styles.HEADING);
    if ('total' in input) {
      const { previous } = input;
      put(sheet, row + 1, column, live(input.formula), styles.totalStyle(styles.AMOUNT_FORMAT));
      nameCell(sheet, row + 1, column, input.total);
      if (request.body)
        put(sheet, row + 2, column, hundredthsOrBlank(previous), styles.previousStyle(styles.AMOUNT_FORMAT));
      return;
    }
    const format = INPUT_FORMATS[inputType(input.column)];
    const [value, style] = input.formula
      ? [live(input.formula), styles.openTotalStyle(format)]
      : [null, styles.inputStyle(format)];
    const cell = put(sheet, row + 1, column, value, style);
    cell.dataValidation = prompting(inputCheck(input.column, request.campaign), TEMPLATE_HELP[input.column]);
    nameCell(sheet, row + 1, column, input.column);
    if (request.body) {
      const known = shownValue(input.column, request.body.previous);
      put(sheet, row + 2, column, known, styles.previousStyle(format));
    }
  });
}
