import type { Directory } from '../declarant/directory.ts';
import type { PublishedOutcome } from '../figures/edition-figures.ts';
import { type Ratio, ratio } from '../numbers/ratio.ts';
import type { RegionCode } from '../territory/regions.ts';
import { changesSince } from './changes-since.ts';
import { outcomeOf, type Standing } from './standing.ts';

/** A region in one of the two editions compared: sums over its declarants with figures. */
interface RegionTotals {
  readonly expected: number;
  readonly n: number;
  /** Cents. */
  readonly retainedDigital: bigint;
  readonly totalExpenses: bigint;
  /** Null when n is zero. */
  readonly digitalShare: Ratio | null;
  /** Hundredths of an FTE. */
  readonly retainedSsiFte: bigint;
}

/** What changed in a region since the reference edition, without a name. */
export interface RegionChanges {
  readonly region: RegionCode;
  readonly before: RegionTotals;
  readonly after: RegionTotals;
  /** Declarants whose state, or one of whose figures, is not what it was. */
  readonly changed: number;
  readonly came: number;
  readonly left: number;
}

/** Every region of either edition, by code; null where no reference edition is given. */
export function changesByRegion(standing: Standing, directory: Directory): readonly RegionChanges[] | null {
  const edition = directory.reference.referenceEdition;
  if (!edition) return null;
  const then = Map.groupBy(edition, ({ region }) => region);
  const regions = [...new Set([...then.keys(), ...directory.regions()])].sort();
  return regions.map((region) => {
    const changes = changesSince(region, standing, directory)?.changes ?? [];
    const count = (kind: string) => changes.filter((change) => change.kind === kind).length;
    return {
      region,
      before: totalsOf((then.get(region) ?? []).map(({ outcome }) => outcome)),
      after: totalsOf(directory.inRegion(region).map(({ finess }) => outcomeOf(standing, finess))),
      changed: count('modifie'),
      came: count('arrive'),
      left: count('parti'),
    };
  });
}

function totalsOf(outcomes: readonly PublishedOutcome[]): RegionTotals {
  const figures = outcomes.flatMap((outcome) => (outcome.state === 'calcule' ? [outcome.figures] : []));
  const sum = (of: (one: (typeof figures)[number]) => bigint) =>
    figures.reduce((total, one) => total + of(one), 0n);
  const retainedDigital = sum((one) => one.retainedDigital);
  const totalExpenses = sum((one) => one.totalExpenses);
  return {
    expected: outcomes.length,
    n: figures.length,
    retainedDigital,
    totalExpenses,
    digitalShare: totalExpenses > 0n ? ratio(retainedDigital, totalExpenses) : null,
    retainedSsiFte: sum((one) => one.retainedSsiFte),
  };
}
