import type { Perimeter } from '../access/perimeter.ts';
import type { CampaignYear } from '../campaign/campaign.ts';
import type { Directory } from '../declarant/directory.ts';
import type { Issue } from '../issues/issue.ts';
import type { Entry, Source } from '../return/entry.ts';
import type { DepositKind } from '../verdict/verdict.ts';

/** What a deposit is read against. */
export interface ReadingContext {
  readonly campaign: CampaignYear;
  readonly source: Source;
  readonly directory: Directory;
  /** The bodies that the deposit may speak of. */
  readonly perimeter: Perimeter;
}

/** A row that names no body of the reference set, or none that the deposit may speak of: refused, and no entry of any journal. */
export interface OrphanRow {
  readonly line: number;
  readonly issues: readonly Issue[];
}

/** What a file says, row by row, before it is held against what stands already. */
export interface Reading {
  readonly kind: DepositKind;
  /** Of the file as a whole; an error among them and nothing was read. */
  readonly issues: readonly Issue[];
  readonly orphans: readonly OrphanRow[];
  readonly entries: readonly Entry[];
}

export function unreadable(kind: DepositKind, issues: readonly Issue[]): Reading {
  return { kind, issues, orphans: [], entries: [] };
}
