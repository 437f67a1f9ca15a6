import type { CampaignYear } from '../domain/campaign/campaign.ts';
import type { PastFigures } from '../domain/declarant/reference-set.ts';
import type { Outcome } from '../domain/figures/figures.ts';
import type { Finess } from '../domain/finess/finess.ts';
import { alertsOn, alertsStandOn } from '../domain/report/alerts-on.ts';
import { breaksOn, type ComparabilityBreak } from '../domain/report/comparability.ts';
import { type BudgetComparison, compareBudget } from '../domain/report/compare-budget.ts';
import { type JustifiedAlert, justified } from '../domain/report/justified-alerts.ts';
import { outcomeOf } from '../domain/report/standing.ts';
import type { Return } from '../domain/return/fold.ts';
import { authorize, type Caller } from './authorize.ts';
import { generationInForce, type InForcePorts } from './load-generation.ts';
import { type Peers, peersOf } from './peers-of.ts';
import type { Returns } from './ports.ts';
import { type ReadSnapshotPorts, readSnapshot } from './read-snapshot.ts';
import { readStanding } from './read-standing.ts';
import { Refusal } from './refusal.ts';

export interface ShowReturnPorts extends InForcePorts, ReadSnapshotPorts {
  readonly returns: Pick<Returns, 'getMany'>;
}

export interface ShownReturn {
  readonly finess: Finess;
  /** Of the reference set; of an external carrier, that of its group. */
  readonly name: string;
  /** Null when nothing was ever deposited or said for it. */
  readonly state: Return | null;
  /** Null for an external carrier. */
  readonly outcome: Outcome | null;
  /** Figures of the campaign before, those of the numbers that it replaced added; null where there were none. */
  readonly previous: PastFigures | null;
  /** Why `previous` may not compare. */
  readonly breaks: readonly ComparabilityBreak[];
  /** Null for an external carrier, and before the nation's first edition. */
  readonly peers: Peers | null;
  readonly alerts: readonly JustifiedAlert[];
  /** Null where the accounts known elsewhere say nothing of its budget. */
  readonly budget: BudgetComparison | null;
}

/**
 * The return of a declarant, or of an external carrier.
 *
 * @throws Refusal NOT_FOUND for a body outside the caller's perimeter as for one that the reference set does not know.
 */
export async function showReturn(
  ports: ShowReturnPorts,
  caller: Caller,
  campaign: CampaignYear,
  finess: Finess,
): Promise<ShownReturn> {
  const generation = await generationInForce(ports, campaign);
  const { directory, rules } = generation;
  authorize(caller, 'return.read', { kind: 'body', finess, directory });
  if (!directory.isKnown(finess)) throw new Refusal('NOT_FOUND');
  const declarant = directory.declarant(finess);
  const [standing, snapshot] = await Promise.all([
    readStanding(ports.returns, generation, [finess, ...alertsStandOn(finess, directory)]),
    declarant && readSnapshot(ports, generation.scope),
  ]);
  const state = standing.get(finess)?.state ?? null;
  return {
    finess,
    name: declarant?.name ?? directory.carried(finess)?.label ?? finess,
    state,
    outcome: declarant && outcomeOf(standing, finess),
    previous: directory.past(finess, campaign - 1),
    breaks: breaksOn(finess, { campaign, directory, rules }),
    peers: declarant && peersOf(snapshot, declarant.category, rules),
    alerts: declarant ? justified(alertsOn(finess, standing, { campaign, directory, rules }), state) : [],
    budget: state && compareBudget(state, rules),
  };
}
