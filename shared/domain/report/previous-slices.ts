import {
  type Aggregate,
  type AnyAxis,
  AXES,
  type Axis,
  sliceOf,
  summaryOf,
} from '../aggregates/aggregate.ts';
import type { CampaignYear } from '../campaign/campaign.ts';
import type { Directory } from '../declarant/directory.ts';
import type { Declarant, PastFigures } from '../declarant/reference-set.ts';
import { type Ratio, ratio } from '../numbers/ratio.ts';

/** One indicator of the campaign before over a slice of today's declarants: who was expected then is not known. */
export type PreviousSlice = Omit<Aggregate, 'expected'>;

/** What historique.csv tells of: the share of investment is not in it. */
const KNOWN = ['part_numerique', 'etp_ssi_retenus'] as const;

/**
 * The campaign before by the slices of today, in the order of aggregates.csv; a slice without figures then has n zero.
 * An earlier number counts where its successor is.
 */
export function previousSlices(
  declarants: readonly Declarant[],
  campaign: CampaignYear,
  directory: Directory,
  axes: readonly Axis[] = AXES,
): readonly PreviousSlice[] {
  return axes.flatMap((axis) =>
    previousSlicesBy(axis, declarants, campaign, directory, ({ declarant }) => sliceOf(axis, declarant)),
  );
}

/** A declarant of today, and its figures of the campaign before. */
interface Remembered {
  readonly declarant: Declarant;
  readonly past: PastFigures | null;
}

/** The same over one axis. @param slice in which a declarant counts */
export function previousSlicesBy(
  axis: AnyAxis,
  declarants: readonly Declarant[],
  campaign: CampaignYear,
  directory: Directory,
  slice: (of: Remembered) => string,
): readonly PreviousSlice[] {
  const remembered = declarants.map((declarant) => ({
    declarant,
    past: directory.past(declarant.finess, campaign - 1),
  }));
  return [...Map.groupBy(remembered, slice)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, members]) =>
      KNOWN.map((indicator) => {
        const values = members.flatMap(({ past }) => (past && measured(indicator, past)) ?? []);
        return { axis, slice: name, indicator, ...summaryOf(indicator, values) };
      }),
    );
}

/** Null where there were no expenses to be a part of. */
function measured(indicator: (typeof KNOWN)[number], past: PastFigures): Ratio | null {
  if (indicator === 'etp_ssi_retenus') return ratio(past.retainedSsiFte, 100n);
  return past.totalExpenses > 0n ? ratio(past.retainedDigital, past.totalExpenses) : null;
}
