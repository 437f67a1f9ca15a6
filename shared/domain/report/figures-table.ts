import type { CampaignYear } from '../campaign/campaign.ts';
import type { Declarant } from '../declarant/reference-set.ts';
import type { Outcome } from '../figures/figures.ts';
import { formatHundredths } from '../numbers/format-hundredths.ts';
import { formatRatio } from '../numbers/ratio.ts';
import { outcomeOf, type Standing } from './standing.ts';

/** Columns of figures.csv, in order (contracts.md, « Main job »). */
const FIGURES_HEADER = [
  'campagne',
  'finess',
  'region',
  'etat',
  'motifs',
  'charges_totales',
  'charges_numeriques_propres',
  'mutualise_porte',
  'quotes_parts',
  'mutualise_attribue',
  'charges_numeriques_retenues',
  'part_numerique',
  'part_investissement',
  'etp_ssi_propres',
  'etp_ssi_portes',
  'etp_ssi_attribues',
  'etp_ssi_retenus',
  'etp_ssi_externes',
] as const;

/** One line per declarant, by FINESS, header first. */
export function figuresTable(
  campaign: CampaignYear,
  declarants: readonly Declarant[],
  standing: Standing,
): readonly (readonly string[])[] {
  return [
    FIGURES_HEADER,
    ...declarants.map(({ finess, region }) => {
      const outcome = outcomeOf(standing, finess);
      const reasons = outcome.state === 'non_calcule' ? outcome.reasons.join('|') : '';
      return [String(campaign), finess, region, outcome.state, reasons, ...figureCells(outcome)];
    }),
  ];
}

function figureCells(outcome: Outcome): readonly string[] {
  if (outcome.state !== 'calcule') return FIGURES_HEADER.slice(5).map(() => '');
  const { figures } = outcome;
  return [
    formatHundredths(figures.totalExpenses),
    formatHundredths(figures.ownDigital),
    formatHundredths(figures.carriedDigital),
    formatHundredths(figures.contributions),
    formatHundredths(figures.allocatedDigital),
    formatHundredths(figures.retainedDigital),
    formatRatio(figures.digitalShare, 6),
    figures.investmentShare ? formatRatio(figures.investmentShare, 6) : '',
    formatHundredths(figures.ownSsiFte),
    formatHundredths(figures.carriedSsiFte),
    formatHundredths(figures.allocatedSsiFte),
    formatHundredths(figures.retainedSsiFte),
    figures.externalSsiFte === null ? '' : formatHundredths(figures.externalSsiFte),
  ];
}
