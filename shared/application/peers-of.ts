import { type PeerMedians, peerMedians } from '../domain/report/peer-medians.ts';
import type { RuleSet } from '../domain/rules/rule-set.ts';
import type { Snapshot } from './read-snapshot.ts';

/** What a declarant's figures compare to. */
export interface Peers extends PeerMedians {
  readonly category: string;
  /** ISO 8601 instant at which the snapshot that they come from was built; null where it is not said. */
  readonly builtAt: string | null;
}

/** The medians of a category as the nation was last published; null before the first edition. */
export function peersOf(
  snapshot: Pick<Snapshot, 'builtAt' | 'aggregates'> | null,
  category: string,
  rules: RuleSet,
): Peers | null {
  if (!snapshot) return null;
  const { builtAt, aggregates } = snapshot;
  return { category, builtAt, ...peerMedians(aggregates, category, rules) };
}
