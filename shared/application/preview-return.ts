import type { Alert } from '../domain/figures/alerts.ts';
import { type PoolStatement, poolStatementOf } from '../domain/figures/compute.ts';
import type { Finess } from '../domain/finess/finess.ts';
import { alertsOn } from '../domain/report/alerts-on.ts';
import { breaksOn } from '../domain/report/comparability.ts';
import { type Difference, differencesBetween } from '../domain/report/differences.ts';
import type { Standing } from '../domain/report/standing.ts';
import { foldEntries, type Return } from '../domain/return/fold.ts';
import type { ChangedReturn, CheckedFile } from './check-file.ts';
import { outcomeOf } from './compute-figures.ts';
import type { Generation } from './generation.ts';
import type { Peers } from './peers-of.ts';
import type { ShownReturn } from './show-return.ts';

/** A return as it would stand. */
export interface PreviewedReturn extends Omit<ShownReturn, 'state' | 'alerts' | 'budget'> {
  readonly alerts: readonly Alert[];
  /** What the file would change of what stands; blank where nothing does. */
  readonly differences: readonly Difference[];
}

export interface Preview {
  /** In the order of the file. */
  readonly returns: readonly PreviewedReturn[];
  /** How many others the file would change. */
  readonly others: number;
}

type Changes = CheckedFile['changes'];

/** At most that many returns in one preview. */
const MOST_PREVIEWED = 20;

/** What of a file is previewed: the first bodies that it would change. */
export function previewedBodies(changes: Changes): readonly Finess[] {
  return [...changes.keys()].slice(0, MOST_PREVIEWED);
}

/**
 * Figures, or why there are none, of the bodies that a file would change, beside what they compare to and with the
 * doubts that they would raise. Pure.
 *
 * @param changes all of a checked file.
 * @param standing at least the carriers of their pools and what `alertsStandOn` names, as they stand without the file.
 * @param peersOf what a category compares to.
 */
export function previewReturns(
  generation: Generation,
  changes: Changes,
  standing: Standing,
  peersOf: (category: string) => Peers | null,
): Preview {
  const states = new Map([...standing].map(([finess, { state }]) => [finess, state]));
  for (const [finess, { after }] of changes) states.set(finess, after);
  const returns = previewedBodies(changes).flatMap((finess) => {
    const change = changes.get(finess);
    return change ? [previewOf(generation, finess, change, states, peersOf)] : [];
  });
  return { returns, others: changes.size - returns.length };
}

function previewOf(
  generation: Generation,
  finess: Finess,
  { before, after }: ChangedReturn,
  states: ReadonlyMap<Finess, Return>,
  peersOf: (category: string) => Peers | null,
): PreviewedReturn {
  const { directory, rules, scope } = generation;
  const { campaign } = scope;
  const declarant = directory.declarant(finess);
  const outcome = outcomeOf(generation, finess, after, statementsOn(finess, states, generation));
  // The outcome is asked of the declarant alone; of the others, what they declare.
  const standing: Standing = new Map(
    [...states].map(([body, state]) => [body, { state, outcome: body === finess ? outcome : null }]),
  );
  return {
    finess,
    name: declarant?.name ?? directory.carried(finess)?.label ?? finess,
    outcome,
    previous: directory.past(finess, campaign - 1),
    breaks: breaksOn(finess, { campaign, directory, rules }),
    peers: declarant && peersOf(declarant.category),
    alerts: declarant ? alertsOn(finess, standing, { campaign, directory, rules }) : [],
    differences: before.answered ? differencesBetween(before, after, directory.reference.measures) : [],
  };
}

/** What the carriers of its pools say; one that is not heard of has said nothing. */
function statementsOn(
  finess: Finess,
  states: ReadonlyMap<Finess, Return>,
  { directory, rules }: Generation,
): ReadonlyMap<Finess, PoolStatement> {
  const carriers = directory.groupsOf(finess).map(({ carrier }) => carrier);
  return new Map(
    carriers.map((carrier) => [carrier, poolStatementOf(states.get(carrier) ?? foldEntries([], rules))]),
  );
}
