import type { CampaignYear } from '../campaign/campaign.ts';
import type { Declarant } from '../declarant/reference-set.ts';
import type { Outcome } from '../figures/figures.ts';
import { FIGURE_COLUMNS, figureTexts } from './figure-texts.ts';
import { outcomeOf, type Standing } from './standing.ts';

/** Columns of figures.csv, in order (contracts.md, « Main job »). */
export const FIGURES_HEADER = ['campagne', 'finess', 'region', 'etat', 'motifs', ...FIGURE_COLUMNS] as const;

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
  const texts = outcome.state === 'calcule' ? figureTexts(outcome.figures) : null;
  return FIGURE_COLUMNS.map((column) => texts?.[column] ?? '');
}
