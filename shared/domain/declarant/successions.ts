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
  /** Numbers whose figures of that campaign are those of another, published or not; by FINESS. */
  formersOf(finess: Finess, campaign: CampaignYear): readonly Finess[];
  /**
   * Those of them of which nothing was published: neither under them, nor under a number that they replaced or that
   * replaced them on the way. By FINESS.
   *
   * @param sources under which the other's figures were published
   */
  unpublished(finess: Finess, campaign: CampaignYear, sources: readonly Finess[]): readonly Finess[];
}

/** @param all one line per former number, without cycle: reading refuses the others. */
export function successionsOf(all: readonly Succession[]): Successions {
  const next = new Map<string, Succession>(all.map((succession) => [succession.former, succession]));
  const linksOf = (finess: Finess, holds: (succession: Succession) => boolean): readonly Succession[] => {
    const links: Succession[] = [];
    let link = next.get(finess);
    while (link && holds(link)) {
      links.push(link);
      link = next.get(link.successor);
    }
    return links;
  };
  const linksIn = (finess: Finess, campaign: CampaignYear) =>
    linksOf(finess, ({ from }) => endOfFinancialYear(campaign) < from);
  const holderOf = (finess: Finess, campaign: CampaignYear) =>
    linksIn(finess, campaign).at(-1)?.successor ?? finess;
  const formersOf = (finess: Finess, campaign: CampaignYear) =>
    all
      .map(({ former }) => former)
      .filter((former) => holderOf(former, campaign) === finess && former !== finess)
      .sort();
  return {
    holderOf,
    replaced: (finess) => {
      const last = linksOf(finess, () => true).at(-1);
      return last ? { heir: last.successor, since: last.from } : null;
    },
    formersOf,
    unpublished: (finess, campaign, sources) => {
      const chainOf = (number: Finess) => linksIn(number, campaign).map(({ former }) => former);
      const published = sources.map(chainOf);
      const isPublished = (number: Finess) =>
        published.some((chain) => chain.includes(number)) ||
        chainOf(number).some((one) => sources.includes(one));
      return formersOf(finess, campaign).filter((former) => !isPublished(former));
    },
  };
}
