import type { Day } from '../calendar/day.ts';
import { type CampaignYear, endOfFinancialYear } from '../campaign/campaign.ts';
import type { Finess } from '../finess/finess.ts';

/** A body that answers under another number from a day on. contracts.md, successions.csv. */
export interface Succession {
  readonly former: Finess;
  readonly successor: Finess;
  readonly from: Day;
}

/** Who answers for whom. Every chain ends, and its days never go backwards. */
export interface Successions {
  /** The number under which a body answers at last; itself when nothing replaced it. */
  heirOf(finess: Finess): Finess;
  /** Whose figures those of a number are, of a campaign whose financial year ended before it was replaced. */
  holderOf(finess: Finess, campaign: CampaignYear): Finess;
  /** What replaced a number, directly; null when nothing did. */
  replacing(finess: Finess): Succession | null;
  /** Numbers whose figures of that campaign are those of another, by FINESS. */
  formerOf(finess: Finess, campaign: CampaignYear): readonly Finess[];
}

/** @param all one line per former number, without cycle: reading refuses the others. */
export function successionsOf(all: readonly Succession[]): Successions {
  const next = new Map<string, Succession>(all.map((succession) => [succession.former, succession]));
  const follow = (finess: Finess, holds: (succession: Succession) => boolean): Finess => {
    let last = finess;
    let succession = next.get(last);
    while (succession && holds(succession)) {
      last = succession.successor;
      succession = next.get(last);
    }
    return last;
  };
  const heirs = Map.groupBy([...next.values()], ({ former }): string => follow(former, () => true));
  const holderOf = (finess: Finess, campaign: CampaignYear) =>
    follow(finess, ({ from }) => endOfFinancialYear(campaign) < from);
  return {
    heirOf: (finess) => follow(finess, () => true),
    holderOf,
    replacing: (finess) => next.get(finess) ?? null,
    formerOf: (finess, campaign) => {
      const chained = heirs.get(follow(finess, () => true)) ?? [];
      const former = chained.map((succession) => succession.former);
      return former.filter((number) => number !== finess && holderOf(number, campaign) === finess).sort();
    },
  };
}
