import type { Block, Nomenclature } from '../accounts/digital-account.ts';
import type { ActionItem } from '../actions/action-items.ts';
import type { Day } from '../calendar/day.ts';
import type { SectionName } from '../deposit/columns.ts';
import type { Place } from '../issues/issue.ts';

/** A digital account of a balance or of the template: the lines under one line of comptes.csv, together. */
export interface AccountLine {
  readonly nomenclature: Nomenclature;
  readonly account: string;
  readonly label: string;
  readonly block: Block;
  /** Cents: the whole account. */
  readonly amount: bigint;
  /** Cents: its digital part. */
  readonly digital: bigint;
  readonly at: Place;
}

export const STAFF_TYPES = ['interne', 'externe', 'mutualise'] as const;
export type StaffType = (typeof STAFF_TYPES)[number];

/** One line of staff: people of one function. */
export interface StaffLine {
  readonly function: string;
  /** `mutualise`: internal, and carried for the group. */
  readonly type: StaffType;
  /** Hundredths of a percent: 8000 is 80 %. */
  readonly quota: bigint;
  /** Hundredths of a month, 0 to 1200. */
  readonly months: bigint;
  /** Hundredths of a person. */
  readonly count: bigint;
  readonly at: Place;
}

/** What was answered to one measure of the maturity questionnaire: a level, or that it does not apply. */
export interface MeasureAnswer {
  readonly measure: string;
  /** Null when it does not apply. */
  readonly level: number | null;
  readonly comment: string;
  readonly at: Place;
}

/** `oui` or `non`, `AAAA-MM-JJ`, or a whole number, as the item's type says. */
export interface ActionAnswer {
  readonly item: ActionItem;
  readonly value: string;
  readonly at: Place;
}

/** The ADS audit of one directory; the establishment's score is its worst. Action 3. */
export interface DirectoryAudit {
  readonly directory: string;
  /** 1 to 5. */
  readonly score: number;
  /** Null where it is not said. */
  readonly date: Day | null;
  readonly at: Place;
}

/** What sections hold beside their columns. A list is replaced with its section. */
export interface Details {
  readonly accounts: readonly AccountLine[];
  readonly staff: readonly StaffLine[];
  readonly measures: readonly MeasureAnswer[];
  readonly actions: readonly ActionAnswer[];
  readonly directories: readonly DirectoryAudit[];
}

export const NO_DETAILS: Details = Object.freeze({
  accounts: [],
  staff: [],
  measures: [],
  actions: [],
  directories: [],
});

/** The section that each list belongs to. */
export const DETAIL_SECTIONS = {
  accounts: 'numerique',
  staff: 'etp',
  measures: 'maturite',
  actions: 'actions',
  directories: 'actions',
} as const satisfies Record<keyof Details, SectionName>;

/** An establishment's ADS score is its worst directory's; null where none is said. rules.md, « The seven actions », 3. */
export function worstScore(directories: readonly DirectoryAudit[]): number | null {
  return directories.reduce<number | null>(
    (worst, { score }) => (worst === null || score < worst ? score : worst),
    null,
  );
}
