import type { Aggregate } from '../aggregates/aggregate.ts';
import type { Day } from '../calendar/day.ts';
import type { CampaignYear } from '../campaign/campaign.ts';
import type { Relaxation } from '../rules/relaxation.ts';
import type { RegionChanges } from './changes-by-region.ts';
import type { EditionSources } from './edition-sources.ts';
import type { MeasureSpread } from './measure-spread.ts';
import type { PreviousSlice } from './previous-slices.ts';
import type { TrendPoint } from './trend.ts';

/** Everything that the national workbook shows: slices only, no establishment by name. */
export interface NationalReport {
  readonly campaign: CampaignYear;
  readonly ruleSet: string;
  /** Rules turned down by the reference set. */
  readonly relaxations: readonly Relaxation[];
  readonly generation: string;
  /** What the generation is the hash of. */
  readonly sources: EditionSources;
  /** SHA-256 of the manifest: of the hashes of all that the edition stands on. */
  readonly manifest: string;
  readonly lastDeposit: Day | null;
  /** Every axis of aggregates.csv. */
  readonly aggregates: readonly Aggregate[];
  /** Axis `taille_budget`. */
  readonly sizes: readonly Aggregate[];
  /** The campaign before, on every axis. */
  readonly previousSlices: readonly PreviousSlice[];
  /** The nation campaign by campaign, oldest first; this one is last. */
  readonly trend: readonly TrendPoint[];
  /** The maturity questionnaire of the campaign, in its order. */
  readonly maturity: readonly MeasureSpread[];
  /** Since the edition given as a reference, by region; null where none is given. */
  readonly changes: readonly RegionChanges[] | null;
  /** How many declarants of each region are computed, answered without figures, or silent. By region code. */
  readonly progress: readonly {
    readonly region: string;
    readonly expected: number;
    readonly computed: number;
    readonly notComputed: number;
    readonly silent: number;
  }[];
}
