import type { CampaignYear } from '../domain/campaign/campaign.ts';
import type { PastFigures } from '../domain/declarant/reference-set.ts';
import type { Finess } from '../domain/finess/finess.ts';
import { breaksOn, type ComparabilityBreak } from '../domain/report/comparability.ts';
import { type Difference, differencesBetween } from '../domain/report/differences.ts';
import type { Standing } from '../domain/report/standing.ts';
import { declaredOnYear, type PreviousYear, yearOnYear } from '../domain/report/year-on-year.ts';
import type { FactId, Source } from '../domain/return/entry.ts';
import { foldEntries } from '../domain/return/fold.ts';
import { authorize, type Caller } from './authorize.ts';
import type { Generation } from './generation.ts';
import { generationInForce, type InForcePorts } from './load-generation.ts';
import type { Facts, Journal, Returns } from './ports.ts';
import { readJournals } from './read-journals.ts';
import { readStanding } from './read-standing.ts';
import { Refusal } from './refusal.ts';

export interface ShowDifferencesPorts extends InForcePorts {
  readonly journal: Journal;
  readonly facts: Facts;
  readonly returns: Pick<Returns, 'getMany'>;
}

export interface ShownDifferences {
  /** The deposit that is compared with what stood before it; null where there is none. */
  readonly deposit: Source | null;
  /** The deposit was refused, and changed nothing. */
  readonly refused: boolean;
  /** The deposit taken last before it; null where it is the first. */
  readonly since: Source | null;
  readonly differences: readonly Difference[];
  /** Null where nothing is declared that can be compared, or nothing is known of the year before. */
  readonly previousYear: ComparedYear | null;
}

/** The campaign before, and why it may not compare. */
interface ComparedYear extends PreviousYear {
  readonly campaign: PastFigures['campaign'];
  readonly breaks: readonly ComparabilityBreak[];
}

/**
 * What a deposit changed in a return, and what the figures in force, or what is declared, changed on the campaign before.
 *
 * @param deposit of the body. @default the last one taken
 * @throws Refusal NOT_FOUND for a body, or a deposit of it, that is unknown or outside the caller's perimeter.
 */
export async function showDifferences(
  ports: ShowDifferencesPorts,
  caller: Caller,
  {
    campaign,
    finess,
    deposit = null,
  }: {
    readonly campaign: CampaignYear;
    readonly finess: Finess;
    readonly deposit?: FactId | null;
  },
): Promise<ShownDifferences> {
  const generation = await generationInForce(ports, campaign);
  const { directory, rules } = generation;
  authorize(caller, 'return.read', { kind: 'body', finess, directory });
  if (!directory.isKnown(finess)) throw new Refusal('NOT_FOUND');
  const [journals, standing] = await Promise.all([
    readJournals(ports, generation, [finess]),
    readStanding(ports.returns, generation, [finess]),
  ]);
  const entries = (journals.get(finess) ?? []).filter(({ act }) => !act);
  const compared = deposit ?? foldEntries(entries, rules).lastTaken?.fact ?? null;
  const source = entries.find((entry) => entry.source.fact === compared)?.source ?? null;
  if (deposit !== null && !source) throw new Refusal('NOT_FOUND');
  const standingAt = (isIn: (fact: FactId) => boolean) =>
    foldEntries(
      entries.filter((entry) => isIn(entry.source.fact)),
      rules,
    );
  const before = standingAt((fact) => compared !== null && fact < compared);
  const after = standingAt((fact) => compared !== null && fact <= compared);
  return {
    deposit: source,
    refused: source !== null && !after.judgements.some(({ fact, taken }) => fact === compared && taken),
    since: before.lastTaken,
    differences: differencesBetween(before, after, directory.reference.measures),
    previousYear: previousYearOf(standing, generation, finess),
  };
}

/** Of the figures in force; of what is declared where there are none. */
function previousYearOf(
  standing: Standing,
  { directory, rules, scope }: Generation,
  finess: Finess,
): ShownDifferences['previousYear'] {
  const { campaign } = scope;
  const past = directory.past(finess, campaign - 1);
  const stands = standing.get(finess);
  if (!past || !stands) return null;
  const { state, outcome } = stands;
  const compared =
    outcome?.state === 'calcule'
      ? yearOnYear(outcome.figures, past)
      : declaredOnYear(state.values, past, rules);
  const breaks = breaksOn(finess, { campaign, directory, rules });
  return compared.figures.length > 0 ? { campaign: past.campaign, breaks, ...compared } : null;
}
