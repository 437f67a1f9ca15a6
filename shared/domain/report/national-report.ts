import type { Aggregate } from '../aggregates/aggregate.ts';
import type { Day } from '../calendar/day.ts';
import type { CampaignYear } from '../campaign/campaign.ts';

/** Everything that the national workbook shows: slices only, no establishment by name. */
export interface NationalReport {
  readonly campaign: CampaignYear;
  readonly ruleSet: string;
  readonly generation: string;
  /** SHA-256 of the manifest: of the hashes of all that the edition stands on. */
  readonly manifest: string;
  readonly lastDeposit: Day | null;
  /** Every axis. */
  readonly aggregates: readonly Aggregate[];
  /** How many declarants of each region are computed, answered without figures, or silent. By region code. */
  readonly progress: readonly {
    readonly region: string;
    readonly expected: number;
    readonly computed: number;
    readonly notComputed: number;
    readonly silent: number;
  }[];
}
