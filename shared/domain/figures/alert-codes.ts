/** What a computed figure can be doubted for. Never blocks; a typed justification can answer each. rules.md, « Warnings ». */
export const ALERT_CODES = [
  'SHARE_LOW',
  'SHARE_HIGH',
  'SSI_FTE_ZERO',
  'CHANGE_ON_PREVIOUS_YEAR',
  'CONTRIBUTIONS_DISAGREE',
  'EXTERNAL_FTE_HIGH',
  'CONTRIBUTION_TO_EMPTY_POOL',
  'BUDGET_DISAGREES',
] as const;

export type AlertCode = (typeof ALERT_CODES)[number];
