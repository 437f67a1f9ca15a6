import type { Day } from '../calendar/day.ts';
import type { AlertCode } from '../figures/alert-codes.ts';
import type { IssueCode } from '../issues/codes.ts';

/**
 * Codes that can be turned down: those whose row is understood and whose value could be taken. The gates of files, what
 * cannot be read, who a row speaks of, and what keeps a figure from being negative (POOLED_AND_PAID_OVER_DIGITAL) cannot.
 */
export const RELAXABLE_CODES = [
  'CELL_BEYOND_HEADER',
  'CLOSURE_DATE_TOO_EARLY',
  'CLOSURE_DATE_AFTER_DEPOSIT',
  'CLOSURE_DATE_YEAR_END',
  'MATURITY_DATE_AFTER_DEPOSIT',
  'MATURITY_DATE_BEFORE_CAMPAIGN',
  'PART_OVER_WHOLE',
  'POOLED_BY_NO_CARRIER',
  'CONTRIBUTION_OF_NO_MEMBER',
  'DECLARANT_TWICE_IN_FILE',
  'COLUMN_UNKNOWN',
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
