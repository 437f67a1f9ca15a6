import type { Indicator } from '../aggregates/aggregate.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { TableLine } from './table-lines.ts';

/** The middle of a slice, as aggregates.csv writes it. */
export interface PeerMedian {
  /** How many declarants have a value. */
  readonly n: bigint;
  readonly median: string;
}

/** What a declarant's figures compare to; null where too few have figures. */
export interface PeerMedians {
  readonly digitalShare: PeerMedian | null;
  readonly ssiFte: PeerMedian | null;
}

/**
 * The medians of a FINESS category over the nation, each only where enough declarants have figures to point at nobody:
 * `smallestShownSlice`. rules.md, « Aggregates ».
 *
 * @param aggregates lines of aggregates.csv
 */
export function peerMedians(
  aggregates: readonly TableLine[],
  category: string,
  { smallestShownSlice }: Pick<RuleSet, 'smallestShownSlice'>,
): PeerMedians {
  const medianOf = (indicator: Indicator): PeerMedian | null => {
    const slice = aggregates.find(
      ({ axe, tranche, indicateur }) =>
        axe === 'categorie' && tranche === category && indicateur === indicator,
    );
    const n = BigInt(slice?.['n'] ?? '0');
    return n < BigInt(smallestShownSlice) ? null : { n, median: slice?.['mediane'] ?? '' };
  };
  return { digitalShare: medianOf('part_numerique'), ssiFte: medianOf('etp_ssi_retenus') };
}
