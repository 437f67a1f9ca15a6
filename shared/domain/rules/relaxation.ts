import type { Day } from '../calendar/day.ts';
import type { AlertCode } from '../figures/alert-codes.ts';
import type { IssueCode } from '../issues/codes.ts';

/**
 * Codes that can be turned down: the row is understood, its value is read, and taking it makes no figure negative and
 * loses no amount. So the others cannot be:
 * - gates of files, what cannot be read, who a row speaks of and of which year: there is no value to take;
 * - CELL_BEYOND_HEADER: the cells of the row are shifted, and its values are those of other columns;
 * - CLOSURE_DATE_AFTER_DEPOSIT, MATURITY_DATE_AFTER_DEPOSIT: figures are of closed accounts and of an assessment that was
 *   made (actions 7 and 2), which no rule of ours can waive;
 * - POOLED_AND_PAID_OVER_DIGITAL, POOLED_FTE_OVER_INTERNAL: retained expenses and FTE would be negative;
 * - CONTRIBUTION_OF_NO_MEMBER: what is paid would leave the figures and stand nowhere; it is for groupes.csv to be right;
 * - warnings that something of the file is not counted (SHEET_IGNORED, ACCOUNTS_UNKNOWN, DIGITAL_PART_MISSING,
 *   EXTRACT_ROW_TWICE): they block nothing, and nobody may be kept from knowing.
 */
export const RELAXABLE_CODES = [
  'CLOSURE_WITHOUT_DATE',
  'CLOSURE_DATE_TOO_EARLY',
  'CLOSURE_DATE_YEAR_END',
  'MATURITY_DATE_BEFORE_CAMPAIGN',
  'PART_OVER_WHOLE',
  // A pool that no group is known for is not subtracted: the amount is kept, and no figure uses it.
  'POOLED_BY_NO_CARRIER',
  'DECLARANT_TWICE_IN_FILE',
  'COLUMN_UNKNOWN',
  'YEAR_NOT_GIVEN',
  'LINE_NOT_AN_ACCOUNT',
  'ACCOUNT_SUBTOTAL',
  'BUDGETS_TOGETHER',
  'DIGITAL_PART_OVER_AMOUNT',
  'DIGITAL_PART_OF_NO_ACCOUNT',
  'MEASURE_UNKNOWN',
  'MEASURE_UNANSWERED',
  'TOTAL_DISAGREES',
] as const satisfies readonly IssueCode[];
export type RelaxableCode = (typeof RELAXABLE_CODES)[number];

/** A rule found wrong, turned down for every deposit opened from a day on. A doubt on figures can only be turned off. */
export type Relaxation =
  | {
      readonly code: RelaxableCode;
      readonly to: 'warning' | 'off';
      readonly from: Day;
      readonly reason: string;
    }
  | { readonly code: AlertCode; readonly to: 'off'; readonly from: Day; readonly reason: string };

export function isRelaxable(code: string): code is RelaxableCode {
  return RELAXABLE_CODES.some((known) => known === code);
}
