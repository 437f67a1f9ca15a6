import type ExcelJS from 'exceljs';
import type { CampaignYear } from '../../domain/campaign/campaign.ts';
import { type AnyColumn, COLUMNS, type ColumnType } from '../../domain/deposit/columns.ts';
import { TEMPLATE_CHECKS } from '../../messages/template-texts.ts';
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

/**
 * What Excel checks as one types: a first net, the same rules are checked again on reading. The message names
 * the input; being its own, it also keeps exceljs from merging the checks of neighbours into one over a range.
 */
export function inputCheck(column: AnyColumn, campaign: CampaignYear): ExcelJS.DataValidation {
  const type = inputType(column);
  return {
    ...CONDITIONS[type](campaign),
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: 'Saisie refusée',
    error: `${inputLabel(column)} : ${TEMPLATE_CHECKS[type]}`,
  };
}

type Condition = Pick<ExcelJS.DataValidation, 'type' | 'operator' | 'formulae'>;

const AT_LEAST_ZERO: Condition = { type: 'decimal', operator: 'greaterThanOrEqual', formulae: [0] };

const CONDITIONS: Readonly<Record<InputType, (campaign: CampaignYear) => Condition>> = {
  finess: () => ({ type: 'textLength', operator: 'equal', formulae: [9] }),
  campaign: () => ({ type: 'textLength', operator: 'equal', formulae: [4] }),
  closure: () => ({ type: 'list', formulae: ['"definitive,provisoire"'] }),
  // An earlier day is that of another campaign.
  date: (campaign) => ({
    type: 'date',
    operator: 'greaterThanOrEqual',
    formulae: [new Date(Date.UTC(campaign - 1, 0, 1))],
  }),
  amount: () => AT_LEAST_ZERO,
  fte: () => AT_LEAST_ZERO,
};
