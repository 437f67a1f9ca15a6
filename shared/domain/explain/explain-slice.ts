import { quartile } from '../aggregates/quartiles.ts';
import { type Ratio, ratio } from '../numbers/ratio.ts';
import { isInSlice, type ObservedNation } from './observed-nation.ts';
import { type SliceAsked, sliceSums, sliceValue } from './slice-sums.ts';

/** A declarant beside a quartile. Ranks count from 1, from the lowest value. */
export interface RankedBody {
  readonly rank: number;
  readonly finess: string;
  readonly value: Ratio;
}

/** How a quartile comes about: linear between two neighbours. rules.md, « Aggregates ». */
export interface ExplainedQuartile {
  readonly quartile: 'q1' | 'mediane' | 'q3';
  readonly value: Ratio;
  /** (n − 1)·q/4 + 1, in quarters. */
  readonly position: bigint;
  readonly low: RankedBody;
  /** The same as `low` where the position is whole. */
  readonly high: RankedBody;
}

/** A figure of a slice, with all that it is made of. */
export interface ExplainedSlice {
  readonly n: number;
  readonly expected: number;
  /** Declarants of the slice that do not count, by why. */
  readonly silent: number;
  readonly notComputed: number;
  /** With figures, but not this one: a share of investment. */
  readonly withoutThis: number;
  /** Null when n is zero, as all that follows. Cents; hundredths of an FTE. */
  readonly numerator: bigint | null;
  /** Null for FTE. */
  readonly denominator: bigint | null;
  readonly value: Ratio | null;
  /** None when n is zero. */
  readonly quartiles: readonly ExplainedQuartile[];
}

/** Null where no declarant is in the slice. */
export function explainSlice(nation: ObservedNation, asked: SliceAsked): ExplainedSlice | null {
  const sums = sliceSums(nation, asked);
  if (!sums) return null;
  const { members, contributors, numerator, denominator } = sums;
  const n = contributors.length;
  const count = (state: string) => members.filter((body) => body.state === state).length;
  return {
    n,
    expected: members.length,
    silent: count('non_repondant'),
    notComputed: count('non_calcule'),
    withoutThis: count('calcule') - n,
    numerator: n > 0 ? numerator : null,
    denominator: n > 0 && asked.indicator !== 'etp_ssi_retenus' ? denominator : null,
    value: sliceValue(sums),
    quartiles: quartilesOf(nation, asked),
  };
}

const QUARTILES = { q1: 1, mediane: 2, q3: 3 } as const;

function quartilesOf(
  nation: ObservedNation,
  { axis, slice, indicator }: SliceAsked,
): readonly ExplainedQuartile[] {
  const ranked = nation.ranked(indicator).flatMap((body) => {
    const value = isInSlice(body, axis, slice) ? body.values[indicator] : null;
    return value ? [{ finess: body.finess, value }] : [];
  });
  const sorted = ranked.map(({ value }) => value);
  const at = (index: number): RankedBody | null => {
    const found = ranked[index];
    return found ? { rank: index + 1, ...found } : null;
  };
  return (['q1', 'mediane', 'q3'] as const).flatMap((name) => {
    const position = (ranked.length - 1) * QUARTILES[name];
    const [low, high] = [at(Math.floor(position / 4)), at(Math.ceil(position / 4))];
    const value = quartile(sorted, QUARTILES[name]);
    if (!low || !high || !value) return [];
    return [{ quartile: name, value, position: BigInt(position) + 4n, low, high }];
  });
}

/** A position as a number of ranks. */
export function rankOf({ position }: Pick<ExplainedQuartile, 'position'>): Ratio {
  return ratio(position, 4n);
}
