import type { CampaignYear } from '../domain/campaign/campaign.ts';
import type { PastFigures } from '../domain/declarant/reference-set.ts';
import type { Finess } from '../domain/finess/finess.ts';
import { type Difference, differencesBetween } from '../domain/report/differences.ts';
import { outcomeOf } from '../domain/report/standing.ts';
import { type PreviousYear, yearOnYear } from '../domain/report/year-on-year.ts';
import type { Entry, FactId, Source } from '../domain/return/entry.ts';
import { foldEntries } from '../domain/return/fold.ts';
import { authorize, type Caller } from './authorize.ts';
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
  /** Null where the return has no figures, or had none a year before. */
  readonly previousYear: (PreviousYear & { readonly campaign: PastFigures['campaign'] }) | null;
}

/**
 * What a deposit changed in a return, and what the figures in force changed on the campaign before.
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
  const entries = (journals.get(finess) ?? []).filter(({ act, check }) => !act && !check);
  const compared = deposit ?? foldEntries(entries, rules).lastTaken?.fact ?? null;
  if (deposit !== null && !entries.some(({ source }) => source.fact === deposit))
    throw new Refusal('NOT_FOUND');
  const before = foldEntries(
    entries.filter(({ source }) => compared !== null && source.fact < compared),
    rules,
  );
  const after = foldEntries(
    entries.filter(({ source }) => compared !== null && source.fact <= compared),
    rules,
  );
  const outcome = outcomeOf(standing, finess);
  const past = directory.past(finess, campaign - 1);
  return {
    deposit: sourceOf(entries, compared),
    refused: compared !== null && after.lastTaken?.fact !== compared,
    since: before.lastTaken,
    differences: differencesBetween(before, after),
    previousYear:
      past && outcome.state === 'calcule'
        ? { campaign: past.campaign, ...yearOnYear(outcome.figures, past) }
        : null,
  };
}

function sourceOf(entries: readonly Entry[], fact: FactId | null): Source | null {
  return entries.find(({ source }) => source.fact === fact)?.source ?? null;
}
