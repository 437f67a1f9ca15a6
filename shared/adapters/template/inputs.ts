import type ExcelJS from 'exceljs';
import type { Day } from '../../domain/calendar/day.ts';
import type { CampaignYear } from '../../domain/campaign/campaign.ts';
import type { Values } from '../../domain/deposit/columns.ts';
import { type AnyColumn, COLUMNS, type ColumnName, type ColumnType } from '../../domain/deposit/columns.ts';
import { TEMPLATE_CHECKS } from '../../messages/template-texts.ts';
import { dateOf, hundredths } from '../workbooks/exact.ts';
import { AMOUNT_FORMAT, DATE_FORMAT, FTE_FORMAT, TEXT_FORMAT } from './styles.ts';

export type InputType = ColumnType | 'finess' | 'campaign';

export function inputType(column: AnyColumn): InputType {
  if (column === 'finess') return 'finess';
  return column === 'campagne' ? 'campaign' : COLUMNS[column].type;
}

export function inputLabel(column: AnyColumn): string {
  if (column === 'finess') return 'Numéro FINESS du déclarant';
  return column === 'campagne' ? 'Campagne' : COLUMNS[column].label;
}

export const INPUT_FORMATS: Readonly<Record<InputType, string>> = {
  finess: TEXT_FORMAT,
  campaign: TEXT_FORMAT,
  closure: TEXT_FORMAT,
  date: DATE_FORMAT,
  amount: AMOUNT_FORMAT,
  fte: FTE_FORMAT,
};

export const INPUT_UNITS: Readonly<Record<InputType, string>> = {
  finess: '',
  campaign: 'année',
  closure: 'liste',
  date: 'JJ/MM/AAAA',
  amount: '€',
  fte: 'ETP',
};

/** What a return holds as the value that a cell shows; null stays blank. */
export function shownValue(column: ColumnName, values: Partial<Values>): string | number | Date | null {
  const value = values[column] ?? null;
  if (value === null) return null;
  if (typeof value === 'bigint') return hundredths(value);
  return COLUMNS[column].type === 'date' ? dateOf(value as Day) : value;
}

/**
 * What Excel checks as one types: a first net, the same rules are checked again on reading. The message names
 * the input; being its own, it also keeps exceljs from merging the checks of neighbours into one over a range.
 */
export function inputCheck(column: AnyColumn, campaign: CampaignYear): ExcelJS.DataValidation {
  const type = inputType(column);
  return refusing(CONDITIONS[type](campaign), `${inputLabel(column)} : ${TEMPLATE_CHECKS[type]}`);
}

export type Condition = Pick<ExcelJS.DataValidation, 'type' | 'operator' | 'formulae'>;

/** A check that keeps out what does not meet the condition, and says why. */
export function refusing(condition: Condition, error: string): ExcelJS.DataValidation {
  return {
    ...condition,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: 'Saisie refusée',
    error,
  };
}

/** The same check, with a few words that show when the cell is chosen. */
export function prompting(check: ExcelJS.DataValidation, prompt: string): ExcelJS.DataValidation {
  return { ...check, showInputMessage: true, promptTitle: 'Aide', prompt };
}

export const AT_LEAST_ZERO: Condition = { type: 'decimal', operator: 'greaterThanOrEqual', formulae: [0] };

export function oneOf(choices: readonly string[]): Condition {
  return { type: 'list', formulae: [`"${choices.join(',')}"`] };
}

export function wholeBetween(lowest: number, highest: number): Condition {
  return { type: 'whole', operator: 'between', formulae: [lowest, highest] };
}

export function decimalBetween(lowest: number, highest: number): Condition {
  return { type: 'decimal', operator: 'between', formulae: [lowest, highest] };
}

export function noLongerThan(characters: number): Condition {
  return { type: 'textLength', operator: 'lessThanOrEqual', formulae: [characters] };
}

export function dateFrom(year: number): Condition {
  return { type: 'date', operator: 'greaterThanOrEqual', formulae: [new Date(Date.UTC(year, 0, 1))] };
}

const CONDITIONS: Readonly<Record<InputType, (campaign: CampaignYear) => Condition>> = {
  finess: () => ({ type: 'textLength', operator: 'equal', formulae: [9] }),
  campaign: () => ({ type: 'textLength', operator: 'equal', formulae: [4] }),
  closure: () => oneOf(['definitive', 'provisoire']),
  // An earlier day is that of another campaign.
  date: (campaign) => dateFrom(campaign - 1),
  amount: () => AT_LEAST_ZERO,
  fte: () => AT_LEAST_ZERO,
};
