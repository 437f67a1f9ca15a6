import type { SaidAct } from '../act/act.ts';
import type { Day } from '../calendar/day.ts';
import type { CampaignYear } from '../campaign/campaign.ts';
import type { AnyColumn, SectionName, Values } from '../deposit/columns.ts';
import type { AlertCode } from '../figures/alert-codes.ts';
import type { Finess } from '../finess/finess.ts';
import type { Issue, Place } from '../issues/issue.ts';
import type { Details } from './details.ts';

/** Sorts by the time at which the deposit was opened: a ULID. */
export type FactId = string & { readonly __fact: unique symbol };

/** The deposit that an entry, a value or a try comes from. */
export interface Source {
  readonly fact: FactId;
  /** The file's name as its depositor knows it; relative path in a folder of deposits. */
  readonly file: string;
  readonly sha256: string;
  /** Europe/Paris day on which the deposit was opened. */
  readonly day: Day;
  /** Where a region's agency deposited in the body's place; absent elsewhere. */
  readonly by?: 'ars';
}

/**
 * What one row (or one workbook, or one act) says of one declarant: a fact of the journal, never changed. A row that
 * cannot be taken whatever stands already carries its errors here; the others are judged by the fold.
 */
export interface Entry {
  readonly campaign: CampaignYear;
  readonly finess: Finess;
  readonly source: Source;
  /** As an editor counts; in a template workbook, the order of its return: 1. */
  readonly line: number;
  /** Those of which the file has a column. */
  readonly sections: readonly SectionName[];
  /** Null outside these sections and where the cell is blank. */
  readonly values: Values;
  /** Where each value given stands in the file. */
  readonly places: Readonly<Partial<Record<AnyColumn, Place>>>;
  readonly issues: readonly Issue[];
  /** What its sections hold beside the columns; a list left out is blank. */
  readonly details?: Partial<Details>;
  /** Warnings answered in the file. */
  readonly justifications?: readonly FileJustification[];
  /** Of a line of an extract that only checks: no try, and no value. */
  readonly check?: BudgetCheck;
  /** Of an act, which gives no value; absent of a row. */
  readonly act?: SaidAct;
}

/** What a depositor typed in a file to answer a warning. */
export interface FileJustification {
  readonly alert: AlertCode;
  readonly text: string;
  readonly at: Place;
}

/** The four titles of the accounts as another system holds them (DIAMANT): cents, positive. */
export interface BudgetCheck {
  readonly titles: readonly [bigint, bigint, bigint, bigint];
  readonly at: Place;
}

/** Order of the journal: deposits by the time of their opening, rows by line. */
export function compareEntries(a: Entry, b: Entry): number {
  if (a.source.fact !== b.source.fact) return a.source.fact < b.source.fact ? -1 : 1;
  return a.line - b.line;
}
