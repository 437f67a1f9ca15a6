import type { CampaignYear } from '../../domain/campaign/campaign.ts';
import type { Directory } from '../../domain/declarant/directory.ts';
import { byText } from '../../domain/declarant/reading/by-text.ts';
import type { Declarant, Group, PastFigures } from '../../domain/declarant/reference-set.ts';
import type { Succession } from '../../domain/declarant/successions.ts';
import { computeFigures, type PoolStatement, poolStatementOf } from '../../domain/figures/compute.ts';
import type { Figures } from '../../domain/figures/figures.ts';
import type { Finess } from '../../domain/finess/finess.ts';
import { foldEntries, type Return } from '../../domain/return/fold.ts';
import { LATEST_RULE_SET } from '../../domain/rules/rule-sets.ts';
import type { TrueDeclarations } from './declaration.ts';
import type { Random } from './random.ts';

/** Campaigns before the one in hand. */
const CAMPAIGNS = [1, 2, 3] as const;

/** What one number of a body takes of its figures, in hundredths. */
const WHOLE = 100n;
const SHARES: Readonly<Record<number, readonly bigint[]>> = { 1: [WHOLE], 2: [60n, 40n] };

/**
 * Figures of the three campaigns before, smaller each year back, digital ones the more so. A declarant in seven has none
 * of a campaign; one in twenty-five had half its digital expenses a year before. Those of a body that was replaced stand
 * under its former numbers.
 */
export function fictionalHistory(
  campaign: CampaignYear,
  directory: Directory,
  truth: TrueDeclarations,
  successions: readonly Succession[],
  random: Random,
): readonly PastFigures[] {
  const formers = Map.groupBy(successions, ({ successor }) => successor);
  const history = directory.reference.declarants.flatMap((declarant) => {
    const numbers = formers.get(declarant.finess)?.map(({ former }) => former) ?? [declarant.finess];
    const figures = figuresOf(campaign, declarant, directory, truth);
    const draw = random.of(`history ${declarant.finess}`);
    return CAMPAIGNS.flatMap((back) => {
      const isThere = !draw.chance(0.14) || numbers[0] !== declarant.finess;
      const halved = draw.chance(0.04) && back === 1;
      if (!figures || !isThere) return [];
      return numbers.map((finess, index) => {
        const share = SHARES[numbers.length]?.[index] ?? WHOLE;
        return pastFigures((campaign - back) as CampaignYear, finess, figures, {
          total: share * BigInt(100 - 3 * back),
          digital: (share * BigInt(100 - 6 * back)) / (halved ? 2n : 1n),
        });
      });
    });
  });
  return history.sort(byText((past) => `${past.campaign} ${past.finess}`));
}

/** @param scale in ten-thousandths */
function pastFigures(
  campaign: CampaignYear,
  finess: Finess,
  figures: Figures,
  scale: { readonly total: bigint; readonly digital: bigint },
): PastFigures {
  const scaled = (value: bigint, by: bigint) => (value * by) / 10_000n;
  const { externalSsiFte } = figures;
  return {
    campaign,
    finess,
    totalExpenses: scaled(figures.totalExpenses, scale.total),
    retainedDigital: scaled(figures.retainedDigital, scale.digital),
    retainedSsiFte: scaled(figures.retainedSsiFte, scale.digital),
    ownDigital: scaled(figures.ownDigital, scale.digital),
    carriedDigital: scaled(figures.carriedDigital, scale.digital),
    contributions: scaled(figures.contributions, scale.digital),
    ownSsiFte: scaled(figures.ownSsiFte, scale.digital),
    carriedSsiFte: scaled(figures.carriedSsiFte, scale.digital),
    externalSsiFte: externalSsiFte === null ? null : scaled(externalSsiFte, scale.digital),
  };
}

/** As everyone's true declarations give them; null for one that would have none. */
function figuresOf(
  campaign: CampaignYear,
  declarant: Declarant,
  directory: Directory,
  truth: TrueDeclarations,
): Figures | null {
  const { finess } = declarant;
  const statement = (group: Group): PoolStatement => {
    const carrier = directory.declarant(group.carrier);
    return poolStatementOf(returnOf(carrier ? truth.ofDeclarant(carrier) : truth.ofExternalCarrier(group)));
  };
  const outcome = computeFigures(
    {
      campaign,
      finess,
      own: returnOf(truth.ofDeclarant(declarant)),
      carries: directory.carried(finess) !== null,
      pools: directory.groupsOf(finess).map((group) => ({ group, carrier: statement(group) })),
    },
    LATEST_RULE_SET,
  );
  return outcome.state === 'calcule' ? outcome.figures : null;
}

function returnOf(values: Return['values']): Return {
  return { ...foldEntries([], LATEST_RULE_SET), answered: true, values };
}
