import type { AlertCode } from './alert-codes.ts';

/** A few words of French per alert: to filter by, and by which a file names the one that it answers. */
export const ALERT_LABELS = {
  SHARE_LOW: 'Part du numérique très basse',
  SHARE_HIGH: 'Part du numérique très haute',
  SSI_FTE_ZERO: 'Aucun ETP SSI',
  CHANGE_ON_PREVIOUS_YEAR: 'Forte variation sur un an',
  CONTRIBUTIONS_DISAGREE: 'Quotes-parts qui ne concordent pas',
  EXTERNAL_FTE_HIGH: 'Beaucoup d’ETP externes',
  CONTRIBUTION_TO_EMPTY_POOL: 'Quote-part à un groupement qui ne porte rien',
  BUDGET_DISAGREES: 'Budget différent du compte financier',
} as const satisfies Record<AlertCode, string>;
