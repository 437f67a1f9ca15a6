import type { Snapshot } from '../../shared/application/read-snapshot.ts';
import type { RouteAnswer } from '../../shared/contracts/routes.ts';
import type { Indicator } from '../../shared/domain/aggregates/aggregate.ts';
import type { CampaignYear } from '../../shared/domain/campaign/campaign.ts';
import type { Contribution } from '../../shared/domain/explain/contributions.ts';
import { type ExplainedSlice, type RankedBody, rankOf } from '../../shared/domain/explain/explain-slice.ts';
import { type SliceAsked, type SliceSums, sliceValue } from '../../shared/domain/explain/slice-sums.ts';
import { formatHundredths } from '../../shared/domain/numbers/format-hundredths.ts';
import { formatRatio, type Ratio, ratio } from '../../shared/domain/numbers/ratio.ts';
import { contributionsPath, figurePath } from '../../shared/lambda/http/explanation-paths.ts';
import { aggregateInWords, aggregateSymbols } from '../../shared/messages/explain-figures.ts';

type Explanation = RouteAnswer<'explain-aggregate'>;
type ContributionPage = RouteAnswer<'list-contributions'>;

/** An aggregate with all that it is made of. */
export function aggregateExplanationBody(
  campaign: CampaignYear,
  asked: SliceAsked,
  snapshot: Snapshot,
  explained: ExplainedSlice,
): Explanation {
  const { indicator } = asked;
  const text = writerOf(indicator);
  const ranked = ({ rank, finess, value }: RankedBody) => ({ rang: rank, finess, valeur: text(value) });
  return {
    ...sliceBody(campaign, asked, snapshot, explained),
    couverture: formatRatio(ratio(BigInt(explained.n), BigInt(explained.expected)), 6),
    formule: {
      mots: aggregateInWords(indicator),
      symboles: aggregateSymbols(indicator),
      jeu_de_regles: snapshot.ruleSet,
    },
    sans_chiffre: {
      non_repondants: explained.silent,
      non_calcules: explained.notComputed,
      sans_cet_indicateur: explained.withoutThis,
    },
    quartiles: explained.quartiles.map((one) => ({
      quartile: one.quartile,
      valeur: text(one.value),
      rang: formatRatio(rankOf(one), 2),
      bas: ranked(one.low),
      haut: ranked(one.high),
    })),
    contributions: contributionsPath(campaign, asked),
  };
}

/** What each declarant of a page brings, and what it brings it to. */
export function contributionPageBody(
  campaign: CampaignYear,
  asked: SliceAsked,
  snapshot: Snapshot,
  sums: SliceSums,
  page: { readonly elements: readonly Contribution[]; readonly next: string | null },
): ContributionPage {
  const n = sums.contributors.length;
  const isFte = asked.indicator === 'etp_ssi_retenus';
  return {
    elements: page.elements.map((one) => contributionBody(one, campaign, asked.indicator)),
    suivant: page.next,
    ...sliceBody(campaign, asked, snapshot, {
      n,
      expected: sums.members.length,
      numerator: n > 0 ? sums.numerator : null,
      denominator: n > 0 && !isFte ? sums.denominator : null,
      value: sliceValue(sums),
    }),
  };
}

function sliceBody(
  campaign: CampaignYear,
  { axis, slice, indicator }: SliceAsked,
  { number, builtAt, hash }: Snapshot,
  sums: Pick<ExplainedSlice, 'n' | 'expected' | 'numerator' | 'denominator' | 'value'>,
) {
  return {
    campagne: campaign,
    axe: axis,
    tranche: slice,
    indicateur: indicator,
    unite: indicator === 'etp_ssi_retenus' ? ('etp' as const) : ('part' as const),
    valeur: sums.value && writerOf(indicator)(sums.value),
    n: sums.n,
    attendus: sums.expected,
    numerateur: sums.numerator === null ? null : formatHundredths(sums.numerator),
    denominateur: sums.denominator === null ? null : formatHundredths(sums.denominator),
    edition: number,
    publie_le: builtAt,
    sha256: hash,
  };
}

function contributionBody(
  one: Contribution,
  campaign: CampaignYear,
  indicator: Indicator,
): ContributionPage['elements'][number] {
  const text = writerOf(indicator);
  return {
    finess: one.finess,
    numerateur: formatHundredths(one.numerator),
    denominateur: indicator === 'etp_ssi_retenus' ? null : formatHundredths(one.denominator),
    valeur: text(one.value),
    part_de_la_somme: one.shareOfSum && formatRatio(one.shareOfSum, 6),
    valeur_sans: one.without && text(one.without),
    ecart_sans: one.move && text(one.move),
    explication: figurePath(campaign, one.finess, indicator),
  };
}

/** As aggregates.csv writes them: six decimals for the parts, two for FTE. */
function writerOf(indicator: Indicator): (value: Ratio) => string {
  const decimals = indicator === 'etp_ssi_retenus' ? 2 : 6;
  return (value) => formatRatio(value, decimals);
}
