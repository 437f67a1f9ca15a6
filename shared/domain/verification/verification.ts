import type { Finding } from './finding.ts';

/** What came of making a campaign again and holding what was published against it. */
export interface Verification {
  /** How many facts, journal entries and editions were looked at; entries are none where there was no journal. */
  readonly facts: number;
  readonly entries: number;
  readonly editions: number;
  /** Whether a folder of results was looked at too. */
  readonly out: boolean;
  /** Whether the campaign could be made again: not from damaged deposits, nor under another reference set. */
  readonly rebuilt: boolean;
  readonly findings: readonly Finding[];
}
