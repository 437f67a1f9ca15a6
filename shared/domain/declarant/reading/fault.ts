/** What can be wrong with a reference set (contracts.md, « Reference set »). Stable; the sentence is in messages. */
export const REFERENCE_FAULT_CODES = [
  'FOLDER_MISSING',
  'FILE_MISSING',
  'FILE_UNREADABLE',
  'FILE_TWICE',
  'CSV_QUOTES',
  'CSV_TOO_MANY_CELLS',
  'HEADER_MISSING',
  'COLUMN_MISSING',
  'COLUMN_TWICE',
  'CELL_BEYOND_HEADER',
  'FINESS_BLANK',
  'FINESS_MALFORMED',
  'FINESS_KEY',
  'DECLARANT_TWICE',
  'REGION_UNKNOWN',
  'REGION_OUT_OF_SCOPE',
  'STATUS_UNKNOWN',
  'GROUP_BLANK',
  'GROUP_WITHOUT_CARRIER',
  'GROUP_WITH_TWO_CARRIERS',
  'ROLE_UNKNOWN',
  'CARRIER_IS_NO_DECLARANT',
  'EXTERNAL_CARRIER_IS_DECLARANT',
  'CARRIER_OF_TWO_GROUPS',
  'MEMBER_TWICE',
  'ACTIVITY_UNREADABLE',
  'ACTIVITY_NEGATIVE',
  'CAMPAIGN_UNREADABLE',
  'CAMPAIGN_TWICE',
  'DATE_UNREADABLE',
  'DATES_OUT_OF_ORDER',
  'RULE_SET_UNKNOWN',
  'STATE_UNKNOWN',
  'FIGURE_UNREADABLE',
  'FIGURE_NEGATIVE',
  'FIGURES_TWICE',
  'NOMENCLATURE_UNKNOWN',
  'YEAR_UNREADABLE',
  'ACCOUNT_MALFORMED',
  'BLOCK_UNKNOWN',
  'MODE_UNKNOWN',
  'ACCOUNT_TWICE',
  'MEASURE_BLANK',
  'MEASURE_TWICE',
  'HIGHEST_LEVEL_UNREADABLE',
  'RULE_NOT_RELAXABLE',
  'RULE_SEVERITY_UNKNOWN',
  'RULE_SEVERITY_OF_ALERT',
  'RULE_DAY_UNREADABLE',
  'RULE_REASON_BLANK',
  'RULE_TWICE',
  'SUCCESSION_TO_ITSELF',
  'SUCCESSION_TWICE',
  'SUCCESSION_CYCLE',
  'SUCCESSION_DAY_UNREADABLE',
  'SUCCESSION_DAYS_BACKWARDS',
  'SUCCESSION_OF_A_FILER',
  'SUCCESSION_OF_A_MEMBER',
  'SUCCESSION_TO_NOBODY',
  'EDITION_OF_ANOTHER_CAMPAIGN',
  'REASON_UNKNOWN',
  'SHARE_UNREADABLE',
] as const;

export type ReferenceFaultCode = (typeof REFERENCE_FAULT_CODES)[number];

/** One reason why a reference set is refused whole. */
export interface ReferenceFault {
  readonly code: ReferenceFaultCode;
  /** The file's name in the set, or the path that could not be read. */
  readonly file: string;
  /** As an editor counts, from 1; null when the whole file is meant. */
  readonly line: number | null;
  readonly column?: string;
  /** What was read, as it was read. */
  readonly seen: string;
  /** What the sentence needs beside: the other line, the group, what would be right. */
  readonly facts?: Readonly<Record<string, string>>;
}
