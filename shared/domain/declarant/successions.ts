import type { Day } from '../calendar/day.ts';
import { type CampaignYear, endOfFinancialYear } from '../campaign/campaign.ts';
import type { Finess } from '../finess/finess.ts';

/** A body that answers under another number from a day on. contracts.md, successions.csv. */
export interface Succession {
  readonly former: Finess;
  readonly successor: Finess;
  readonly from: Day;
}

/** Who answers today for a number that was replaced, once or more. */
export interface Replacement {
  readonly heir: Finess;
  /** The day from which the heir answers. */
  readonly since: Day;
}

/** Who answers for whom. Every chain ends, and its days never go backwards. */
export interface Successions {
  /** Whose figures those of a number are, of a campaign whose financial year ended before it was replaced. */
  holderOf(finess: Finess, campaign: CampaignYear): Finess;
  /** Null where nothing replaced it. */
  replaced(finess: Finess): Replacement | null;
  /** Numbers whose figures of that campaign are those of another, by FINESS. */
  formerOf(finess: Finess, campaign: CampaignYear): readonly Finess[];
}

/** @param all one line per former number, without cycle: reading refuses the others. */
export function successionsOf(all: readonly Succession[]): Successions {
  const next = new Map<string, Succession>(all.map((succession) => [succession.former, succession]));
  const lastLink = (finess: Finess, holds: (succession: Succession) => boolean): Succession | null => {
    let last: Succession | null = null;
    let link = next.get(finess);
    while (link && holds(link)) {
      last = link;
      link = next.get(link.successor);
    }
    return last;
  };
  const holderOf = (finess: Finess, campaign: CampaignYear) =>
    lastLink(finess, ({ from }) => endOfFinancialYear(campaign) < from)?.successor ?? finess;
  return {
    holderOf,
    replaced: (finess) => {
      const last = lastLink(finess, () => true);
      return last && { heir: last.successor, since: last.from };
    },
    formerOf: (finess, campaign) =>
      all
        .map(({ former }) => former)
        .filter((former) => former !== finess && holderOf(former, campaign) === finess)
        .sort(),
  };
}
