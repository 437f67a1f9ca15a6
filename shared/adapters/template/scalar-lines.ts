import { financialYear } from '../../domain/campaign/campaign.ts';
import { type AnyColumn, COLUMNS } from '../../domain/deposit/columns.ts';
import type { TemplateRequest } from '../../domain/deposit/template/template-request.ts';
import { TEMPLATE_HELP } from '../../messages/template-texts.ts';
import { hundredthsOrBlank } from '../workbooks/exact.ts';
import { heightOf } from '../workbooks/package/row-height.ts';
import { live, nameCell, put, type Worksheet } from './frame.ts';
import { INPUT_FORMATS, INPUT_UNITS, inputCheck, inputLabel, inputType, shownValue } from './inputs.ts';
import * as styles from './styles.ts';

/** A single input on a line: its name, the cell, its unit, what stood a year before, what to enter. */
interface InputLine {
  readonly column: AnyColumn;
  /** @default the column's own */
  readonly label?: string;
  /** What the cell holds until something is typed: a text, or a formula that gives its value. */
  readonly value?: string | { readonly formula: string };
}

/** The sum of the amounts above it: it is read by nobody. */
interface TotalLine {
  readonly total: string;
  readonly label: string;
  /** How many of the lines above, the nearest first. */
  readonly of: number;
  /** Cents; null where it is not known. */
  readonly previous: bigint | null;
}

export type Line = InputLine | TotalLine;

export const LINE_HEADING_ROW = 4;
const FIRST_LINE_ROW = LINE_HEADING_ROW + 1;
const LABEL_WIDTH = 58;
const HELP_WIDTH = 78;

/** What stood a year before has its column where the template is made for a body. */
export function lineWidths({ body }: TemplateRequest): readonly number[] {
  return [LABEL_WIDTH, 22, 14, ...(body ? [22] : []), HELP_WIDTH];
}

/** @returns the row after the last. */
export function writeLines(sheet: Worksheet, request: TemplateRequest, lines: readonly Line[]): number {
  const previous = request.body ? [previousHeading(request)] : [];
  const headings = ['Donnée', 'Saisie', 'Unité', ...previous, 'Aide'];
  headings.forEach((heading, index) => {
    put(sheet, LINE_HEADING_ROW, index + 1, heading, styles.HEADING);
  });
  sheet.getRow(LINE_HEADING_ROW).height = previous.length > 0 ? 34 : 22;
  lines.forEach((line, index) => {
    const row = FIRST_LINE_ROW + index;
    if ('total' in line) writeTotal(sheet, request, line, row);
    else writeInput(sheet, request, line, row);
  });
  return FIRST_LINE_ROW + lines.length;
}

function previousHeading({ campaign }: TemplateRequest): string {
  return `Exercice ${financialYear(campaign) - 1}\n(pour mémoire)`;
}

function writeInput(sheet: Worksheet, request: TemplateRequest, line: InputLine, row: number): void {
  const { column, value = null } = line;
  const type = inputType(column);
  const label = line.label ?? inputLabel(column);
  const help = TEMPLATE_HELP[column];
  put(sheet, row, 1, label, styles.LABEL);
  const content = value === null || typeof value === 'string' ? value : live(value.formula);
  const style = typeof value === 'object' && value !== null ? styles.openTotalStyle : styles.inputStyle;
  const input = put(sheet, row, 2, content, style(INPUT_FORMATS[type]));
  input.dataValidation = inputCheck(column, request.campaign);
  nameCell(sheet, row, 2, column);
  put(sheet, row, 3, INPUT_UNITS[type], styles.UNIT);
  if (request.body) {
    const known =
      column in COLUMNS ? shownValue(column as keyof typeof COLUMNS, request.body.previous) : null;
    put(sheet, row, 4, known, styles.previousStyle(INPUT_FORMATS[type]));
  }
  put(sheet, row, request.body ? 5 : 4, help, styles.HELP);
  const needed = Math.max(
    heightOf(label, LABEL_WIDTH, styles.LABEL),
    heightOf(help, HELP_WIDTH, styles.HELP),
  );
  sheet.getRow(row).height = Math.max(24, needed + 6);
}

function writeTotal(sheet: Worksheet, request: TemplateRequest, line: TotalLine, row: number): void {
  const format = styles.AMOUNT_FORMAT;
  const range = `B${row - line.of}:B${row - 1}`;
  put(sheet, row, 1, line.label, styles.TOTAL_LABEL);
  put(sheet, row, 2, live(`IF(COUNT(${range})=0,"",SUM(${range}))`), styles.totalStyle(format));
  nameCell(sheet, row, 2, line.total);
  put(sheet, row, 3, INPUT_UNITS.amount, styles.UNIT);
  if (request.body) {
    put(sheet, row, 4, hundredthsOrBlank(line.previous), styles.previousStyle(format));
  }
  sheet.getRow(row).height = 24;
}
